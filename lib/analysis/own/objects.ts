/** Kubernetes objects of policy, from files of users: what of them counts, and what is wrong with their shape. */
import { type Issue, issue } from '../../errors';
import { POLICY_GROUP } from '../../linkerd/names';
import type { DefaultInboundPolicy } from '../../model/types';
import { grpcRequest, httpRequest, isMap, rangesOf } from './parts';
import type { LabelSelector } from './selection';

/** A document of a file. */
export interface OwnDocument {
  readonly value: unknown;
  /** File and line, as messages name them. */
  readonly at: string;
  /** The only cluster it is for. @default - all */
  readonly cluster?: string;
}

/** A reference to another object. */
export interface Ref {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

/** What counts of an object. */
export interface OwnObject extends Omit<OwnDocument, 'value'> {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly server?: {
    readonly selector: LabelSelector;
    readonly port: string | number;
    readonly accessPolicy: DefaultInboundPolicy;
  };
  /** Of an AuthorizationPolicy. */
  readonly target?: Ref;
  readonly required?: readonly Ref[];
  readonly identities?: readonly string[];
  readonly identityRefs?: readonly Ref[];
  /** CIDRs, without what a network excepts. */
  readonly networks?: readonly string[];
  /** Servers that a route is attached to. */
  readonly parents?: readonly string[];
  /** Requests that a route takes. */
  readonly requests?: readonly string[];
}

/** What was found in documents. */
export interface OwnObjects {
  readonly objects: readonly OwnObject[];
  readonly issues: readonly Issue[];
}

/** Under which an object is found. */
export const refKey = ({ kind, name, namespace }: Ref): string => `${kind} ${namespace}/${name}`;

/** Policies among the documents; objects of other groups are left alone. */
export function ownObjects(documents: readonly OwnDocument[]): OwnObjects {
  const objects: OwnObject[] = [];
  const issues: Issue[] = [];
  for (const document of documents) {
    const { apiVersion, kind } = (document.value ?? {}) as { apiVersion?: unknown; kind?: unknown };
    const group = typeof apiVersion === 'string' ? (apiVersion.split('/')[0] ?? '') : '';
    if (typeof kind !== 'string' || !isPolicy(group, kind)) continue;
    if (!Object.hasOwn(READERS, kind)) {
      if (UNREAD.has(kind)) issues.push(issue('OWN_POLICY_UNREAD', { path: document.at, found: kind }));
      continue;
    }
    const object = read(document, kind);
    if (object === undefined)
      issues.push(issue('OWN_POLICY_SHAPE', { path: document.at, found: `a ${kind} without what it needs` }));
    else objects.push(object);
  }
  return { objects, issues };
}

const UNREAD = new Set(['ServerAuthorization']);

/** Routes of the Gateway API may be attached to Servers too. */
const isPolicy = (group: string, kind: string) =>
  group === POLICY_GROUP || (group === 'gateway.networking.k8s.io' && kind.endsWith('Route'));

type Part = Partial<OwnObject> | undefined;

/** Undefined where something is missing without which it means nothing. */
const READERS: Readonly<Record<string, (spec: Readonly<Record<string, unknown>>) => Part>> = {
  Server: ({ podSelector, port, accessPolicy = 'deny' }) =>
    // External workloads have no pods that a Service of the fleet selects.
    podSelector === undefined
      ? {}
      : isMap(podSelector) && (typeof port === 'string' || typeof port === 'number')
        ? { server: { selector: podSelector, port, accessPolicy: accessPolicy as DefaultInboundPolicy } }
        : undefined,
  AuthorizationPolicy: ({ targetRef, requiredAuthenticationRefs }) => {
    const [target, required] = [refOf(targetRef), refsOf(requiredAuthenticationRefs)];
    return target && required && { target, required };
  },
  MeshTLSAuthentication: ({ identities, identityRefs }) => {
    const [names, refs] = [texts(identities ?? []), refsOf(identityRefs ?? [])];
    return names && refs && { identities: names, identityRefs: refs };
  },
  NetworkAuthentication: ({ networks }) => {
    const found = Array.isArray(networks) ? networks.map(rangesOf) : undefined;
    const ranges = found?.flatMap((one) => one ?? []);
    return ranges && !found?.includes(undefined) ? { networks: ranges } : undefined;
  },
  HTTPRoute: (spec) => routeOf(spec, httpRequest),
  GRPCRoute: (spec) => routeOf(spec, grpcRequest),
};

/** Parents of other kinds are of no concern here, and need not say which kind they are of. */
function routeOf(
  { parentRefs = [], rules = [{}] }: Readonly<Record<string, unknown>>,
  requestOf: (match: Readonly<Record<string, unknown>>) => string,
): Part {
  if (!Array.isArray(parentRefs) || !Array.isArray(rules)) return undefined;
  const parents = parentRefs.flatMap((ref) => (refOf(ref)?.kind === 'Server' ? [ref.name as string] : []));
  const matches = rules.flatMap((rule): unknown[] => {
    const given = isMap(rule) ? rule['matches'] : undefined;
    return Array.isArray(given) && given.length > 0 ? given : [{}];
  });
  return { parents, requests: [...new Set(matches.map((match) => requestOf(isMap(match) ? match : {})))] };
}

function read({ value, at, cluster }: OwnDocument, kind: string): OwnObject | undefined {
  const { metadata, spec } = value as { metadata?: unknown; spec?: unknown };
  if (!isMap(metadata) || !isMap(spec)) return undefined;
  const { name, namespace = 'default' } = metadata;
  if (typeof name !== 'string' || typeof namespace !== 'string') return undefined;
  const part = READERS[kind]?.(spec);
  return part && { ...part, kind, name, namespace, at, cluster };
}

const texts = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;

function refOf(value: unknown): Ref | undefined {
  if (!isMap(value)) return undefined;
  const { kind, name, namespace } = value;
  if (typeof kind !== 'string' || typeof name !== 'string') return undefined;
  return { kind, name, ...(typeof namespace === 'string' ? { namespace } : {}) };
}

function refsOf(value: unknown): readonly Ref[] | undefined {
  const refs = Array.isArray(value) ? value.map(refOf) : undefined;
  return refs?.every((ref) => ref !== undefined) ? refs : undefined;
}
