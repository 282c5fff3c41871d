import { codes } from './entry';

export const output = codes({});
