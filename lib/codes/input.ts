import { codes } from './entry';

export const input = codes({});
