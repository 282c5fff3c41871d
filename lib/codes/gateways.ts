import { codes } from './entry';

export const gateways = codes({});
