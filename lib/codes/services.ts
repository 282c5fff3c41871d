import { codes } from './entry';

export const services = codes({});
