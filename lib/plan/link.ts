import { credentialsSecretName, gatewayIdentity } from '../linkerd/names';
import { credentialsOf, liveEpochs, secretNamespaces } from '../model/credentials';
import { forNetwork, gatewayAddress } from '../model/gateway';
import type { ClusterModel, Edge } from '../model/types';
import { linkAccountName, storeKey, tokenSecretName } from './credential-names';
import { planOidc } from './oidc';
import type { AccessPlan, CredentialPlan, LinkGateway, LinkPlan } from './types';

/** What follows from one edge. */
export function planLink(edge: Edge): LinkPlan {
  const { source, target, mode, podToPod, draining } = edge;
  return {
    source,
    target,
    mode,
    podToPod,
    draining,
    gateway: mode === 'gateway' ? linkGateway(source, target) : undefined,
    credentials: planCredential(edge),
  };
}

/** What the target grants the source of an edge: the other end of the same credential. */
export function planAccess(edge: Edge): AccessPlan {
  const { source, target } = edge;
  const way = credentialsOf(edge);
  const { serviceAccount, tokenSecrets } = namesOf(source);
  if (way.kind === 'oidc') {
    const tokenSecret = tokenSecretName(serviceAccount, way.epoch);
    return { source, serviceAccount, tokenSecret, tokenSecrets: [], way, oidc: planOidc(edge) };
  }
  const key = way.kind === 'externalSecrets' ? storeKey(way.key, source.name, target.name) : undefined;
  if (way.epoch === 1) {
    return { source, serviceAccount, tokenSecret: tokenSecrets[0], tokenSecrets, way, storeKey: key };
  }
  const tokenSecret = tokenSecretName(serviceAccount, way.epoch);
  const live = liveEpochs(way).map((epoch) => tokenSecretName(serviceAccount, epoch));
  return { source, serviceAccount, tokenSecret, tokenSecrets: live, way, storeKey: key };
}

// A million edges of a full mesh pass here: what is of one end, all edges of that end have in common.

/** What all targets call a source, while its token is the first one. */
const namesOf = ofCluster((source: ClusterModel) => {
  const serviceAccount = linkAccountName(source.name);
  return { serviceAccount, tokenSecrets: [tokenSecretName(serviceAccount)] as const };
});

/** What sources hold of a target, by the network that it says something of; what it says of no other is that of all others. */
const endOf = ofCluster((target: ClusterModel) => ({
  secretName: credentialsSecretName(target.name),
  gateways: new Map<string | undefined, LinkGateway | undefined>(),
}));

function ofCluster<V>(make: (cluster: ClusterModel) => V): (cluster: ClusterModel) => V {
  const known = new WeakMap<ClusterModel, V>();
  return (cluster) => {
    let value = known.get(cluster);
    if (value === undefined) {
      value = make(cluster);
      known.set(cluster, value);
    }
    return value;
  };
}

function linkGateway(source: ClusterModel, target: ClusterModel): LinkGateway | undefined {
  const { gateways } = endOf(target);
  const isSaid = target.gateway !== undefined && forNetwork(target.gateway.networks, source.network) !== undefined;
  const network = isSaid ? source.network : undefined;
  if (!gateways.has(network)) gateways.set(network, gatewayFrom(source, target));
  return gateways.get(network);
}

function gatewayFrom(source: ClusterModel, target: ClusterModel): LinkGateway | undefined {
  const { gateway, linkerd, trustDomain } = target;
  const reached = gatewayAddress(target, source);
  if (gateway === undefined || reached === undefined) return undefined;
  const { path, period, timeout, failureThreshold } = gateway.probe;
  return {
    address: reached.addresses.join(','),
    port: String(reached.port),
    identity: gatewayIdentity(linkerd.multiclusterNamespace, linkerd.namespace, trustDomain),
    probe: {
      path,
      port: String(reached.probePort),
      period,
      timeout,
      failureThreshold: failureThreshold === undefined ? undefined : String(failureThreshold),
    },
  };
}

function planCredential(edge: Edge): CredentialPlan {
  const { source, target } = edge;
  const way = credentialsOf(edge);
  const { serviceAccount, tokenSecrets } = namesOf(source);
  const { apiServer } = target;
  return {
    way,
    secretName: endOf(target).secretName,
    namespaces: secretNamespaces(edge),
    serviceAccount,
    tokenSecret: way.epoch === 1 ? tokenSecrets[0] : tokenSecretName(serviceAccount, way.epoch),
    server: (apiServer && (forNetwork(apiServer.networks, source.network)?.url ?? apiServer.url)) ?? '',
    caBundle: apiServer?.caBundle,
    storeKey: way.kind === 'externalSecrets' ? storeKey(way.key, source.name, target.name) : undefined,
    oidc: way.kind === 'oidc' ? planOidc(edge) : undefined,
  };
}
