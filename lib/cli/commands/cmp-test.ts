import { type Context, EXIT } from '../command';

/** Not there yet. */
export const test = (_: Context): number => EXIT.failure;
