/** Link credentials through a secret store: the target pushes its token, the source pulls a kubeconfig around it. */
import type { ExternalSecretSpec, PushSecretSpec } from '../../../imports/external-secrets.io';
import type { Manifest } from '../../emit/manifest';
import { shared } from '../../emit/shared';
import * as names from '../../linkerd/names';
import { EXTERNAL_SECRETS, SETTINGS } from '../../model/defaults';
import type { ClusterModel, LinkCredentialsModel } from '../../model/types';
import { linkAccountName, storeKey } from '../../plan/credential-names';
import type { LinkPlan } from '../../plan/types';
import { remembered } from '../remembered';
import type { Spec } from '../spec';
import { inWave, WAVES } from '../waves';
import { kubeconfigClusters, kubeconfigText } from './kubeconfig';

/** An External Secrets store that link credentials travel through. */
export interface SecretStoreProps {
  /** Name of the store. A SecretStore must be in the namespace of every object that uses it. */
  readonly store: string;
  /** @default 'SecretStore' */
  readonly storeKind?: 'SecretStore' | 'ClusterSecretStore';
  /** Time between two reads or writes, with a unit. @default '1h0m0s' */
  readonly refreshInterval?: string;
}

/** The push of one token. */
export interface PushedToken {
  /** Name of the PushSecret. */
  readonly name: string;
  readonly namespace: string;
  /** Secret of type kubernetes.io/service-account-token. */
  readonly tokenSecret: string;
  /** Key in the store, under which one JSON object is written: properties `token` and `ca.crt`. */
  readonly storeKey: string;
}

/**
 * A push that is one value. Written property by property, some stores would keep the last one only (Azure Key Vault knows no
 * properties), and those that delete a key as a whole would be told twice (AWS Secrets Manager refuses the second). `.token` fails
 * while the cluster has not filled the Secret: what is missing is not pushed, nor taken for pushed until the next interval.
 */
const PUSHED = {
  key: 'link',
  template: '{{ dict "token" .token "ca.crt" (index . "ca.crt") | toJson }}',
} as const;

/** The token of an account and the CA of its cluster, written to a store (external-secrets.io PushSecret, v1alpha1). */
export function pushSecret({ name, namespace, tokenSecret, storeKey }: PushedToken, to: SecretStoreProps): Manifest {
  return {
    apiVersion: 'external-secrets.io/v1alpha1',
    kind: 'PushSecret',
    metadata: { name, namespace },
    spec: {
      refreshInterval: to.refreshInterval ?? EXTERNAL_SECRETS.refreshInterval,
      updatePolicy: 'Replace',
      // A source that is no longer linked loses its entry in the store with its account.
      deletionPolicy: 'Delete',
      secretStoreRefs: [{ kind: to.storeKind ?? EXTERNAL_SECRETS.storeKind, name: to.store }],
      selector: { secret: { name: tokenSecret } },
      template: { engineVersion: 'v2', data: { [PUSHED.key]: PUSHED.template } },
      data: [
        { match: { secretKey: PUSHED.key, remoteRef: { remoteKey: storeKey } }, conversionStrategy: 'None' as const },
      ],
    } satisfies Spec<PushSecretSpec>,
  };
}

/** Props of the credentials of one Link, as its source holds them. */
export interface LinkCredentialsProps extends SecretStoreProps {
  /** Name of the cluster that holds the Link. */
  readonly sourceClusterName: string;
  /** Name of the Link and of the cluster it reads. */
  readonly targetClusterName: string;
  /** URL of the target's API server as the source reaches it: `https://host:6443`. */
  readonly server: string;
  /** PEM that signs the certificate of that server. @default - the target cluster's own CA, from the store */
  readonly caBundle?: string;
  /** Key in the store, with the properties `token` and `ca.crt`. @default 'linkerd/links/<target>/<source>' */
  readonly storeKey?: string;
  /** Name of the account in the kubeconfig; for people, the token decides. @default 'linkerd-link-<source>' */
  readonly serviceAccount?: string;
  /** Cluster domain (DNS) of the target. @default 'cluster.local' */
  readonly targetClusterDomain?: string;
  /** `identityTrustDomain` of the target. @default 'cluster.local' */
  readonly targetTrustDomain?: string;
  /** Namespace of the multicluster extension on the source. @default 'linkerd-multicluster' */
  readonly namespace?: string;
  /** Namespace of the control plane on the source. @default 'linkerd' */
  readonly linkerdNamespace?: string;
  /**
   * Whether destination gets its Secret as well. Without it nothing that goes pod to pod has an endpoint: set it to `false`
   * on a Link that goes through the gateway only, which spares the target five watches for each destination replica.
   *
   * @default true
   */
  readonly controlPlaneSecret?: boolean;
}

/**
 * The Secrets `cluster-credentials-<target>` of one Link, pulled from the store by External Secrets: one for the mirror
 * controller and one for destination, each with the type and the metadata by which it is found (linkerd2
 * multicluster/cmd/link-gen.go, controller/api/destination/watcher/cluster_store.go).
 *
 * A token that changes in the store reaches both Secrets, but neither reader: the mirror controller reads its Secret again
 * when the spec of the Link changes or it restarts, destination when it restarts.
 */
export function linkCredentials(props: LinkCredentialsProps): readonly Manifest[] {
  const { sourceClusterName: source, targetClusterName: target } = props;
  const { namespace = names.MULTICLUSTER_NAMESPACE, linkerdNamespace = names.CONTROL_PLANE_NAMESPACE } = props;
  return secrets(ofTarget(props), {
    storeKey: props.storeKey ?? storeKey(EXTERNAL_SECRETS.key, source, target),
    serviceAccount: props.serviceAccount ?? linkAccountName(source),
    namespace,
    linkerdNamespace: props.controlPlaneSecret === false ? undefined : linkerdNamespace,
  });
}

