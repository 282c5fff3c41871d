import * as z from 'zod/mini';
import { doc, named, opt, stringList, stringMap, text } from './kit';
import { owners } from './owners';
import { settingsShape } from './settings';

const apiServer = named(
  'ApiServer',
  'Where the sources of this cluster reach its Kubernetes API.',
  z.strictObject({
    url: doc(
      'https URL, reachable from every source: it becomes `server` of their kubeconfig. It may have a path, where a proxy stands before several API servers; that proxy must take tokens of ServiceAccounts of the cluster (Rancher: JWT authentication, 2.9 and later).',
      text,
    ),
    caBundle: opt(
      'PEM, or path of a PEM file, that signs the API server certificate. Needed where `credentials` are `oidc`.\n\n@default - ca.crt of the token Secret, which is right unless another CA stands in front',
      text,
    ),
    networks: opt(
      'The URL for sources of one network, by the name of that network.',
      z.record(z.string(), z.strictObject({ url: text })),
    ),
  }),
);

const serviceAccountIssuer = named(
  'ServiceAccountIssuer',
  'Who signs tokens of ServiceAccounts of this cluster, in the words of `issuer` of an AuthenticationConfiguration. Read where `credentials` of a target are `oidc`.',
  z.strictObject({
    url: doc(
      'https URL, flag --service-account-issuer of the API server: `iss` of its tokens. No other cluster may have it; kubeadm gives the same to every cluster.',
      text,
    ),
    discoveryURL: opt(
      'https URL of the discovery document, where targets do not find it under `url`.\n\n@default - <url>/.well-known/openid-configuration',
      text,
    ),
    certificateAuthority: opt(
      'PEM, or path of a PEM file, that signs the certificate of the server of the discovery document and of the keys.\n\n@default - the CAs of the system that the API server of the target runs on',
      text,
    ),
  }),
);

export const clusterSpec = named(
  'ClusterSpec',
  'One cluster. Whatever it does not say comes from its region, then from the fleet.',
  z.strictObject({
    region: opt('Name of its region.', text),
    zones: opt('Availability zones, informative.', stringList),
    apiServer: z.optional(apiServer),
    serviceAccountIssuer: z.optional(serviceAccountIssuer),
    podCidrs: opt('Addresses of pods. Must not overlap with those of linked clusters of the same network.', stringList),
    serviceCidrs: opt('Addresses of Services.', stringList),
    owners,
    ...settingsShape,
    argocd: opt(
      'The cluster as Argo CD knows it.',
      z.strictObject({
        name: opt('`destination.name`.\n\n@default - the name of the cluster', text),
        server: opt('`destination.server`, used instead of the name.', text),
      }),
    ),
  }),
);

export const clusterDocument = named(
  'ClusterDocument',
  'A cluster as data.',
  z.strictObject({
    apiVersion: z.optional(z.literal('linkerd-fleet.dev/v1alpha1')),
    kind: z.literal('Cluster'),
    metadata: z.strictObject({
      name: doc('Name of the cluster: Links, mirrors and directories carry it.', text),
      labels: z.optional(stringMap),
    }),
    spec: z.optional(clusterSpec),
  }),
);
