/** Every default there is, in one place. Those of the charts are Linkerd's own and live in lib/linkerd. */

import {
  CONTROL_PLANE_NAMESPACE,
  GATEWAY_PORT,
  GATEWAY_PROBE_PATH,
  GATEWAY_PROBE_PORT,
  GATEWAY_PROBE_SECONDS,
  MULTICLUSTER_NAMESPACE,
} from '../linkerd/names';
import { DEFAULT_LINKERD_VERSION } from '../linkerd/releases';

/** The lowest level of inheritance. */
export const SETTINGS = {
  wave: 1,
  clusterDomain: 'cluster.local',
  ha: false,
  linkerd: {
    version: DEFAULT_LINKERD_VERSION,
    distribution: 'edge',
    namespace: CONTROL_PLANE_NAMESPACE,
    multiclusterNamespace: MULTICLUSTER_NAMESPACE,
  },
  trust: { bundle: 'trustManager', issuer: { existing: {} }, webhooks: 'certManager' },
} as const;

/** A gateway, once there is one. Chart linkerd-multicluster, `gateway`. */
export const GATEWAY = {
  port: GATEWAY_PORT,
  probe: { port: GATEWAY_PROBE_PORT, path: GATEWAY_PROBE_PATH, period: `${GATEWAY_PROBE_SECONDS}s` },
  serviceType: 'LoadBalancer',
} as const;

/** An issuer by cert-manager. A month, renewed after twenty days, leaves ten to notice. */
export const ISSUER = {
  kind: 'ClusterIssuer',
  group: 'cert-manager.io',
  duration: '720h0m0s',
  renewBefore: '240h0m0s',
  nameConstraints: true,
} as const;

/** Credentials by External Secrets. */
export const EXTERNAL_SECRETS = {
  storeKind: 'SecretStore',
  key: 'linkerd/links/{target}/{source}',
  refreshInterval: '1h0m0s',
} as const;

/** Credentials in files beside the description. */
export const CREDENTIAL_FILES = {
  files: 'credentials/{source}/{target}.{namespace}.yaml',
  certificate: 'credentials/{source}/sealed-secrets.pem',
} as const;

/** Credentials without a token that lasts. */
export const OIDC = { audience: 'link.linkerd-fleet.dev/{target}', usernamePrefix: 'link:{source}:' } as const;

/** PodMonitors, once asked for. */
export const POD_MONITOR = { scrapeInterval: '10s' } as const;

/** By which the sidecar of Grafana's chart finds a dashboard. */
export const DASHBOARD_LABELS = { grafana_dashboard: '1' } as const;

/** Delivery by Argo CD. */
export const ARGOCD = {
  targetRevision: 'refs/heads/main',
  path: 'dist',
  namespace: 'argocd',
  automated: true,
  rollingSync: true,
} as const;

/** AppProject of a fleet: several are in one Argo CD, each with an AppProject of its own. */
export const projectName = (fleet: string): string => `${fleet}-linkerd`;

/** What the tools that deliver Services write on them; copied to a mirror it would make the tool prune the mirror. */
export const EXCLUDED_LABELS = [
  'app.kubernetes.io/instance',
  'app.kubernetes.io/managed-by',
  'argocd.argoproj.io/*',
  'helm.sh/*',
  'helm.toolkit.fluxcd.io/*',
  'kustomize.toolkit.fluxcd.io/*',
] as const;

/** As EXCLUDED_LABELS; `kubectl.kubernetes.io/last-applied-configuration` is copied with the labels of the target inside. */
export const EXCLUDED_ANNOTATIONS = [
  'argocd.argoproj.io/*',
  'helm.sh/*',
  'helm.toolkit.fluxcd.io/*',
  'kubectl.kubernetes.io/*',
  'kustomize.toolkit.fluxcd.io/*',
  'meta.helm.sh/*',
] as const;
