/**
 * Who may call whom, for the policy controller: a Server for each port of pods, and what it admits. A caller needs one of
 * the AuthorizationPolicies of a Server; kubelet probes stay allowed while no route is attached to it.
 */
import type {
  AuthorizationPolicySpec,
  MeshTlsAuthenticationSpec,
  NetworkAuthenticationSpec,
  ServerSpec,
} from '../../../imports/policy.linkerd.io';
import type { Manifest } from '../../emit/manifest';
import { POLICY_GROUP } from '../../linkerd/names';
import type { Spec } from '../spec';
import { inWave, WAVES } from '../waves';

/** Props of the policy of one port of pods. */
export interface ServerPolicyProps {
  /** Name of the Server and of what belongs to it. */
  readonly name: string;
  /** Namespace of the pods. */
  readonly namespace: string;
  /** Labels of the pods. */
  readonly podSelector: Readonly<Record<string, string>>;
  /** Port of the pods, by number or name. */
  readonly port: number | string;
  /**
   * Identities that are admitted: `<account>.<namespace>.serviceaccount.identity.<linkerd namespace>.<trust domain>`, or
   * with a leading `*.` every one below. Strings also for callers of the same cluster.
   *
   * @default - no meshed caller
   */
  readonly identities?: readonly string[];
  /** Addresses that are admitted, meshed or not, as CIDRs. @default - none */
  readonly networks?: readonly string[];
  /** How the port is read. An `unknown` one is detected, which an opaque protocol does not survive. @default 'unknown' */
  readonly proxyProtocol?: 'unknown' | 'HTTP/1' | 'HTTP/2' | 'gRPC' | 'opaque' | 'TLS';
  /** What becomes of other callers; `audit` lets them in and logs them. @default 'deny' */
  readonly accessPolicy?: 'deny' | 'audit';
}

/** A Server and what it admits. Without identities and networks it admits nobody but probes. */
export function serverPolicy(props: ServerPolicyProps): readonly Manifest[] {
  const { name, namespace, identities = [], networks = [] } = props;
  return [server(props), ...admissions({ name, namespace, kind: 'Server', identities, networks })];
}

/** What lets callers in: to a Server, or to one of its routes. */
export interface AdmissionsProps {
  /** Name of the target, and of what is made for it. */
  readonly name: string;
  readonly namespace: string;
  readonly kind: 'Server' | 'HTTPRoute';
  readonly identities: readonly string[];
  readonly networks: readonly string[];
}

/** A policy for meshed callers and one for others: requirements inside one policy must all be met. */
export function admissions({ identities, networks, ...target }: AdmissionsProps): readonly Manifest[] {
  const { name, namespace } = target;
  const meshed = { identities: [...new Set(identities)].sort() } satisfies Spec<MeshTlsAuthenticationSpec>;
  const unmeshed = { networks: networks.map((cidr) => ({ cidr })) } satisfies Spec<NetworkAuthenticationSpec>;
  return [
    ...(identities.length > 0 ? [authentication(MESH, name, namespace, meshed), admission(name, target, MESH)] : []),
    ...(networks.length > 0
      ? [authentication(NETWORK, name, namespace, unmeshed), admission(`${name}-networks`, target, NETWORK)]
      : []),
  ];
}

function server({ name, namespace, podSelector, port, ...props }: ServerPolicyProps): Manifest {
  return inWave(WAVES.policy, {
    apiVersion: `${POLICY_GROUP}/v1beta3`,
    kind: 'Server',
    metadata: { name, namespace },
    spec: {
      accessPolicy: props.accessPolicy ?? 'deny',
      podSelector: { matchLabels: podSelector },
      port: port as unknown as ServerSpec['port'],
      proxyProtocol: (props.proxyProtocol ?? 'unknown') as unknown as ServerSpec['proxyProtocol'],
    } satisfies Spec<ServerSpec>,
  });
}

const MESH = 'MeshTLSAuthentication';
const NETWORK = 'NetworkAuthentication';

function authentication(kind: string, name: string, namespace: string, spec: object): Manifest {
  return inWave(WAVES.policy, {
    apiVersion: `${POLICY_GROUP}/v1alpha1`,
    kind,
    metadata: { name, namespace },
    spec: spec as Manifest['spec'],
  });
}

type Target = Pick<AdmissionsProps, 'name' | 'namespace' | 'kind'>;

function admission(name: string, target: Target, kind: string): Manifest {
  return inWave(WAVES.policy, {
    apiVersion: `${POLICY_GROUP}/v1alpha1`,
    kind: 'AuthorizationPolicy',
    metadata: { name, namespace: target.namespace },
    spec: {
      requiredAuthenticationRefs: [{ group: POLICY_GROUP, kind, name: target.name }],
      targetRef: { group: POLICY_GROUP, kind: target.kind, name: target.name },
    } satisfies Spec<AuthorizationPolicySpec>,
  });
}
