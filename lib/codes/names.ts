import { codes } from './entry';

export const names = codes({});
