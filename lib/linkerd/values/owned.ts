/** Values that the fleet writes itself, and the field of the description that says what they are. */
import type { Chart } from '../charts';

/** What to do instead of setting an owned value. */
export interface Owned {
  /** Field of the fleet, a region or a cluster; undefined where nothing may be chosen. */
  readonly field?: string;
  /** Why, where more is to be said than that the fleet writes it. */
  readonly why?: string;
}

const VERSION: Owned = { field: 'linkerd.version' };
const WEBHOOK: Owned = {
  field: 'trust.webhooks',
  why: 'Left alone the chart mints a certificate at each render: Argo CD never gets in sync, and the webhooks restart at each sync. The fleet prevents that for all three webhooks.',
};
const TRUST_DOMAIN_WHY =
  'The trust domain stands in the control plane, in chart linkerd-multicluster, in the credentials and in the Links of other clusters; nothing compares them, and where they differ traffic fails.';
const ONE_NAMESPACE =
  'The control-plane namespace is part of every identity, and flat edges need the same one in both clusters.';

const webhook = (name: string): [string, Owned][] =>
  ['externalSecret', 'crtPEM', 'keyPEM', 'caBundle', 'injectCaFrom', 'injectCaFromSecret'].map((key) => [
    `${name}.${key}`,
    key === 'caBundle' ? { ...WEBHOOK, field: 'trust.webhookCaBundle' } : WEBHOOK,
  ]);

const fields = (table: Readonly<Record<string, string>>): [string, Owned][] =>
  Object.entries(table).map(([key, field]) => [key, { field }]);

/** Key of a value → what to use instead. A key owns everything below it. */
export const OWNED_KEYS: Readonly<Record<Chart, ReadonlyMap<string, Owned>>> = {
  crds: new Map([
    ['linkerdVersion', VERSION],
    ['cliVersion', VERSION],
    ['image.version', VERSION],
  ]),
  controlPlane: new Map<string, Owned>([
    ['linkerdVersion', VERSION],
    ['cliVersion', VERSION],
    ['image.version', VERSION],
    ['identityTrustDomain', { field: 'trustDomain', why: TRUST_DOMAIN_WHY }],
    ['identityTrustAnchorsPEM', { field: 'trust.anchors' }],
    ['identity.externalCA', { field: 'trust.bundle' }],
    ['identity.issuer.scheme', { field: 'trust.issuer' }],
    ['identity.issuer.tls.crtPEM', { field: 'trust.issuer' }],
    ['identity.issuer.tls.keyPEM', { field: 'trust.issuer' }],
    ...webhook('proxyInjector'),
    ...webhook('profileValidator'),
    ...webhook('policyValidator'),
    ...fields({
      clusterDomain: 'clusterDomain',
      clusterNetworks: 'clusterNetworks',
      highAvailability: 'ha',
      license: 'linkerd.license',
      licenseSecret: 'linkerd.licenseSecret',
      'podMonitor.enabled': 'podMonitor.enabled',
      'podMonitor.labels': 'podMonitor.labels',
      'podMonitor.scrapeInterval': 'podMonitor.scrapeInterval',
    }),
  ]),
  multicluster: new Map<string, Owned>([
    ['linkerdVersion', VERSION],
    ['cliVersion', VERSION],
    ['image.version', VERSION],
    ['identityTrustDomain', { field: 'trustDomain', why: TRUST_DOMAIN_WHY }],
    ['linkerdNamespace', { field: 'linkerd.namespace', why: ONE_NAMESPACE }],
    [
      'controllers',
      {
        field: 'topology',
        why: 'The fleet writes one entry for each Link. A controller without its Link waits for ever, and a Link without its controller mirrors nothing. Settings for all mirror controllers go to controllerDefaults.',
      },
    ],
    [
      'controllerDefaults.gateway.enabled',
      { field: 'topology', why: 'Each entry says it, from the mode of its Link.' },
    ],
    [
      'controllerDefaults.gateway.probe.port',
      {
        field: 'gateway.probe.port',
        why: 'It has to be the probe port of the Link: where they differ the gateway counts as dead.',
      },
    ],
    [
      'gateway.name',
      {
        why: "The chart's policies for the gateway keep the name linkerd-gateway, and the name is part of the identity that other clusters expect.",
      },
    ],
    [
      'createNamespaceMetadataJob',
      {
        why: 'The fleet writes the Namespace with the labels that this Helm hook would patch in, and switches the hook off.',
      },
    ],
    [
      'localServiceMirror.federatedServiceSelector',
      {
        why: 'It has to be the selector of the Links of the other clusters: otherwise the local member is missing, or too many are in.',
      },
    ],
    ...fields({
      'localServiceMirror.excludedLabels': 'excludedLabels',
      'localServiceMirror.excludedAnnotations': 'excludedAnnotations',
      'gateway.enabled': 'gateway.enabled',
      'gateway.port': 'gateway.port',
      'gateway.nodePort': 'gateway.nodePort',
      'gateway.probe.port': 'gateway.probe.port',
      'gateway.probe.path': 'gateway.probe.path',
      'gateway.probe.seconds': 'gateway.probe.period',
      'gateway.probe.nodePort': 'gateway.probeNodePort',
      'gateway.healthCheckNodePort': 'gateway.healthCheckNodePort',
      'gateway.serviceType': 'gateway.serviceType',
      'gateway.serviceAnnotations': 'gateway.annotations',
      'gateway.serviceExternalTrafficPolicy': 'gateway.externalTrafficPolicy',
      'gateway.loadBalancerClass': 'gateway.loadBalancerClass',
      'gateway.loadBalancerIP': 'gateway.loadBalancerIP',
      'gateway.loadBalancerSourceRanges': 'gateway.loadBalancerSourceRanges',
      'gateway.replicas': 'gateway.replicas',
    }),
  ]),
};
