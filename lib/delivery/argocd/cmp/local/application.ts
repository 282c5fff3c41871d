/** An Application as its author wrote it, as far as a plugin is concerned. */
import { FleetError, type Issue, issue } from '../../../../errors';
import { endpoint } from '../../../../model/rules/apiserver';
import type { ClusterModel } from '../../../../model/types';
import { parseData } from '../../../../read/tree';
import type { Environment } from '../settings';
import { short } from '../words';

/** One source of an Application that names a plugin. */
export interface PluginSource {
  /** Its place among the sources, from 1. */
  readonly number: number;
  readonly path: string;
  /** Name of the plugin; undefined leaves Argo CD to find one. */
  readonly plugin?: string;
  /** ARGOCD_APP_PARAMETERS, as the repo-server writes it: `null` without parameters. */
  readonly parameters: string;
}

/** A file of Helm values that a chart of the Application takes from the repository of a plugin's source. */
export interface ValuesFile {
  /** Place of the chart among the sources, from 1. */
  readonly number: number;
  readonly chart: string;
  /** As the Application says it: `$values/dist/…`. */
  readonly said: string;
  /** From the root of the repository. */
  readonly path: string;
}

/** An Application that uses plugins. */
export interface Application {
  readonly name: string;
  readonly destination: { readonly name?: string; readonly server?: string };
  /** How many sources it has in all. */
  readonly sources: number;
  readonly plugins: readonly PluginSource[];
  /** What its charts need of the repository: a plugin cannot make it for them. */
  readonly values: readonly ValuesFile[];
}

type Tree = Readonly<Record<string, unknown>>;

/** Reads the one Application of a file. @throws CMP_APPLICATION, INPUT_… */
export function readApplication(text: string, file: string): Application {
  const { documents, issues } = parseData(text, file);
  if (issues.length > 0) throw new FleetError(issues);
  const found = documents.map(({ value }) => tree(value)).filter((value) => value.kind === 'Application');
  const [application] = found;
  if (application === undefined || found.length > 1) {
    throw new FleetError([wrong(file, found.length === 0 ? 'no Application' : `${found.length} Applications`)]);
  }
  const spec = tree(application.spec);
  const sources = Array.isArray(spec.sources) ? spec.sources.map(tree) : [tree(spec.source)];
  const plugins = sources.flatMap((source, i) => pluginSource(source, i + 1));
  if (plugins.length === 0) throw new FleetError([wrong(file, 'no source with `plugin`')]);
  const destination = tree(spec.destination);
  return {
    name: texts(tree(application.metadata).name) ?? '',
    destination: { name: texts(destination.name), server: texts(destination.server) },
    sources: sources.length,
    plugins,
    values: valuesFiles(sources),
  };
}

/** Only of the repository that a plugin renders from: of others nothing is known here. */
function valuesFiles(sources: readonly Tree[]): readonly ValuesFile[] {
  const repositories = sources.flatMap((source) => (source.plugin === undefined ? [] : [source.repoURL]));
  const refs = sources.flatMap(({ ref, repoURL }) => (repositories.includes(repoURL) ? (texts(ref) ?? []) : []));
  return sources.flatMap(({ chart, helm }, i) => {
    const { valueFiles, ignoreMissingValueFiles } = tree(helm);
    if (!Array.isArray(valueFiles) || ignoreMissingValueFiles === true) return [];
    return valueFiles.flatMap((said) => {
      const [, ref, path] = /^\$([^/]+)\/(.+)$/.exec(String(said)) ?? [];
      if (path === undefined || !refs.includes(ref as string)) return [];
      return [{ number: i + 1, chart: texts(chart) ?? '', said: String(said), path }];
    });
  });
}

function pluginSource(source: Tree, number: number): readonly PluginSource[] {
  if (typeof source.plugin !== 'object') return [];
  const plugin = tree(source.plugin);
  const parameters = JSON.stringify(plugin.parameters ?? null);
  return [{ number, path: texts(source.path) ?? '.', plugin: texts(plugin.name), parameters }];
}

/** What the repo-server adds to the environment of the sidecar, as far as this plugin reads it. */
export function environmentOf(sidecar: Environment, application: Application, source: PluginSource): Environment {
  const own = Object.entries(sidecar).filter(([name]) => !/^(ARGOCD_(APP|ENV)_|PARAM_)/.test(name));
  return {
    ...Object.fromEntries(own),
    ARGOCD_APP_NAME: application.name,
    ARGOCD_APP_SOURCE_PATH: source.path,
    ARGOCD_APP_PARAMETERS: source.parameters,
  };
}

/** A cluster, as far as destinations are told by it. */
type Place = Pick<ClusterModel, 'name' | 'argocd' | 'apiServer'>;

/** The cluster that Argo CD itself runs in. */
const IN_CLUSTER = 'https://kubernetes.default.svc';

/**
 * Says when an Application would carry the objects of a cluster to somewhere else.
 *
 * @param others all clusters of the fleet: a server is told by theirs where the description names the destination only
 */
export function destinationIssues(
  { name, destination }: Application,
  cluster: Place,
  others: Iterable<Place>,
): readonly Issue[] {
  const { argocd } = cluster;
  const shouldBe = argocd.server ?? argocd.name;
  const report = (found: string) => [
    issue('CMP_DESTINATION', {
      path: `Application/${name}.spec.destination`,
      found,
      allowed: `${shouldBe}, for cluster ${cluster.name}`,
      clusters: [cluster.name],
    }),
  ];
  const { server = '' } = destination;
  if (server === '') {
    if (destination.name === argocd.name) return [];
    return report(destination.name === undefined ? 'none' : short(destination.name));
  }
  if (destination.name !== undefined && destination.name !== '')
    return report('name and server, of which Argo CD takes one');
  if (argocd.server !== undefined) return server === argocd.server ? [] : report(short(server));
  const at = endpoint(server);
  if (at === endpoint(IN_CLUSTER)) return report(`${IN_CLUSTER}, the cluster that Argo CD runs in`);
  const owner = [...others].find((other) => serversOf(other).includes(at));
  return owner === undefined || owner.name === cluster.name ? [] : report(`${short(server)}, which is ${owner.name}`);
}

/** Whether the description has nothing to compare the destination with: Argo CD may know a server by a URL of its own. */
export function isUntold({ destination: { server = '' } }: Application, cluster: Place): boolean {
  return server !== '' && cluster.argocd.server === undefined && !serversOf(cluster).includes(endpoint(server));
}

const serversOf = ({ argocd, apiServer }: Place): readonly string[] =>
  [argocd.server, apiServer?.url, ...Object.values(apiServer?.networks ?? {}).map(({ url }) => url)].flatMap((url) =>
    url === undefined ? [] : [endpoint(url)],
  );

const tree = (value: unknown): Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : {};

const texts = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const wrong = (path: string, found: string): Issue => issue('CMP_APPLICATION', { path, found });
