import { codes } from './entry';

export const trust = codes({});
