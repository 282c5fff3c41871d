import type { Issue } from '../errors';
import type { ClusterDocument, FleetDocument, ServiceDocument } from './spec';

/** A fleet as described, in documents: what code constructs and data files both come to. */
export interface Description {
  readonly fleet: FleetDocument;
  readonly clusters: readonly ClusterDocument[];
  readonly services: readonly ServiceDocument[];
  /** Text of a file that the description names (trust anchors, CA bundles), relative to the description. */
  readonly readFile: (path: string) => FileText;
}

/** What became of reading a file that a description names. */
export type FileText = { readonly text: string } | { readonly issues: readonly Issue[] };

/** Reads what the Fleet holds the text of, and anything else where the description lies. */
export function readerOf({ spec: { files = {} } }: FleetDocument, beside: Description['readFile']): typeof beside {
  return (path) => (Object.hasOwn(files, path) ? { text: files[path] as string } : beside(path));
}

/** Path prefix of the issues of a document. */
export const at = {
  fleet: 'Fleet',
  cluster: (name: string) => `Cluster/${name}`,
  service: (namespace: string, name: string) => `Service/${namespace}/${name}`,
};

/** apiVersion of every document. */
export const API_VERSION = 'linkerd-fleet.dev/v1alpha1';
