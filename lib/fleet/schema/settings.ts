import * as z from 'zod/mini';
import { inboundPolicy } from './allow';
import { credentials } from './credentials';
import { gateway } from './gateway';
import { guards } from './guards';
import { duration, helmValues, named, opt, stringList, stringMap, text } from './kit';
import { observability } from './observability';
import { trust } from './trust';

export const linkerd = named(
  'Linkerd',
  'Which Linkerd runs in the cluster.',
  z.strictObject({
    version: opt('Release line.\n\n@default 2.20', z.enum(['2.17', '2.18', '2.19', '2.20'])),
    distribution: opt(
      '`edge`: the open source charts; `enterprise`: Buoyant Enterprise for Linkerd and its chart names.\n\n@default edge',
      z.enum(['edge', 'enterprise']),
    ),
    chartVersion: opt(
      'Version of the three charts. Required for `enterprise`.\n\n@default - for edge, the chart that became the release',
      text,
    ),
    license: opt('Licence text of Buoyant Enterprise for Linkerd. It then lies in Git: prefer licenseSecret.', text),
    licenseSecret: opt('Name of a Secret in the control-plane namespace with the licence under key `license`.', text),
    namespace: opt(
      'Namespace of the control plane. Equal in all clusters of flat edges: identities carry it.\n\n@default linkerd',
      text,
    ),
    multiclusterNamespace: opt('@default linkerd-multicluster', text),
  }),
);

const podMonitor = z.strictObject({
  enabled: opt('@default true', z.boolean()),
  labels: opt('Labels your Prometheus selects PodMonitors by.', stringMap),
  scrapeInterval: opt('@default 10s', duration),
});

const values = z.strictObject({
  crds: opt('Chart linkerd-crds.', helmValues),
  controlPlane: opt('Chart linkerd-control-plane.', helmValues),
  multicluster: opt('Chart linkerd-multicluster.', helmValues),
});

/** What the fleet, a region and a cluster may all say; the nearest to the cluster wins. */
export const settingsShape = {
  environment: opt('Stage of the cluster, e.g. prod. Selectors and Argo CD labels use it.', text),
  labels: opt('Labels for selectors and for the Argo CD Applications of a cluster.', stringMap),
  wave: opt(
    'Group in which changes roll out: RollingSync goes from low to high.\n\n@default 1',
    z.int().check(z.gte(0), z.lte(99)),
  ),
  network: opt(
    "Clusters of one network reach each other's pods: their edges are flat, federation and remote discovery work.\n\n@default - a network of its own",
    text,
  ),
  clusterDomain: opt('DNS domain of the cluster, as its kubelets have it.\n\n@default cluster.local', text),
  trustDomain: opt(
    'Trust domain of the cluster: the end of every identity in it. Changing it on a live cluster is an outage until every pod restarts.\n\n@default <cluster>.<domain of the fleet>',
    text,
  ),
  linkerd: z.optional(linkerd),
  kubernetesVersion: opt(
    'Version of Kubernetes, e.g. "1.33": checked against what the Linkerd release supports.',
    text,
  ),
  platform: opt(
    'What runs the API server, where that decides whether `credentials` can be `oidc`: the AuthenticationConfiguration that a target needs cannot be given to `eks`, `gke`, `aks` and `openshift`. `self-managed` is everything whose flags or files are yours to give: kubeadm, kOps, k3s, RKE2, Talos, Gardener.\n\n@default - not said, and nothing is checked',
    z.enum(['eks', 'gke', 'aks', 'openshift', 'self-managed']),
  ),
  gatewayApiVersion: opt('Version of the Gateway API CRDs, e.g. "1.2.1": checked likewise.', text),
  ha: opt('High availability: the HA overlay of the charts.\n\n@default false', z.boolean()),
  gateway: z.optional(gateway),
  nodeCidrs: opt('Addresses of nodes.', stringList),
  clusterNetworks: opt(
    'Value `clusterNetworks` of the control plane: what its proxies treat as the cluster. Must cover pods, services and nodes.\n\n@default - the private ranges Linkerd takes, plus what of the cluster they do not cover',
    stringList,
  ),
  namespaces: opt('Namespaces that exist in the cluster by other means.', stringList),
  networkPolicies: opt(
    'Write NetworkPolicies that admit the traffic of Links: to the gateway, from sources to the proxies (TCP 4143, or your `proxy.ports.inbound`) of pods whose Services cross clusters flat, and from the gateway to pods whose Services are exported through it. Pods are those of `selector` or `podSelector`; with neither, all of the namespace. For clusters whose namespaces deny by default: a NetworkPolicy refuses what it does not name.\n\n@default false',
    z.boolean(),
  ),
  defaultInboundPolicy: opt(
    'What pods take that no policy speaks of: value `proxy.defaultInboundPolicy` of the control plane. `deny` closes all Services without `allow`. Pods take it over when they are made anew. Your own value in `values.controlPlane` wins.\n\n@default all-unauthenticated',
    inboundPolicy,
  ),
  namespacePolicies: opt(
    'The same for single namespaces, by name: annotation config.linkerd.io/default-inbound-policy of a Namespace that the fleet writes.',
    z.record(z.string(), inboundPolicy),
  ),
  guards: z.optional(guards),
  excludedLabels: opt(
    'Labels that are not copied to mirrors, besides those of Argo CD, Helm, Flux and kubectl. `prefix/*` excludes a prefix. Linkerd 2.18 and later.',
    stringList,
  ),
  excludedAnnotations: opt('As excludedLabels.', stringList),
  trust: z.optional(trust),
  credentials: opt('How Links to the cluster are given access to it.\n\n@default - existing', credentials),
  podMonitor: opt(
    'PodMonitors of the charts and of the mirror controllers, for the Prometheus operator.\n\n@default - none',
    podMonitor,
  ),
  observability: z.optional(observability),
  values: opt('Your own Helm values, merged into what the fleet writes. Keys that the fleet owns are refused.', values),
};
