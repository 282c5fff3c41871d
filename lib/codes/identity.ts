import { codes } from './entry';

export const identity = codes({});