/**
 * What the API server would fill in. A list of a custom resource is one value, so that Argo CD takes a default in it for a
 * difference, for ever.
 */
const DEFAULTS = { conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' } as const;

type Template = Spec<NonNullable<NonNullable<ExternalSecretSpec['target']>['template']>>;

/** What the Secrets of all Links to one target have in common. */
interface OfTarget {
  /** Name of the Secrets. */
  readonly name: string;
  readonly target: string;
  readonly refreshInterval: string;
  readonly secretStoreRef: { readonly kind: 'SecretStore' | 'ClusterSecretStore'; readonly name: string };
  /** Properties in the store, by the name that the kubeconfig has for them. */
  readonly pulled: readonly (readonly [secretKey: string, property: string])[];
  /** Of the kubeconfig. */
  readonly clusters: readonly object[];
  /** What destination reads on its Secret, and only there: the cluster it stands for and the identities in it. */
  readonly metadata: Template['metadata'];
}

type TargetProps = Omit<LinkCredentialsProps, 'sourceClusterName'>;

/** What they do not. */
interface OfSource {
  readonly storeKey: string;
  readonly serviceAccount: string;
  readonly namespace: string;
  /** @default - destination gets none */
  readonly linkerdNamespace?: string;
}

/** identityTrustDomain of chart linkerd-control-plane, unless set. */
const TRUST_DOMAIN = 'cluster.local';

/** A kubeconfig as link-gen makes it; token and CA are filled in by External Secrets, on the cluster. */
function ofTarget({ targetClusterName: target, caBundle, server, ...props }: TargetProps): OfTarget {
  const ca = caBundle === undefined ? '{{ .ca | b64enc }}' : Buffer.from(caBundle).toString('base64');
  return {
    name: names.credentialsSecretName(target),
    target,
    refreshInterval: props.refreshInterval ?? EXTERNAL_SECRETS.refreshInterval,
    secretStoreRef: { kind: props.storeKind ?? EXTERNAL_SECRETS.storeKind, name: props.store },
    pulled: [['token', 'token'], ...(caBundle === undefined ? [['ca', 'ca.crt'] as const] : [])],
    clusters: kubeconfigClusters(target, server, ca),
    metadata: {
      labels: { [names.CLUSTER_NAME_LABEL]: target },
      annotations: {
        [names.CLUSTER_DOMAIN_ANNOTATION]: props.targetClusterDomain ?? SETTINGS.clusterDomain,
        [names.TRUST_DOMAIN_ANNOTATION]: props.targetTrustDomain ?? TRUST_DOMAIN,
      },
    },
  };
}

function secrets(to: OfTarget, from: OfSource): readonly Manifest[] {
  const data = shared(
    to.pulled.map(([secretKey, property]) => ({
      secretKey,
      remoteRef: { key: from.storeKey, property, ...DEFAULTS },
    })),
  );
  const config = shared({
    [names.CREDENTIALS_SECRET_KEY]: kubeconfigText(to.target, to.clusters, from.serviceAccount, {
      token: '{{ .token }}',
    }),
  });
  const secret = (namespace: string, metadata?: Template['metadata']) =>
    inWave(WAVES.credentials, {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: to.name, namespace },
      spec: {
        refreshInterval: to.refreshInterval,
        secretStoreRef: to.secretStoreRef,
        target: {
          name: to.name,
          creationPolicy: 'Owner',
          deletionPolicy: 'Delete',
          template: { engineVersion: 'v2', type: names.CREDENTIALS_SECRET_TYPE, metadata, data: config },
        },
        data,
      } satisfies Spec<ExternalSecretSpec>,
    });
  if (from.linkerdNamespace === undefined) return [secret(from.namespace)];
  return [secret(from.namespace), secret(from.linkerdNamespace, to.metadata)];
}

/** The store of a Link; undefined when its credentials are delivered by other means. */
export function storeOf(credentials: LinkCredentialsModel): SecretStoreProps | undefined {
  return credentials.kind === 'externalSecrets' ? credentials : undefined;
}

/** The Secrets of one Link of a fleet. None when they are delivered by other means. */
export function externalSecretManifests({ source, target, credentials }: LinkPlan): readonly Manifest[] {
  const store = storeOf(credentials.way);
  if (store === undefined) return [];
  const { namespaces, server, caBundle, serviceAccount, storeKey: key } = credentials;
  const { multiclusterNamespace, namespace } = source.linkerd;
  return secrets(toTarget(target, store, server, caBundle), {
    storeKey: key ?? storeKey(EXTERNAL_SECRETS.key, source.name, target.name),
    serviceAccount,
    namespace: multiclusterNamespace,
    linkerdNamespace: namespaces.includes(namespace) ? namespace : undefined,
  });
}

const toTarget = remembered(
  (target: ClusterModel, store: SecretStoreProps, server: string, caBundle: string | undefined): OfTarget =>
    sharingParts(
      ofTarget({
        ...store,
        targetClusterName: target.name,
        server,
        caBundle,
        targetClusterDomain: target.clusterDomain,
        targetTrustDomain: target.trustDomain,
      }),
    ),
);

function sharingParts(to: OfTarget): OfTarget {
  const { clusters, secretStoreRef, metadata } = to;
  return {
    ...to,
    clusters: shared(clusters),
    secretStoreRef: shared(secretStoreRef),
    metadata: metadata && shared(metadata),
  };
}
