import * as z from 'zod/mini';
import { policyFields, proxyProtocol } from './allow';
import { doc, named, opt, port, stringMap, text } from './kit';
import { owners } from './owners';
import { selector } from './selector';

const servicePort = named(
  'ServicePort',
  'A port of the Service. Members of one federated service must agree on number, name and protocol.',
  z.strictObject({
    name: opt('Required where there are several.', text),
    port: doc('Number of the port.', port),
    protocol: opt('@default TCP', z.enum(['TCP', 'UDP', 'SCTP'])),
    targetPort: opt('Number or name of the port of the pods; may differ between members.', z.union([port, text])),
    appProtocol: opt('As on a Kubernetes Service; mirrors do not carry it.', text),
    proxyProtocol,
  }),
);

export const serviceSpec = named(
  'ServiceSpec',
  'A Service that crosses clusters. Describe the same Service twice, for different clusters, where it differs between them.',
  z.strictObject({
    ports: doc('Ports as they are in the clusters.', z.array(servicePort).check(z.minLength(1))),
    clusters: opt('Clusters that have the Service.\n\n@default - all clusters', selector),
    federated: opt(
      'Member of the federated service `<name>-federated` (label mirror.linkerd.io/federated: member). Needs flat edges.\n\n@default false',
      z.boolean(),
    ),
    exported: opt(
      '`true`: mirrored through the gateway (label mirror.linkerd.io/exported: "true"); `remote-discovery`: mirrored pod to pod.\n\n@default false',
      z.union([z.boolean(), z.literal('remote-discovery')]),
    ),
    selector: opt(
      "Pods of the Service: the whole Service is then written here. Without it the Service is somebody else's: see `writeLabels`.",
      stringMap,
    ),
    writeLabels: opt(
      'Of a Service without `selector`: apply `labels`, `annotations` and the labels of `federated` and `exported` to it, server side, and nothing else. Only beside an owner that applies with a field manager of its own: Helm, Flux, an operator. Argo CD and kubectl take over what `kubectl apply` or Argo CD wrote, and then want it removed. `false`: the manifest of its owner has them, and nothing is written.\n\n@default - to be said, where there are such labels or annotations',
      z.boolean(),
    ),
    headless: opt('`clusterIP: None`. Cannot be federated.\n\n@default false', z.boolean()),
    labels: opt('More labels of the Service.', stringMap),
    annotations: opt(
      'Annotations of the Service. Mirrors copy them, so balancing ones must agree between members.',
      stringMap,
    ),
    ...policyFields,
    owners,
    createNamespace: opt(
      'Write the namespace on members and on the clusters that mirror the Service; with `false` it must be in `namespaces` of each.\n\n@default - written on clusters that mirror it; where a Service is, its namespace is too',
      z.boolean(),
    ),
  }),
);

export const serviceDocument = named(
  'ServiceDocument',
  'A Service as data.',
  z.strictObject({
    apiVersion: z.optional(z.literal('linkerd-fleet.dev/v1alpha1')),
    kind: z.literal('Service'),
    metadata: z.strictObject({
      name: doc('Name of the Service.', text),
      namespace: doc('Its namespace, the same in every cluster.', text),
    }),
    spec: serviceSpec,
  }),
);
