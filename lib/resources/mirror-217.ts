/**
 * Service mirrors of Linkerd 2.17, whose chart has none: there the CLI makes them, from a chart of its own that is not
 * published (linkerd2 multicluster/charts/linkerd-multicluster-link). The objects here are what `linkerd multicluster link`
 * writes besides the Link and its Secrets, with its defaults; with `ha`, those of `--ha`.
 */
import type { Manifest } from '../emit/manifest';
import * as names from '../linkerd/names';
import { release } from '../linkerd/releases';
import { isPlain } from '../model/inherit';
import type { LinkerdModel } from '../model/types';
import { CREDENTIALS_PREFIX } from '../plan/credential-names';
import type { ClusterPlan } from '../plan/types';
import { releaseTag } from './release-tag';
import { inWave, WAVES } from './waves';

/** Props of the service mirror of one Link, in Linkerd 2.17. */
export interface ServiceMirror217Props {
  /** Name of the Link that it works for. */
  readonly targetClusterName: string;
  /** Port on which the gateway of the Link is probed. @default - none: a flat Link, of which nothing is probed */
  readonly probePort?: number;
  /** Three replicas on different nodes, as with `--ha`. @default false */
  readonly ha?: boolean;
  /** Token that the mirror has to load; a change restarts it. @default 1 */
  readonly credentialsEpoch?: number;
  /** Name and tag. @default 'cr.l5d.io/linkerd/controller:edge-24.11.8' */
  readonly image?: string;
  /** @default - none */
  readonly imagePullSecrets?: readonly { readonly name: string }[];
  /** Namespace of the Link. @default 'linkerd-multicluster' */
  readonly namespace?: string;
}

/** What the objects of one mirror have in common. */
interface Mirror {
  readonly target: string;
  readonly name: string;
  readonly namespace: string;
  readonly ha: boolean;
  readonly epoch: number;
  readonly image: string;
  readonly pullSecrets: unknown;
}

/** The service mirror of one Link, in Linkerd 2.17: its Deployment, its rights and, for a gateway, what it probes through. */
export function serviceMirror217(props: ServiceMirror217Props): readonly Manifest[] {
  const { targetClusterName: target, namespace = names.MULTICLUSTER_NAMESPACE, ha = false, probePort } = props;
  const of: Mirror = {
    target,
    name: names.controllerName217(target),
    namespace,
    ha,
    epoch: props.credentialsEpoch ?? 1,
    image: props.image ?? `${IMAGES.edge}:${release('2.17').edge}`,
    pullSecrets: props.imagePullSecrets,
  };
  const manifests = [
    ...clusterRights(of),
    ...namespaceRights(of),
    serviceAccount(of),
    deployment(of),
    ...(ha ? [disruptionBudget(of)] : []),
    ...(probePort === undefined ? [] : [probe(of, probePort)]),
  ];
  return manifests.map((manifest) => inWave(WAVES.links, manifest));
}

const EPOCH_ANNOTATION = `${CREDENTIALS_PREFIX}/epoch`;
const RBAC = 'rbac.authorization.k8s.io';
const READ = ['list', 'get', 'watch'];

function labels(of: Mirror): Readonly<Record<string, string>> {
  return {
    [names.EXTENSION_LABEL]: names.MULTICLUSTER_EXTENSION,
    component: 'service-mirror',
    [names.MIRROR_CLUSTER_NAME_LABEL]: of.target,
  };
}

function clusterRights(of: Mirror): readonly Manifest[] {
  const name = `linkerd-service-mirror-access-local-resources-${of.target}`;
  const metadata = { name, labels: labels(of) };
  return [
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRole',
      metadata,
      rules: [
        { apiGroups: [''], resources: ['endpoints', 'services'], verbs: [...READ, 'create', 'delete', 'update'] },
        { apiGroups: [''], resources: ['namespaces'], verbs: READ },
      ],
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
      subjects: [subject(of)],
    },
  ];
}

function namespaceRights(of: Mirror): readonly Manifest[] {
  const name = `linkerd-service-mirror-read-remote-creds-${of.target}`;
  const metadata = { name, namespace: of.namespace, labels: labels(of) };
  const secret = names.credentialsSecretName(of.target);
  return [
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'Role',
      metadata,
      rules: [
        { apiGroups: [''], resources: ['secrets'], resourceNames: [secret], verbs: READ },
        { apiGroups: [names.MULTICLUSTER_GROUP], resources: ['links'], verbs: READ },
        { apiGroups: [names.MULTICLUSTER_GROUP], resources: ['links/status'], verbs: ['update'] },
        { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create', 'get', 'update', 'patch'] },
      ],
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: RBAC, kind: 'Role', name },
      subjects: [subject(of)],
    },
  ];
}

const subject = ({ name, namespace }: Mirror) => ({ kind: 'ServiceAccount', name, namespace });

function serviceAccount(of: Mirror): Manifest {
  const { name, namespace, pullSecrets } = of;
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace, labels: labels(of) },
    imagePullSecrets: pullSecrets,
  };
}

