/** Values that look alive and are not: keys that nothing reads, keys that break the chart, keys that were renamed. */
import type { Chart } from '../charts';
import type { LinkerdVersion } from '../releases';
import { inRange } from './table';

/** Why a key must not be set, and what does the job. */
export interface Note {
  /** Dotted key; everything below it is meant too. `[]` stands for the items of a list. */
  readonly key: string;
  /** Releases it holds for, as in the tables. @default - all */
  readonly range?: string;
  readonly why: string;
  readonly fix?: string;
}

const HOOK_JOB =
  'Only the Helm hook Job reads it, and the fleet switches that Job off: it writes the Namespace itself.';
const NO_PULL_POLICY = 'The chart gives this container no pull policy: nothing reads the key.';
const PSP = 'It renders a PodSecurityPolicy and RBAC for it; no Kubernetes since 1.25 serves policy/v1beta1.';
const PARTIALS: Note = { key: 'partials', why: 'The sub-chart `partials` reads no values of its own.' };
const SET_BY_TEMPLATES =
  "The templates set it for each of the control plane's own pods, the injector for the pods it injects: yours is overwritten.";
const OWN_PROXIES = 'Remove it; annotations of a workload (config.linkerd.io/…) set it for that workload.';

const DEAD: Readonly<Record<Chart, readonly Note[]>> = {
  crds: [PARTIALS],
  controlPlane: [
    PARTIALS,
    {
      key: 'kubeAPI',
      why: 'It is only a YAML anchor inside values.yaml: no template reads it.',
      fix: 'Use identity.kubeAPI.clientQPS and identity.kubeAPI.clientBurst.',
    },
    {
      key: 'controllerResources',
      why: "It is only a YAML anchor inside the chart's values-ha.yaml: no template reads it.",
      fix: 'Use destinationResources, identityResources, proxyInjectorResources, spValidatorResources, heartbeatResources and policyController.resources.',
    },
    {
      key: 'proxyInjector.podAnnotations',
      range: '2.18-',
      why: 'Declared in values.yaml and read by nothing: the pods of the proxy injector take identity.podAnnotations.',
      fix: 'Use identity.podAnnotations, or podAnnotations for the whole control plane.',
    },
    { key: 'proxy.component', why: SET_BY_TEMPLATES, fix: OWN_PROXIES },
    { key: 'proxy.loadTrustBundleFromConfigMap', why: SET_BY_TEMPLATES, fix: OWN_PROXIES },
    { key: 'proxy.podInboundPorts', why: SET_BY_TEMPLATES, fix: OWN_PROXIES },
    { key: 'proxy.requireTLSOnInboundPorts', why: SET_BY_TEMPLATES, fix: OWN_PROXIES },
    { key: 'proxy.workloadKind', why: SET_BY_TEMPLATES, fix: OWN_PROXIES },
  ],
  multicluster: [
    PARTIALS,
    {
      key: 'controllers[].podAnnotations',
      range: '2.18-',
      why: 'The chart ignores it: annotations cannot restart the mirror of one Link, only all of them.',
      fix: 'Use podAnnotations, which all mirror controllers and the local service mirror take.',
    },
    {
      key: 'controllerDefaults.podAnnotations',
      range: '2.18-',
      why: 'The chart ignores it.',
      fix: 'Use podAnnotations, which all mirror controllers and the local service mirror take.',
    },
    {
      key: 'gateway.podAnnotations',
      why: 'The chart ignores it.',
      fix: 'Use gateway.deploymentAnnotations: in spite of the name they land on the pods.',
    },
    {
      key: 'controllerDefaults.nodeAffinity',
      range: '2.18-2.18',
      why: 'Declared in values.yaml of 2.18 and read by nothing before 2.19.',
      fix: 'Use controllerDefaults.nodeSelector, or Linkerd 2.19.',
    },
    {
      key: 'controllerDefaults.enablePodAntiAffinity',
      range: '2.18-2.18',
      why: 'In 2.18 Helm fails on any entry of controllers[] for which it is true, so each entry that the fleet writes says that it is false.',
      fix: 'Remove it, or use Linkerd 2.19.',
    },
    { key: 'controllerDefaults.image.pullPolicy', range: '2.18-', why: NO_PULL_POLICY },
    { key: 'localServiceMirror.image.pullPolicy', why: NO_PULL_POLICY },
    { key: 'imagePullPolicy', why: HOOK_JOB },
    { key: 'namespaceMetadata', why: HOOK_JOB },
    { key: 'proxyOutboundPort', why: 'Declared in values.yaml and read by nothing.' },
    { key: 'cniEnabled', why: 'Only `linkerd multicluster install` reads it; Helm renders no Namespace.' },
  ],
};

const REFUSED: Readonly<Record<Chart, readonly Note[]>> = {
  crds: [],
  controlPlane: [{ key: 'enablePSP', why: PSP }],
  multicluster: [{ key: 'enablePSP', why: PSP }],
};

/** Old key → what does its job since; the old key is ignored from then on. */
const RENAMED: Readonly<Record<Chart, ReadonlyMap<string, string>>> = {
  crds: new Map([['installGatewayAPI', 'enableHttpRoutes, enableTlsRoutes and enableTcpRoutes']]),
  controlPlane: new Map([
    ['controlPlaneTracing', 'controller.tracing.enabled'],
    ['controlPlaneTracingNamespace', 'controller.tracing.collector.endpoint (host:port, no longer a namespace)'],
    ['controller.tracing', 'controlPlaneTracing and controlPlaneTracingNamespace'],
    ['policyController.image', 'controllerImage, controllerImageVersion and imagePullPolicy'],
    ['proxyInit.image', 'proxy.image, which has proxy-init inside'],
    ['networkValidator.securityContext', 'networkValidator.enableSecurityContext'],
    ['proxy.runtime', 'proxy.cores'],
    ['proxy.tracing.enable', 'proxy.tracing.enabled alone'],
    ['destinationController.podAnnotations', 'podAnnotations'],
    ['identity.podAnnotations', 'podAnnotations'],
  ]),
  multicluster: new Map(),
};

/** The reason why nothing reads `key`; undefined when something does, or when it is simply unknown. */
export function deadKey(chart: Chart, version: LinkerdVersion, key: string): Note | undefined {
  return DEAD[chart].find((note) => note.key === key && inRange(note.range ?? '', version));
}

/** The reason why `key` must not be true. */
export function refusedKey(chart: Chart, version: LinkerdVersion, key: string): Note | undefined {
  return REFUSED[chart].find((note) => note.key === key && inRange(note.range ?? '', version));
}

/** What does the job of `key` in the releases that do not read it. */
export function replacement(chart: Chart, key: string): string | undefined {
  return RENAMED[chart].get(key);
}
