/** Link credentials of which none is secret: kubeconfigs that name a file, and what makes the API server of a target take it. */
import type { Manifest } from '../../emit/manifest';
import { emitDocument } from '../../emit/yaml';
import * as names from '../../linkerd/names';
import { SETTINGS } from '../../model/defaults';
import { linkAccountName } from '../../plan/credential-names';
import { type OidcPlan, type OidcReader, TOKEN_DIRECTORY, tokenFileOf } from '../../plan/oidc';
import type { AccessPlan, ClusterPlan, LinkPlan } from '../../plan/types';
import type { OutputFile } from '../file';
import { inWave, WAVES } from '../waves';
import { kubeconfigClusters, kubeconfigText } from './kubeconfig';

/** Props of the credentials of one Link, as its source holds them, with the token in a file. */
export interface LinkTokenFileProps {
  /** Name of the cluster that holds the Link. */
  readonly sourceClusterName: string;
  /** Name of the Link and of the cluster it reads. */
  readonly targetClusterName: string;
  /** URL of the target's API server as the source reaches it: `https://host:6443`. */
  readonly server: string;
  /** PEM that signs the certificate of that server. */
  readonly caBundle: string;
  /** File in the pods of the mirror controller and of destination. @default '/var/run/secrets/linkerd-fleet.dev/<target>/token' */
  readonly tokenFile?: string;
  /** Cluster domain (DNS) of the target. @default 'cluster.local' */
  readonly targetClusterDomain?: string;
  /** `identityTrustDomain` of the target. @default 'cluster.local' */
  readonly targetTrustDomain?: string;
  /** Namespace of the multicluster extension on the source. @default 'linkerd-multicluster' */
  readonly namespace?: string;
  /** Namespace of the control plane on the source. @default 'linkerd' */
  readonly linkerdNamespace?: string;
  /** Whether destination gets its Secret as well, which it needs for everything that goes pod to pod. @default true */
  readonly controlPlaneSecret?: boolean;
}

/** The Secrets `cluster-credentials-<target>` of one Link, which hold no token. */
export function linkTokenFile(props: LinkTokenFileProps): readonly Manifest[] {
  const { targetClusterName: target, server, tokenFile = tokenFileOf(target) } = props;
  const clusters = kubeconfigClusters(target, server, Buffer.from(props.caBundle).toString('base64'));
  const text = kubeconfigText(target, clusters, linkAccountName(props.sourceClusterName), { tokenFile });
  const secret = (namespace: string, more: Partial<Manifest['metadata']> = {}) =>
    inWave(WAVES.credentials, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: names.credentialsSecretName(target), namespace, ...more },
      type: names.CREDENTIALS_SECRET_TYPE,
      data: { [names.CREDENTIALS_SECRET_KEY]: Buffer.from(text).toString('base64') },
    });
  const own = secret(props.namespace ?? names.MULTICLUSTER_NAMESPACE);
  if (props.controlPlaneSecret === false) return [own];
  const annotations = {
    [names.CLUSTER_DOMAIN_ANNOTATION]: props.targetClusterDomain ?? SETTINGS.clusterDomain,
    [names.TRUST_DOMAIN_ANNOTATION]: props.targetTrustDomain ?? TRUST_DOMAIN,
  };
  const labels = { [names.CLUSTER_NAME_LABEL]: target };
  return [own, secret(props.linkerdNamespace ?? names.CONTROL_PLANE_NAMESPACE, { labels, annotations })];
}

/** identityTrustDomain of chart linkerd-control-plane, unless set. */
const TRUST_DOMAIN = 'cluster.local';

/** The Secrets of a Link of a fleet whose token is in a file; none where it comes otherwise. */
export function tokenFileManifests({ source, target, credentials }: LinkPlan): readonly Manifest[] {
  const { oidc, namespaces, server, caBundle = '' } = credentials;
  if (oidc === undefined) return [];
  const { namespace: linkerdNamespace, multiclusterNamespace: namespace } = source.linkerd;
  return linkTokenFile({
    sourceClusterName: source.name,
    targetClusterName: target.name,
    server,
    caBundle,
    tokenFile: oidc.tokenFile,
    targetClusterDomain: target.clusterDomain,
    targetTrustDomain: target.trustDomain,
    namespace,
    linkerdNamespace,
    controlPlaneSecret: namespaces.includes(linkerdNamespace),
  });
}