function deployment(of: Mirror): Manifest {
  const { name, namespace, ha, epoch } = of;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels: labels(of) },
    spec: {
      replicas: ha ? 3 : 1,
      revisionHistoryLimit: 10,
      selector: { matchLabels: podLabels(of) },
      ...(ha ? { strategy: { rollingUpdate: { maxUnavailable: 1 } } } : {}),
      template: {
        metadata: {
          annotations: {
            // Its Link has no field that would make it read its Secret again.
            ...(epoch === 1 ? {} : { [EPOCH_ANNOTATION]: String(epoch) }),
            'linkerd.io/inject': 'enabled',
            'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true',
            'config.alpha.linkerd.io/proxy-wait-before-exit-seconds': '0',
          },
          labels: { [names.EXTENSION_LABEL]: names.MULTICLUSTER_EXTENSION, ...podLabels(of) },
        },
        spec: {
          ...(ha ? { affinity: affinity(of) } : {}),
          automountServiceAccountToken: false,
          containers: [container(of)],
          securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
          serviceAccountName: name,
          volumes: [API_ACCESS],
        },
      },
    },
  };
}

/** Not the component of the other objects; Server service-mirror of the chart selects by this one. */
function podLabels({ target }: Mirror): Readonly<Record<string, string>> {
  return { component: 'linkerd-service-mirror', [names.MIRROR_CLUSTER_NAME_LABEL]: target };
}

function affinity({ target }: Mirror): Readonly<Record<string, unknown>> {
  const labelSelector = {
    matchExpressions: [{ key: names.MIRROR_CLUSTER_NAME_LABEL, operator: 'In', values: [target] }],
  };
  return {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        { podAffinityTerm: { labelSelector, topologyKey: 'topology.kubernetes.io/zone' }, weight: 100 },
      ],
      requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector, topologyKey: 'kubernetes.io/hostname' }],
    },
  };
}

function container({ image, namespace, target }: Mirror): Readonly<Record<string, unknown>> {
  return {
    name: 'service-mirror',
    image,
    args: [
      'service-mirror',
      '-log-level=info',
      '-log-format=plain',
      '-event-requeue-limit=3',
      `-namespace=${namespace}`,
      '-enable-pprof=false',
      target,
    ],
    ports: [{ containerPort: 9999, name: 'admin-http' }],
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
      runAsGroup: 2103,
      runAsNonRoot: true,
      runAsUser: 2103,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    volumeMounts: [
      { mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', name: API_ACCESS.name, readOnly: true },
    ],
  };
}

/** The ServiceAccount's token, for one container instead of all: the proxy beside it gets none. */
const API_ACCESS = {
  name: 'kube-api-access',
  projected: {
    defaultMode: 420,
    sources: [
      { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
      { configMap: { items: [{ key: 'ca.crt', path: 'ca.crt' }], name: 'kube-root-ca.crt' } },
      {
        downwardAPI: {
          items: [{ fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' }, path: 'namespace' }],
        },
      },
    ],
  },
} as const;

function disruptionBudget(of: Mirror): Manifest {
  const { name, namespace } = of;
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, namespace, labels: { component: 'linkerd-service-mirror' } },
    spec: { maxUnavailable: 1, selector: { matchLabels: podLabels(of) } },
  };
}

/** The mirror of 2.17 asks for this name; later ones are told `probe-<target>`. */
function probe({ target, namespace }: Mirror, port: number): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: `probe-gateway-${target}`,
      namespace,
      labels: {
        [names.EXTENSION_LABEL]: names.MULTICLUSTER_EXTENSION,
        [names.MIRRORED_GATEWAY_LABEL]: 'true',
        [names.MIRROR_CLUSTER_NAME_LABEL]: target,
      },
    },
    spec: { ports: [{ name: 'mc-probe', port, protocol: 'TCP' }] },
  };
}

const IMAGES = { edge: 'cr.l5d.io/linkerd/controller', enterprise: 'ghcr.io/buoyantio/controller' } as const;

/**
 * One mirror per Link on clusters of 2.17; nothing later, where the chart runs them from `controllers[]`.
 *
 * Image and pull secrets follow `values.multicluster.localServiceMirror.image` and `values.multicluster.imagePullSecrets`,
 * because the local mirror of the chart is the same program: a private registry is said once.
 *
 * Moving a cluster to 2.18: the chart brings `controller-<target>`, whose Lease `service-mirror-write-<target>` is the one
 * that the mirror here holds. The new controller waits, mirrors and endpoints stay as they are, and traffic does not notice.
 * These objects are no longer written then; once they are deleted (by hand, where pruning is off) the old mirror gives the
 * Lease back and the new controller goes on from the Services it finds. In between, `linkerd multicluster check` complains
 * of two mirrors for one Link.
 */
export function mirror217Manifests({ cluster, links }: ClusterPlan): readonly Manifest[] {
  const { ha, linkerd, values } = cluster;
  if (linkerd.release.capabilities.controllers) return [];
  const image = imageOf(linkerd, values.multicluster);
  const imagePullSecrets = values.multicluster['imagePullSecrets'] as ServiceMirror217Props['imagePullSecrets'];
  return links.flatMap(({ target, gateway, credentials }) =>
    serviceMirror217({
      targetClusterName: target.name,
      probePort: gateway && Number(gateway.probe.port),
      ha,
      credentialsEpoch: credentials.way.loaded,
      image,
      imagePullSecrets,
      namespace: linkerd.multiclusterNamespace,
    }),
  );
}

function imageOf(linkerd: LinkerdModel, values: Readonly<Record<string, unknown>>): string {
  const local = isPlain(values['localServiceMirror']) ? values['localServiceMirror']['image'] : undefined;
  const { name = IMAGES[linkerd.distribution], version = releaseTag(linkerd) } = isPlain(local) ? local : {};
  return `${name}:${version}`;
}
