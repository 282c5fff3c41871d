/** A chunk of its own, since bundles are run in a way in which they cannot import() (bin/compiled.js). */

/** import(), of a module by its URL, or of a package of ours by its name. */
export const importModule = (specifier: string): Promise<unknown> => import(specifier);
