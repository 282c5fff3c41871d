import { codes } from './entry';

export const networks = codes({});
