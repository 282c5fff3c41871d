/** A plain Kubernetes object and its text. */

/** The metadata of a Manifest: the fields of ObjectMeta an author may set, and nothing the API server fills in. */
export interface ManifestMetadata {
  readonly name: string;
  /** @default - none: a cluster-scoped object, or the namespace of whoever applies it */
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly finalizers?: readonly string[];
  readonly [field: string]: unknown;
}

/**
 * A Kubernetes object as plain data: objects, arrays, strings, numbers, booleans. A field that is `undefined` or `null`
 * is left out of the text. `new ApiObject(chart, id, manifest)` takes it as it is.
 */
export interface Manifest {
  /** `group/version`, or `v1` for the core group. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ManifestMetadata;
  readonly [field: string]: unknown;
}
