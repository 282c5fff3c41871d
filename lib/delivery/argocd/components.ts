/**
 * The Applications of a cluster, and which files of its directory each of them applies. Every file belongs to exactly one.
 *
 * Plain manifests travel with the chart that cannot do without them, because sync waves order only what one Application
 * applies: namespaces and trust go before the control plane that mounts them, in one operation. What sources need of a target
 * (`multicluster/access.yaml`) comes with the chart linkerd-multicluster and not with the Links: a source's credentials are
 * ready only once its target has pushed them, and were both in one Application, a wave of RollingSync would wait for tokens
 * that only a later wave makes.
 */
import type { Chart } from '../../linkerd/charts';

/** One Application of a cluster. */
export interface Component {
  /** First part of the names of its Applications, and for charts the directory with their values. */
  readonly name: string;
  /** The chart it installs; absent for plain manifests. */
  readonly chart?: Chart;
  /** Manifests it applies: globs relative to the cluster's directory, in which a star matches slashes too. */
  readonly include?: readonly string[];
  /** All manifests but these. */
  readonly exclude?: readonly string[];
  /** Release namespace of the chart, under the key that `linkerd` of cluster.json has for it. */
  readonly namespace: 'namespace' | 'multiclusterNamespace';
  readonly syncOptions?: readonly string[];
  /**
   * Whether leaving a Link, a Service or a cluster takes objects out of it. Of the others only an upgrade does, and what they
   * have is under everything else: CRDs, the control plane, trust.
   */
  readonly removable: boolean;
}

const CHARTS: readonly Component[] = [
  { name: 'linkerd-crds', chart: 'crds', namespace: 'namespace', removable: false },
  {
    name: 'linkerd-control-plane',
    chart: 'controlPlane',
    include: ['namespaces/*', 'trust/*'],
    namespace: 'namespace',
    removable: false,
  },
  {
    name: 'linkerd-multicluster',
    chart: 'multicluster',
    // After the chart, which has the objects of gateway.yaml too: of two, Argo CD takes that of the later source.
    include: ['multicluster/access.yaml', 'multicluster/gateway.yaml'],
    namespace: 'multiclusterNamespace',
    removable: true,
  },
];

/** Everything else: credentials, Links, services, what the author attached. */
const REST: Component = {
  name: 'linkerd-cluster',
  exclude: ['cluster.json', ...CHARTS.flatMap(({ name, include = [] }) => [`${name}/*`, ...include])],
  namespace: 'multiclusterNamespace',
  removable: true,
  syncOptions: [
    // What did not change is not waited for: one Link that fails, or one target that has not pushed its token yet, would
    // otherwise keep every later wave of the cluster from being applied.
    'ApplyOutOfSyncOnly=true',
    // The CRD of Link comes with a chart of another Application, those of External Secrets and Prometheus from elsewhere.
    'SkipDryRunOnMissingResource=true',
  ],
};

/** In the order in which a cluster needs them. */
export const COMPONENTS: readonly Component[] = [...CHARTS, REST];

/** Globs as one pattern of Argo CD's directory source (gobwas/glob: `{a,b}` is either). */
export function anyOf(globs: readonly string[]): string {
  return globs.length === 1 ? globs.join() : `{${globs.join(',')}}`;
}

/**
 * Directories and files of a cluster whose changes concern the Application, for the annotation manifest-generate-paths:
 * `/`-separated, from the root of the repository.
 */
export function watched({ name, chart, include = [] }: Component, directory: string): string {
  const own = chart === undefined ? [directory] : [name, ...include].map((path) => `${directory}/${path}`);
  return own.map((path) => `/${path.replace(/\/\*$/, '')}`).join(';');
}
