import { codes } from './entry';

export const usage = codes({});
