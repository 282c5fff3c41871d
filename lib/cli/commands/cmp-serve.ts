import { type Context, EXIT } from '../command';

/** Not there yet. */
export const serve = (_: Context): number => EXIT.failure;
