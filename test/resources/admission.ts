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

/** Whether the pod takes what the client sends; `unguarded` where no Server claims the port. */
export function admission(objects: readonly PolicyObject[], pod: Pod, client: Client): boolean | 'unguarded' {
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
  if (server.spec['accessPolicy'] === 'audit') return true;
  return here.some(({ kind, spec }) => {
    const target = spec['targetRef'] as Ref | undefined;
    if (kind !== 'AuthorizationPolicy' || target?.kind !== 'Server' || target.name !== server.metadata.name)
      return false;
    return (spec['requiredAuthenticationRefs'] as Ref[]).every((ref) => {
      const found = here.find((o) => o.kind === ref.kind && o.metadata.name === ref.name);
      if (found === undefined) return false;
      return ref.kind === 'MeshTLSAuthentication' ? hasIdentity(found, client) : comesFrom(found, client);
    });
  });
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
