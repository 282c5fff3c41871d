/**
 * What the policy controller and proxies of Linkerd make of policy objects, written from their documented semantics and not
 * from the code under test: a Server claims a pod and port; its AuthorizationPolicies are alternatives; what one of them
 * requires must all hold; without any, nobody gets in.
 */
export interface PolicyObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: Record<string, unknown>;
}

export interface Client {
  /** Identity in its certificate; absent for an unmeshed client. */
  readonly identity?: string;
  /** IPv4 address. */
  readonly address: string;
}

export interface Pod {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly port: number | string;
}

/** An HTTP request; without one the client sends something that is no HTTP. */
export interface Request {
  readonly method: string;
  readonly path: string;
}

/** Whether the pod takes what the client sends; `unguarded` where no Server claims the port. */
export function admission(
  objects: readonly PolicyObject[],
  pod: Pod,
  client: Client,
  request?: Request,
): boolean | 'unguarded' {
  const here = objects.filter(({ metadata }) => metadata.namespace === pod.namespace);
  const servers = here.filter(({ kind, spec }) => {
    const { matchLabels = {} } = (spec['podSelector'] ?? {}) as { matchLabels?: Record<string, string> };
    return (
      kind === 'Server' &&
      spec['port'] === pod.port &&
      Object.entries(matchLabels).every(([key, value]) => pod.labels[key] === value)
    );
  });
  if (servers.length > 1) throw new Error('two Servers claim one pod and port');
  const [server] = servers;
  if (server === undefined) return 'unguarded';
  const routes = here.filter(
    ({ kind, spec }) =>
      kind === 'HTTPRoute' &&
      (spec['parentRefs'] as Ref[]).some((ref) => ref.kind === 'Server' && ref.name === server.metadata.name),
  );
  const route = request === undefined || routes.length === 0 ? undefined : chosen(routes, request);
  // What no route matches is not found, whoever asks.
  if (route === 'none') return false;
  if (server.spec['accessPolicy'] === 'audit') return true;
  // Whom the Server admits, each of its routes admits.
  return [server, ...(route ? [route] : [])].some((target) => isAdmitted(here, target, client));
}

function isAdmitted(here: readonly PolicyObject[], to: PolicyObject, client: Client): boolean {
  return here.some(({ kind, spec }) => {
    const target = spec['targetRef'] as Ref | undefined;
    if (kind !== 'AuthorizationPolicy' || target?.kind !== to.kind || target.name !== to.metadata.name) return false;
    return (spec['requiredAuthenticationRefs'] as Ref[]).every((ref) => {
      const found = here.find((o) => o.kind === ref.kind && o.metadata.name === ref.name);
      if (found === undefined) return false;
      return ref.kind === 'MeshTLSAuthentication' ? hasIdentity(found, client) : comesFrom(found, client);
    });
  });
}

/** Exact before prefix, long before short, with a method before without; two alike would be one too many. */
function chosen(routes: readonly PolicyObject[], { method, path }: Request): PolicyObject | 'none' {
  type Matching = { path?: { type: string; value: string }; method?: string };
  const ranked = routes.flatMap((route) =>
    (route.spec['rules'] as { matches: Matching[] }[]).flatMap(({ matches }) =>
      matches.flatMap((match) => {
        const { type, value } = match.path ?? { type: 'PathPrefix', value: '/' };
        const segments = (text: string) => text.split('/').filter((part) => part !== '');
        const isBelow = segments(value).every((part, i) => segments(path)[i] === part);
        if (match.method !== undefined && match.method !== method) return [];
        if (type === 'Exact' ? path !== value : !isBelow) return [];
        return [
          { route, rank: [type === 'Exact' ? 1 : 0, segments(value).length, match.method === undefined ? 0 : 1] },
        ];
      }),
    ),
  );
  const compare = (a: number[], b: number[]) => a.map((n, i) => n - (b[i] ?? 0)).find((n) => n !== 0) ?? 0;
  ranked.sort((a, b) => compare(b.rank, a.rank));
  const [best, second] = ranked;
  if (best && second && compare(best.rank, second.rank) === 0) throw new Error('two routes match alike');
  return best?.route ?? 'none';
}

type Ref = { readonly kind: string; readonly name: string };

function hasIdentity({ spec }: PolicyObject, { identity }: Client): boolean {
  if (identity === undefined) return false;
  return (spec['identities'] as string[]).some((pattern) => {
    if (pattern === '*') return true;
    const [first, ...rest] = pattern.split('.');
    if (first !== '*') return pattern === identity;
    const labels = identity.split('.');
    return labels.length > rest.length && labels.slice(-rest.length).join('.') === rest.join('.');
  });
}

function comesFrom({ spec }: PolicyObject, { address }: Client): boolean {
  return (spec['networks'] as { cidr: string }[]).some(({ cidr }) => within(cidr, address));
}

/** Whether an IPv4 range has the address. */
export function within(cidr: string, address: string): boolean {
  const [base = '', bits = '32'] = cidr.split('/');
  const mask = Number(bits) === 0 ? 0 : (~0 << (32 - Number(bits))) >>> 0;
  return (number(base) & mask) >>> 0 === (number(address) & mask) >>> 0;
}

const number = (ip: string): number => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

/** Whether a port that no Server claims takes what the client sends; `clusterNetworks` as the chart has them by default. */
export function defaultAdmission(policy: string, { identity, address }: Client): boolean {
  const isNear = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].some((cidr) => within(cidr, address));
  if (policy === 'deny') return false;
  if (policy === 'audit') return true;
  return (!policy.endsWith('-authenticated') || identity !== undefined) && (policy.startsWith('all-') || isNear);
}
