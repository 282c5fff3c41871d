import { credentialsSecretName, gatewayIdentity } from '../linkerd/names';
import { credentialsOf, liveEpochs, secretNamespaces } from '../model/credentials/credentials';
import { forNetwork, gatewayAddress } from '../model/gateway';
import { once } from '../model/once';
import type { ClusterModel, Edge, GatewayAddress, GatewayModel } from '../model/types';
import { epochAccountName, linkAccountName, storeKey, tokenSecretName } from './credential-names';
import { planOidc } from './oidc';
import type { AccessPlan, AccountToken, CredentialPlan, LinkGateway, LinkPlan } from './types';

/** What follows from one edge. */
export function planLink(edge: Edge): LinkPlan {
  const { source, target, mode, podToPod, draining } = edge;
  const end = endOf(target);
  return {
    source,
    target,
    mode,
    podToPod,
    draining,
    gateway: mode === 'gateway' ? linkGateway(source, target, end) : undefined,
    credentials: planCredential(edge, end),
  };
}

/** What the target grants the source of an edge: the other end of the same credential. */
export function planAccess(edge: Edge): AccessPlan {
  const { source, target } = edge;
  const way = credentialsOf(edge);
  const { serviceAccount, tokens } = namesOf(source);
  if (way.kind === 'oidc') {
    const tokenSecret = tokenSecretName(serviceAccount, way.epoch);
    return { source, serviceAccount, tokenSecret, tokens: [], way, oidc: planOidc(edge) };
  }
  const key = way.kind === 'externalSecrets' ? storeKey(way.key, source.name, target.name) : undefined;
  if (way.epoch === 1) {
    return { source, serviceAccount, tokenSecret: tokens[0].secret, tokens, way, storeKey: key };
  }
  const tokenSecret = tokenSecretName(serviceAccount, way.epoch);
  const live = tokensOf(serviceAccount, liveEpochs(way));
  return { source, serviceAccount, tokenSecret, tokens: live, way, storeKey: key };
}

// A million edges of a full mesh pass here: what is of one end, all edges of that end have in common.

/** What all targets call a source, while its token is the first one. */
const namesOf = once((source: ClusterModel) => {
  const serviceAccount = linkAccountName(source.name);
  return { serviceAccount, tokens: [{ account: serviceAccount, secret: tokenSecretName(serviceAccount) }] as const };
});

/** What sources hold of a target. */
const endOf = once((target: ClusterModel) => {
  const reached = gatewayAddress(target, {});
  return {
    secretName: credentialsSecretName(target.name),
    /** Its gateway, for sources in networks of which it says nothing. */
    general: reached && gatewayAt(target, reached),
    /** The same by network, for others. */
    own: new Map<string, LinkGateway>(),
  };
});

type End = ReturnType<typeof endOf>;

function linkGateway({ network }: ClusterModel, target: ClusterModel, { general, own }: End): LinkGateway | undefined {
  if (target.gateway === undefined || network === undefined) return general;
  const reached = forNetwork(target.gateway.networks, network);
  if (reached === undefined) return general;
  const known = own.get(network) ?? gatewayAt(target, reached);
  own.set(network, known);
  return known;
}

/** Tokens of the epochs given. */
export const tokensOf = (serviceAccount: string, epochs: readonly number[]): readonly AccountToken[] =>
  epochs.map((epoch) => ({
    account: epochAccountName(serviceAccount, epoch),
    secret: tokenSecretName(serviceAccount, epoch),
  }));

function gatewayAt({ gateway, linkerd, trustDomain }: ClusterModel, reached: GatewayAddress): LinkGateway {
  const { path, period, timeout, failureThreshold } = (gateway as GatewayModel).probe;
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

function planCredential(edge: Edge, { secretName }: End): CredentialPlan {
  const { source, target } = edge;
  const way = credentialsOf(edge);
  const { serviceAccount, tokens } = namesOf(source);
  const { apiServer } = target;
  return {
    way,
    secretName,
    namespaces: secretNamespaces(edge),
    serviceAccount,
    tokenSecret: way.epoch === 1 ? tokens[0].secret : tokenSecretName(serviceAccount, way.epoch),
    server: (apiServer && (forNetwork(apiServer.networks, source.network)?.url ?? apiServer.url)) ?? '',
    caBundle: apiServer?.caBundle,
    storeKey: way.kind === 'externalSecrets' ? storeKey(way.key, source.name, target.name) : undefined,
    oidc: way.kind === 'oidc' ? planOidc(edge) : undefined,
  };
}
