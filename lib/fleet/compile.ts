/** Documents as one JSON text that reads back to the same fleet: with the files that they name by path. */

import type { RawDocument } from '../read/parsed';

type Json = Record<string, unknown>;

/**
 * The documents as a List. Sorted, so that the order of construction does not show.
 *
 * @param files texts of the files that documents name, by path: they become `files` of the Fleet
 */
export function compileDocuments(raws: readonly RawDocument[], files: ReadonlyMap<string, string>): string {
  const items = raws.map(({ value }) => withFiles(value as Json, files)).sort(byIdentity);
  return `${JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 1)}\n`;
}

const RANK: Readonly<Record<string, number>> = { Fleet: 0, Cluster: 1, Service: 2 };

function byIdentity(a: Json, b: Json): number {
  const key = (d: Json) => {
    const { name, namespace = '' } = d.metadata as { name: string; namespace?: string };
    return `${RANK[String(d.kind)]} ${namespace} ${name} ${JSON.stringify(d.spec)}`;
  };
  const [x, y] = [key(a), key(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function withFiles(document: Json, files: ReadonlyMap<string, string>): Json {
  if (document.kind !== 'Fleet' || files.size === 0) return document;
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...document, spec: { ...(document.spec as Json | undefined), files: Object.fromEntries(sorted) } };
}
