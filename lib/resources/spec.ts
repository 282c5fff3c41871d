/**
 * A spec of imports/ as it is built here, out of what nobody changes afterwards. Used as `{…} satisfies Spec<LinkSpec>`, with
 * every field written out and no spread between: a field that the CRD does not have then does not compile.
 */
export type Spec<T> = T extends object ? { readonly [K in keyof T]: Spec<T[K]> } : T;
