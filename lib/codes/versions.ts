import { codes } from './entry';

export const versions = codes({});
