/** What `kubectl get -o json` printed, reduced to what is looked at. Nothing else of it is kept, and none of it is ever quoted. */
import { POLICIES, type SeenObject } from '../../analysis/orphans/named';
import { MANAGED_BY_LABEL } from '../../plan/mark';
import { fieldsOf } from './fields';
import { applicationOf, partsOf } from './parts';

/** Most that is read of one dump. */
export const MAX_DUMP_BYTES = 256 * 1024 * 1024;

/** Objects of a dump; or why there are none, without any of its content. */
export type Dump = { readonly objects: readonly SeenObject[] } | { readonly why: string };

/** Names of Kubernetes, which go into commands: whatever else stands in their place is refused. */
const NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
/** `<service>@<cluster>`, by commas. */
const MEMBERS = /^[a-z0-9@.,-]*$/;
const VALUE = /^[A-Za-z0-9@.,:/*_-]{0,4096}$/;

/** Objects of a document that we wrote ourselves; what has no name yet is left out. */
export function objectsIn(document: unknown): readonly SeenObject[] {
  return (itemsOf(document) ?? []).flatMap((item) => {
    const object = seen(item);
    return object === undefined || object === 'unnamed' ? [] : [object];
  });
}

/** Reads a dump. Never throws, whatever the text is. */
export function readDump(text: string): Dump {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { why: text.trim() === '' ? 'nothing in it' : 'no JSON' };
  }
  const items = itemsOf(value);
  if (items === undefined) return { why: 'no list of Kubernetes objects' };
  const objects: SeenObject[] = [];
  for (const [i, item] of items.entries()) {
    const object = seen(item);
    if (object === undefined) return { why: `entry ${i} is no Kubernetes object` };
    if (object === 'unnamed') return { why: `entry ${i} has a name or a member that no cluster would take` };
    objects.push(object);
  }
  return { objects };
}

function itemsOf(value: unknown): readonly unknown[] | undefined {
  const { kind, items } = fieldsOf(value);
  if (typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items)) return items;
  return typeof kind === 'string' && !kind.endsWith('List') ? [value] : undefined;
}

function seen(item: unknown): SeenObject | 'unnamed' | undefined {
  const { kind, metadata, spec } = fieldsOf(item);
  const { name, namespace = '', labels, annotations } = fieldsOf(metadata);
  if (typeof kind !== 'string' || !/^[A-Za-z]{1,63}$/.test(kind) || typeof name !== 'string') return undefined;
  const object: SeenObject = {
    kind,
    name,
    namespace: typeof namespace === 'string' ? namespace : '-',
    labels: wordsOf(labels),
    annotations: wordsOf(annotations),
    identities: kind === 'MeshTLSAuthentication' ? textsOf(fieldsOf(spec).identities) : [],
    application: applicationOf(item),
    parts: partsOf(kind, item),
  };
  const members = object.annotations['multicluster.linkerd.io/remote-discovery'] ?? '';
  const isNamed = NAME.test(name) && (object.namespace === '' || NAME.test(object.namespace)) && MEMBERS.test(members);
  // Roles may have colons in their names; nothing is asked of them.
  return isNamed ? object : LOOKED_AT.has(kind) ? 'unnamed' : { ...object, name: '-', namespace: '-' };
}

const LOOKED_AT = new Set([
  'Namespace',
  'Service',
  'Endpoints',
  'EndpointSlice',
  'Link',
  'Lease',
  'Deployment',
  'Secret',
  'ExternalSecret',
  'PushSecret',
  'SealedSecret',
  'ServiceAccount',
  ...Object.keys(POLICIES),
]);

/** Labels and annotations that are asked for by name: short, of harmless characters, and never inherited. */
const KEPT = /^(mirror\.linkerd\.io|multicluster\.linkerd\.io|kubernetes\.io)\//;

function wordsOf(map: unknown): Readonly<Record<string, string>> {
  const words = Object.entries(fieldsOf(map)).filter(
    ([key, value]) => (KEPT.test(key) || key === MANAGED_BY_LABEL) && typeof value === 'string' && VALUE.test(value),
  );
  return Object.assign(Object.create(null), Object.fromEntries(words));
}

const textsOf = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string' && VALUE.test(one)) : [];
