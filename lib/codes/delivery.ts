import { codes } from './entry';

export const delivery = codes({});
