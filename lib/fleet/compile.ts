/** Documents as one JSON text that reads back to the same fleet: what they name by path is inlined. */

import type { RawDocument } from '../read/parsed';
import type { FileText } from './description';

type Json = Record<string, unknown>;

/** The documents as a List. Sorted, so that the order of construction does not show. */
export function compileDocuments(raws: readonly RawDocument[], readFile: (path: string) => FileText): string {
  const items = raws.map(({ value }) => inline(structuredClone(value) as Json, readFile)).sort(byIdentity);
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

/** Fields that may name a PEM file, wherever settings stand. */
function inline(document: Json, readFile: (path: string) => FileText): Json {
  const spec = document.spec as Json | undefined;
  if (spec === undefined) return document;
  for (const settings of [spec, ...((spec.regions as Json[] | undefined) ?? [])]) {
    const { trust, apiServer } = settings as { trust?: Json; apiServer?: Json };
    if (trust)
      for (const key of ['anchors', 'issuerCertificates', 'webhookCaBundle']) inlineField(trust, key, readFile);
    if (apiServer) inlineField(apiServer, 'caBundle', readFile);
  }
  return document;
}

function inlineField(holder: Json, key: string, readFile: (path: string) => FileText): void {
  const given = holder[key];
  const text = (one: unknown) => {
    if (typeof one !== 'string' || one.includes('-----BEGIN ')) return one;
    const file = readFile(one);
    // A file that cannot be read has been reported by the checks that come first.
    return 'text' in file ? file.text : one;
  };
  if (given !== undefined) holder[key] = Array.isArray(given) ? given.map(text) : text(given);
}