/**
 * Files for whoever runs the API server of a cluster, and for whoever renders its charts. They lie where the values of the
 * charts do, from where no Application applies anything.
 */
export function oidcFiles(plan: ClusterPlan): readonly OutputFile[] {
  const { namespace, multiclusterNamespace } = plan.cluster.linkerd;
  return [
    ...authenticationFile(plan),
    ...component('linkerd-control-plane', plan, namespace),
    ...component('linkerd-multicluster', plan, multiclusterNamespace),
  ];
}

function authenticationFile({ access, cluster }: ClusterPlan): readonly OutputFile[] {
  const jwt = access.flatMap((given) => authenticator(given));
  if (jwt.length === 0) return [];
  return [
    {
      path: 'linkerd-multicluster/authentication-config.yaml',
      kind: 'values',
      note: 'For kube-apiserver --authentication-config; not an object',
      values: {
        apiVersion: `apiserver.config.k8s.io/${isStable(cluster.kubernetesVersion) ? 'v1' : 'v1beta1'}`,
        kind: 'AuthenticationConfiguration',
        jwt,
      },
    },
  ];
}

/** v1 is there from 1.34 on, v1beta1 from 1.30 on (kubernetes staging/src/k8s.io/apiserver/pkg/apis/apiserver). */
function isStable(version = ''): boolean {
  const [, major = '0', minor = '0'] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) > 1 || Number(minor) >= 34;
}

/** Takes tokens of the readers of one source that were made for this target, and makes users of them that are no others. */
function authenticator({ source, oidc }: AccessPlan): readonly object[] {
  if (oidc?.issuer === undefined) return [];
  const { url, discoveryURL, certificateAuthority } = oidc.issuer;
  const subjects = oidc.readers.map(({ subject }) => `'${subject}'`).join(', ');
  return [
    {
      issuer: {
        url,
        ...(discoveryURL === undefined ? {} : { discoveryURL }),
        ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
        audiences: [oidc.audience],
      },
      claimValidationRules: [
        { expression: `claims.sub in [${subjects}]`, message: `only readers of the Link that ${source.name} holds` },
      ],
      claimMappings: { username: { claim: 'sub', prefix: oidc.usernamePrefix } },
      userValidationRules: [
        { expression: "!user.username.startsWith('system:')", message: 'user names of Kubernetes itself' },
      ],
    },
  ];
}

/** A component of kustomize with the tokens of the readers in a namespace: no release of the charts has a value for volumes. */
function component(chart: string, { links }: ClusterPlan, namespace: string): readonly OutputFile[] {
  const byName = new Map<string, { reader: OidcReader; plans: { target: string; oidc: OidcPlan }[] }>();
  for (const { target, credentials } of links) {
    const { oidc } = credentials;
    if (oidc === undefined) continue;
    for (const reader of oidc.readers) {
      if (reader.namespace !== namespace) continue;
      const known = byName.get(reader.name) ?? { reader, plans: [] };
      known.plans.push({ target: target.name, oidc });
      byName.set(reader.name, known);
    }
  }
  if (byName.size === 0) return [];
  const patches = [...byName.values()].map(({ reader, plans }) => ({ patch: emitDocument(patch(reader, plans)) }));
  return [
    {
      path: `${chart}/token-files/kustomization.yaml`,
      kind: 'values',
      note: 'Component of kustomize, for the chart beside it; not an object',
      values: { apiVersion: 'kustomize.config.k8s.io/v1alpha1', kind: 'Component', patches },
    },
  ];
}

/** Kubernetes hands out tokens of ten minutes at least, and the kubelet renews them when a fifth of their time is left. */
const TOKEN_SECONDS = 3600;
const VOLUME = 'linkerd-fleet-tokens';

function patch(
  { name, namespace, container }: OidcReader,
  plans: readonly { readonly target: string; readonly oidc: OidcPlan }[],
): object {
  const sources = plans.map(({ target, oidc: { audience } }) => ({
    serviceAccountToken: { audience, expirationSeconds: TOKEN_SECONDS, path: `${target}/token` },
  }));
  const mount = { mountPath: TOKEN_DIRECTORY, name: VOLUME, readOnly: true };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      template: {
        spec: {
          containers: [{ name: container, volumeMounts: [mount] }],
          volumes: [{ name: VOLUME, projected: { sources } }],
        },
      },
    },
  };
}
