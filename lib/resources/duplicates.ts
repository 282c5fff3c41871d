import { type Issue, issue } from '../errors';
import type { OutputFile } from './file';

/** What makes two objects the same one in a cluster: group and kind, namespace and name. The version does not count. */
export interface ObjectIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** An object of a chart, and where it is: the path of its construct. */
export interface PlacedObject extends ObjectIdentity {
  readonly path: string;
}

/** Objects of charts that the fleet, or another chart, writes as well. */
export function duplicates(
  cluster: string,
  own: readonly OutputFile[],
  attached: readonly PlacedObject[],
): readonly Issue[] {
  if (attached.length === 0) return [];
  const manifests = own.flatMap((file) =>
    file.kind === 'manifests' ? file.manifests.map((m) => [file.path, m] as const) : [],
  );
  const seen = new Map(
    manifests.map(([path, { apiVersion, kind, metadata }]) => [key({ apiVersion, kind, ...metadata }), path]),
  );
  return attached.flatMap((object) => {
    const other = seen.get(key(object));
    seen.set(key(object), object.path);
    if (other === undefined) return [];
    const found = `${object.kind} ${[object.namespace, object.name].filter(Boolean).join('/')} is in ${other} too`;
    return [issue('OBJECT_DUPLICATE', { path: object.path, found, clusters: [cluster] })];
  });
}

function key({ apiVersion, kind, namespace = '', name }: ObjectIdentity): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return [group, kind, namespace, name].join('/');
}
