/**
 * The fields of the Linkerd CRDs that a fleet writes, by release: what an API server keeps, refuses and fills in.
 * Read in the linkerd-multicluster and linkerd-crds charts of linkerd2 at the tags version-2.17 to version-2.20.
 */
import since217 from './crds/2.17.json';
import since218 from './crds/2.18.json';
import type { LinkerdVersion } from './releases';

/** One field. An object that is not `open` loses every field that the table does not list. */
export interface CrdField {
  /** OpenAPI type, or `int-or-string`. */
  readonly type: string;
  /** `duration`, `date-time`, `int32` or `int64`. */
  readonly format?: string;
  /** The only values that are taken. */
  readonly enum?: readonly (string | number)[];
  /** What the API server writes when the field is left out and its parent is there. */
  readonly default?: unknown;
  /** Fields of this object that must be there. */
  readonly required?: readonly string[];
  /** Sets of fields of this object of which exactly one must be there. */
  readonly oneOf?: readonly (readonly string[])[];
  /** The object keeps whatever it is given. */
  readonly open?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** One kind. Limits on the length and the characters of strings are left out. */
export interface LinkerdCrd {
  readonly group: string;
  readonly plural: string;
  /** `Namespaced` for every kind here. */
  readonly scope: string;
  /** Versions that the API server answers to. There is no conversion: a version without a field drops it on write. */
  readonly served: readonly string[];
  /** The version that is stored, and that the release's controllers read. */
  readonly storage: string;
  /** By version, then by path: `spec.networks[].cidr`, `[]` for the items of a list, the empty path for the object itself. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, CrdField>>>>;
}

type Crds = Readonly<Record<string, LinkerdCrd>>;

const CRDS: Readonly<Record<LinkerdVersion, Crds>> = {
  '2.17': since217,
  '2.18': since218,
  '2.19': since218, // unchanged
  '2.20': since218, // unchanged
};

/**
 * The CRD of `kind` in a release: Link with all its versions; Server, AuthorizationPolicy, MeshTLSAuthentication,
 * NetworkAuthentication and HTTPRoute (policy.linkerd.io) with the version they are stored in. Undefined for other kinds.
 */
export function linkerdCrd(version: LinkerdVersion, kind: string): LinkerdCrd | undefined {
  return CRDS[version][kind];
}
