/** What is left of clusters whose documents are broken in shape, so that the rest of the fleet can be judged beside them. */
import type { Issue } from '../errors';
import { nearest } from '../nearest';
import type { RawDocument } from '../read/parsed';
import { at } from './description';
import { parseDocuments } from './documents';
import type { ClusterDocument } from './spec';

/** A document as far as it is known to be one. */
interface Broken {
  readonly kind?: unknown;
  readonly metadata?: { readonly name?: unknown; readonly labels?: unknown };
  readonly spec?: unknown;
}

/**
 * The clusters that `issues` of shape keep out of `known`: each without the fields of its spec that are wrong, or as nothing but
 * a name. Otherwise everything that names or selects such a cluster would seem wrong too.
 */
export function salvageClusters(
  raws: readonly RawDocument[],
  known: readonly ClusterDocument[],
  issues: readonly Issue[],
): readonly ClusterDocument[] {
  const names = new Set(known.map((cluster) => cluster.metadata.name));
  return raws.flatMap(({ value }) => {
    const document = (value ?? {}) as Broken;
    const name = document.metadata?.name;
    if (typeof name !== 'string' || name === '' || names.has(name) || !isCluster(document.kind)) return [];
    names.add(name);
    return [withoutMistakes(name, document, issues)];
  });
}

/** Also one whose kind is misspelled. */
const isCluster = (kind: unknown): boolean =>
  kind === 'Cluster' || (typeof kind === 'string' && nearest(kind, ['Fleet', 'Cluster', 'Service']) === 'Cluster');

function withoutMistakes(name: string, { metadata, spec }: Broken, issues: readonly Issue[]): ClusterDocument {
  const labels = Object.entries(metadata?.labels ?? {}).filter(([, value]) => typeof value === 'string');
  const bare: ClusterDocument = { kind: 'Cluster', metadata: { name, labels: Object.fromEntries(labels) } };
  if (typeof spec !== 'object' || spec === null) return bare;
  const start = `${at.cluster(name)}.spec.`;
  const wrong = new Set(
    issues.filter((i) => i.path.startsWith(start)).map((i) => /^\w+/.exec(i.path.slice(start.length))?.[0]),
  );
  const kept = Object.fromEntries(Object.entries(spec).filter(([field]) => !wrong.has(field)));
  return parseDocuments([{ value: { ...bare, spec: kept } }]).clusters[0] ?? bare;
}
