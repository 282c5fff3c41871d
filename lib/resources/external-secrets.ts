/** Link credentials through a secret store: the target pushes its token, the source pulls a kubeconfig around it. */

import type { Manifest } from '../emit/manifest';
import { emitDocument } from '../emit/yaml';
import * as names from '../linkerd/names';
import type { AccessPlan, ClusterPlan, LinkPlan } from '../plan/types';
import { inWave, WAVES } from './waves';

/** The push of one account's token, when the fleet delivers credentials by External Secrets. */
export function pushSecret(plan: ClusterPlan, access: AccessPlan): readonly Manifest[] {
  const { credentials } = plan.fleet;
  if (credentials.kind !== 'externalSecrets') return [];
  const remoteRef = (property: string) => ({ remoteKey: access.storeKey, property });
  return [
    {
      apiVersion: 'external-secrets.io/v1alpha1',
      kind: 'PushSecret',
      metadata: { name: access.serviceAccount, namespace: plan.cluster.linkerd.multiclusterNamespace },
      spec: {
        refreshInterval: credentials.refreshInterval,
        updatePolicy: 'Replace',
        // A source that is no longer linked loses its entry in the store with its account.
        deletionPolicy: 'Delete',
        secretStoreRefs: [{ kind: credentials.storeKind, name: credentials.store }],
        selector: { secret: { name: access.tokenSecret } },
        data: [
          { match: { secretKey: 'token', remoteRef: remoteRef('token') } },
          { match: { secretKey: 'ca.crt', remoteRef: remoteRef('ca.crt') } },
        ],
      },
    },
  ];
}

/** The Secrets of one Link, pulled from the store. None when they are delivered by other means. */
export function credentialManifests(plan: ClusterPlan, link: LinkPlan): readonly Manifest[] {
  if (plan.fleet.credentials.kind !== 'externalSecrets') return [];
  return link.credentials.namespaces.map((namespace) =>
    inWave(WAVES.credentials, externalSecret(plan, link, namespace)),
  );
}

function externalSecret(plan: ClusterPlan, link: LinkPlan, namespace: string): Manifest {
  const { credentials } = plan.fleet;
  if (credentials.kind !== 'externalSecrets') throw new Error('only called for externalSecrets');
  const { secretName, storeKey, caBundle } = link.credentials;
  const pull = (secretKey: string, property: string) => ({ secretKey, remoteRef: { key: storeKey, property } });
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: secretName, namespace },
    spec: {
      refreshInterval: credentials.refreshInterval,
      secretStoreRef: { kind: credentials.storeKind, name: credentials.store },
      target: {
        name: secretName,
        creationPolicy: 'Owner',
        deletionPolicy: 'Delete',
        template: {
          engineVersion: 'v2',
          type: names.CREDENTIALS_SECRET_TYPE,
          ...secretMetadata(link, namespace),
          data: { kubeconfig: kubeconfig(link) },
        },
      },
      data: caBundle === undefined ? [pull('token', 'token'), pull('ca', 'ca.crt')] : [pull('token', 'token')],
    },
  };
}

/** What destination reads on its Secret, and only there: the cluster it stands for and the identities in it. */
function secretMetadata({ source, target }: LinkPlan, namespace: string): Record<string, unknown> {
  if (namespace !== source.linkerd.namespace) return {};
  return {
    metadata: {
      labels: { [names.CLUSTER_NAME_LABEL]: target.name },
      annotations: {
        [names.CLUSTER_DOMAIN_ANNOTATION]: target.clusterDomain,
        [names.TRUST_DOMAIN_ANNOTATION]: target.trustDomain,
      },
    },
  };
}

/** A kubeconfig as link-gen makes it; token and CA are filled in by External Secrets, on the cluster. */
function kubeconfig({ target, credentials }: LinkPlan): string {
  const user = credentials.serviceAccount;
  const { name } = target;
  const { caBundle, server } = credentials;
  const ca = caBundle === undefined ? '{{ .ca | b64enc }}' : Buffer.from(caBundle).toString('base64');
  return emitDocument({
    apiVersion: 'v1',
    clusters: [{ cluster: { 'certificate-authority-data': ca, server }, name }],
    contexts: [{ context: { cluster: name, user }, name }],
    'current-context': name,
    kind: 'Config',
    users: [{ name: user, user: { token: '{{ .token }}' } }],
  });
}
