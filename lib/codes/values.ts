import { codes } from './entry';

export const values = codes({});
