/** What one cluster gets. Pure consequences of the model: no I/O, no Kubernetes objects yet. */
import type { ClusterModel, FleetModel, LinkCredentialsModel, LinkMode, ServiceModel } from '../model/types';
import type { GatewayClients } from './gateway';
import type { OidcPlan } from './oidc';
import type { ServicePolicyPlan } from './policy';

/** Everything that follows for one cluster. */
export interface ClusterPlan {
  readonly fleet: FleetModel;
  readonly cluster: ClusterModel;
  /** Links it holds, by name of the target. */
  readonly links: readonly LinkPlan[];
  /** Clusters that hold a Link to it and are let in, by name: each gets an account of its own. */
  readonly access: readonly AccessPlan[];
  /** Whether a Link leads to it, of a source that is revoked too. */
  readonly hasSources: boolean;
  /** Services it has that cross clusters. */
  readonly services: readonly ServiceModel[];
  /** Who may call them, where they say so. */
  readonly policies: readonly ServicePolicyPlan[];
  /** Namespaces to write, in code-unit order: of its own services and of those it mirrors. */
  readonly namespaces: readonly string[];
  /** Value `clusterNetworks` of the control plane. */
  readonly clusterNetworks: readonly string[];
  /** Networks that may dial its pods on 4143: those of sources that reach pods. */
  readonly podSources: readonly ClusterModel[];
  /** Whom its gateway lets in; undefined where the chart decides, which lets in everybody, and without a gateway. */
  readonly gatewayClients?: GatewayClients;
}

/** One Link: from it come the Link, the controllers entry, both Secrets and the access on the target. */
export interface LinkPlan {
  readonly source: ClusterModel;
  readonly target: ClusterModel;
  readonly mode: LinkMode;
  /** The clusters share a network. */
  readonly podToPod: boolean;
  /** The Link selects nothing: it is to be removed once its mirrors are gone. */
  readonly draining: boolean;
  /** Present for mode gateway. */
  readonly gateway?: LinkGateway;
  readonly credentials: CredentialPlan;
}

/** How the source reaches the gateway of the target; strings, because every scalar of a Link is one. */
export interface LinkGateway {
  /** `gatewayAddress`: addresses joined by commas. */
  readonly address: string;
  readonly port: string;
  readonly identity: string;
  readonly probe: {
    readonly path: string;
    readonly port: string;
    readonly period: string;
    readonly timeout?: string;
    readonly failureThreshold?: string;
  };
}

/** The credential of one Link, at both ends. */
export interface CredentialPlan {
  /** How it travels, and which of its tokens are good. */
  readonly way: LinkCredentialsModel;
  /** Secret on the source, in every namespace of `namespaces`. */
  readonly secretName: string;
  /** The multicluster namespace, and the control-plane namespace where destination needs the Secret. */
  readonly namespaces: readonly string[];
  /** What the ServiceAccounts on the target are called after: that of the first token has the name, see epochAccountName. */
  readonly serviceAccount: string;
  /** Token Secret of that account, on the target: the one that is delivered. */
  readonly tokenSecret: string;
  /** API server of the target as the source sees it. */
  readonly server: string;
  /** PEM for the kubeconfig when the token Secret's ca.crt is not the right one. */
  readonly caBundle?: string;
  /** Key in the secret store, when there is one. */
  readonly storeKey?: string;
  /** Present where no token of the target is used. */
  readonly oidc?: OidcPlan;
}

/** A token of a target. */
export interface AccountToken {
  readonly account: string;
  readonly secret: string;
}

/** What a target grants one source. */
export interface AccessPlan {
  readonly source: ClusterModel;
  /** What its accounts, tokens and push are called after. */
  readonly serviceAccount: string;
  /** The token that is delivered. */
  readonly tokenSecret: string;
  /** Every token that is good, oldest first, each with the account that it is of. */
  readonly tokens: readonly AccountToken[];
  readonly way: LinkCredentialsModel;
  readonly storeKey?: string;
  /** Users that are let in instead of the account, which then is not there. */
  readonly oidc?: OidcPlan;
}
