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
  const { serviceAccount, tokenSecret, storeKey, oidc } = planCredential(edge);
  const way = credentialsOf(edge);
  if (oidc !== undefined) return { source: edge.source, serviceAccount, tokenSecret, tokenSecrets: [], way, oidc };
  const tokenSecrets =
    way.epoch === 1 ? [tokenSecret] : liveEpochs(way).map((epoch) => tokenSecretName(serviceAccount, epoch));
  return { source: edge.source, serviceAccount, tokenSecret, tokenSecrets, way, storeKey };
}

function linkGateway(source: ClusterModel, target: ClusterModel): LinkGateway | undefined {
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
  const serviceAccount = linkAccountName(source.name);
  const url = forNetwork(target.apiServer?.networks ?? {}, source.network)?.url;
  return {
    way,
    secretName: credentialsSecretName(target.name),
    namespaces: secretNamespaces(edge),
    serviceAccount,
    tokenSecret: tokenSecretName(serviceAccount, way.epoch),
    server: url ?? target.apiServer?.url ?? '',
    caBundle: target.apiServer?.caBundle,
    storeKey: way.kind === 'externalSecrets' ? storeKey(way.key, source.name, target.name) : undefined,
    oidc: planOidc(edge),
  };
}
