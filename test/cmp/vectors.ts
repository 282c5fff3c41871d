/** What the plugin is asked and what it answers, whoever carries the question: each is put to the command and to the server. */
import { documents, json } from '../cli/fleets';
import type { Variables } from './rig';

/** A question and its answer. */
export interface Vector {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Application path. */
  readonly path: string;
  readonly parameters?: unknown;
  /** ARGOCD_APP_PARAMETERS as it is, in place of `parameters`. */
  readonly raw?: string;
  /** Environment of the sidecar. */
  readonly sidecar?: Variables;
  /** Other variables of the request. */
  readonly env?: Variables;
  /** The cluster whose objects come back, all of them or those whose kinds are listed; or how the first line begins. */
  readonly answer: { readonly cluster: string; readonly kinds?: readonly string[] } | { readonly error: string };
}

const cluster = (name: string) => ({ name: 'cluster', string: name });
const fleet = { 'fleet.json': json() };
const tree = { ...fleet, 'clusters/east/.keep': '', 'clusters/west/.keep': '', 'apps/.keep': '' };
const yaml = documents()
  .map((document) => JSON.stringify(document))
  .join('\n---\n');

/** Which cluster. */
const CLUSTERS: readonly Vector[] = [
  {
    name: 'the parameter names the cluster',
    files: tree,
    path: 'apps',
    parameters: [cluster('east')],
    answer: { cluster: 'east' },
  },
  { name: 'the application path names it', files: tree, path: 'clusters/west', answer: { cluster: 'west' } },
  {
    name: 'a directory below clusters/<name> names it too',
    files: { ...tree, 'clusters/west/mesh/.keep': '' },
    path: 'clusters/west/mesh',
    answer: { cluster: 'west' },
  },
  {
    name: 'the last segment of the path names it where it is a cluster',
    files: { ...fleet, 'targets/east/.keep': '' },
    path: 'targets/east',
    answer: { cluster: 'east' },
  },
  {
    name: 'the sidecar names it',
    files: tree,
    path: 'apps',
    sidecar: { LINKERD_FLEET_CLUSTER: 'west' },
    answer: { cluster: 'west' },
  },
  {
    name: 'all three agree',
    files: tree,
    path: 'clusters/east',
    parameters: [cluster('east')],
    sidecar: { LINKERD_FLEET_CLUSTER: 'east' },
    answer: { cluster: 'east' },
  },
  {
    name: 'nobody names it',
    files: tree,
    path: 'apps',
    raw: 'null',
    answer: { error: 'CMP_CLUSTER_UNSAID cluster=- path=plugin.parameters[cluster] fix: Add `plugin.parameters' },
  },
  {
    name: 'parameter and path disagree',
    files: tree,
    path: 'clusters/west',
    parameters: [cluster('east')],
    answer: { error: 'CMP_CLUSTER_DISPUTED cluster=east path=plugin.parameters[cluster] fix: ' },
  },
  {
    name: 'sidecar and path disagree',
    files: tree,
    path: 'clusters/west',
    sidecar: { LINKERD_FLEET_CLUSTER: 'east' },
    answer: { error: 'CMP_CLUSTER_DISPUTED cluster=east path=LINKERD_FLEET_CLUSTER fix: ' },
  },
  {
    name: 'sidecar and parameter disagree',
    files: tree,
    path: 'apps',
    parameters: [cluster('west')],
    sidecar: { LINKERD_FLEET_CLUSTER: 'east' },
    answer: { error: 'CMP_CLUSTER_DISPUTED cluster=west ' },
  },
  {
    name: 'the fleet has no such cluster',
    files: tree,
    path: 'apps',
    parameters: [cluster('eats')],
    answer: {
      error: 'CLUSTER_UNKNOWN cluster=eats path=Cluster/eats fix: Did you mean east? Found: no cluster "eats".',
    },
  },
  {
    name: 'the path names a cluster that the fleet does not have',
    files: { ...tree, 'clusters/north/.keep': '' },
    path: 'clusters/north',
    answer: { error: 'CLUSTER_UNKNOWN cluster=north ' },
  },
  {
    name: 'variables of an Application name nothing',
    files: tree,
    path: 'apps',
    env: { ARGOCD_ENV_LINKERD_FLEET_CLUSTER: 'east', ARGOCD_ENV_CLUSTER: 'east', PARAM_CLUSTER: 'east' },
    answer: { error: 'CMP_CLUSTER_UNSAID ' },
  },
];

/** Which description. */
const FLEETS: readonly Vector[] = [
  {
    name: 'a YAML file is found',
    files: { 'fleet.yaml': yaml, 'clusters/east/.keep': '' },
    path: 'clusters/east',
    answer: { cluster: 'east' },
  },
  {
    name: 'a directory `fleet` is found, and read as a whole',
    files: {
      'fleet/fleet.json': JSON.stringify(documents().slice(0, 1)),
      'fleet/clusters/both.json': JSON.stringify(documents().slice(1)),
      'clusters/east/.keep': '',
    },
    path: 'clusters/east',
    answer: { cluster: 'east' },
  },
  {
    name: 'the nearest description above the path is taken',
    files: { 'fleet.json': '[]', 'a/fleet.json': json(), 'a/clusters/east/.keep': '' },
    path: 'a/clusters/east',
    answer: { cluster: 'east' },
  },
  {
    name: 'the parameter names another',
    files: { 'fleet.json': '[]', 'other/mesh.json': json(), 'clusters/east/.keep': '' },
    path: 'clusters/east',
    parameters: [{ name: 'fleet', string: 'other/mesh.json' }],
    answer: { cluster: 'east' },
  },
  {
    name: 'the sidecar names one',
    files: { 'fleet.json': '[]', 'other/mesh.json': json(), 'clusters/east/.keep': '' },
    path: 'clusters/east',
    sidecar: { LINKERD_FLEET: 'other' },
    answer: { cluster: 'east' },
  },
  {
    name: 'parameter and sidecar name different ones',
    files: tree,
    path: 'clusters/east',
    parameters: [{ name: 'fleet', string: 'other.json' }],
    sidecar: { LINKERD_FLEET: 'fleet.json' },
    answer: { error: 'CMP_FLEET_DISPUTED cluster=east path=plugin.parameters[fleet] ' },
  },
  {
    name: 'there is none',
    files: { 'clusters/east/.keep': '' },
    path: 'clusters/east',
    answer: { error: 'CMP_FLEET_UNSAID cluster=east path=clusters/east fix: ' },
  },
  {
    name: 'there are two side by side',
    files: { ...tree, 'fleet.yaml': yaml },
    path: 'clusters/east',
    answer: { error: 'CMP_FLEET_UNSAID cluster=east path=. ' },
  },
  {
    name: 'a file beside it has more documents, so that it is a part',
    files: {
      'fleet.json': json(),
      'clusters/north.yaml': 'kind: Cluster\nmetadata: { name: north }\n',
      'clusters/east/.keep': '',
    },
    path: 'clusters/east',
    answer: { error: 'CMP_FLEET_UNSAID cluster=east path=. ' },
  },
  {
    name: 'manifests beside it are none of it',
    files: {
      ...tree,
      'objects.yaml': 'apiVersion: v1\nkind: Service\nmetadata: { name: a }\n---\napiVersion: v1\nkind: Cluster\n',
      'clusters/app.json': '{"apiVersion": "v1", "kind": "Service"}',
    },
    path: 'clusters/east',
    answer: { cluster: 'east' },
  },
  {
    name: 'the one that is named does not exist',
    files: tree,
    path: 'clusters/east',
    parameters: [{ name: 'fleet', string: 'none.json' }],
    answer: { error: 'INPUT_NOT_FOUND cluster=east path=none.json ' },
  },
  {
    name: 'the one that is named is outside of the repository',
    files: tree,
    path: 'clusters/east',
    parameters: [{ name: 'fleet', string: '../../../../../etc' }],
    answer: { error: 'INPUT_OUTSIDE cluster=east ' },
  },
  {
    name: 'it is code, and nobody allowed that',
    files: { ...tree, 'fleets/prod.ts': 'throw 1' },
    path: 'clusters/east',
    parameters: [{ name: 'fleet', string: 'fleets/prod.ts' }],
    env: { ARGOCD_ENV_LINKERD_FLEET_CODE: 'allow' },
    answer: { error: 'CMP_CODE cluster=east path=fleets/prod.ts ' },
  },
  {
    name: 'it is not what a description is',
    files: { 'fleet.json': '{"kind": "Fleet", "spec": {"topolgy": {}}}', 'clusters/east/.keep': '' },
    path: 'clusters/east',
    answer: { error: 'SCHEMA_' },
  },
];

const edge = (source: string, target: string) => ({ source, target });
const pair = [edge('east', 'west'), edge('west', 'east')];
/** East and west, and a third cluster of this `spec`, with Links of its own as said. */
const withNorth = (spec: unknown, edges: readonly ReturnType<typeof edge>[] = []) => ({
  'fleet.json': json({
    fleet: { topology: { edges: [...pair, ...edges] } },
    more: [{ kind: 'Cluster', metadata: { name: 'north' }, spec }],
  }),
  'clusters/east/.keep': '',
  'clusters/north/.keep': '',
});

/** What is wrong with a fleet stops the clusters that it concerns. */
const WRONG: readonly Vector[] = [
  {
    name: 'a cluster that the one at hand has no Link with has a wrong value',
    files: withNorth({ podCidrs: ['10.1.2.3/16'] }),
    path: 'clusters/east',
    answer: { cluster: 'east' },
  },
  {
    name: 'such a cluster is not what a cluster is',
    files: withNorth({ podCidrs: 7 }),
    path: 'clusters/east',
    answer: { cluster: 'east' },
  },
  {
    name: 'the cluster at hand has a wrong value',
    files: withNorth({ podCidrs: ['10.1.2.3/16'] }),
    path: 'clusters/north',
    answer: { error: 'CIDR_HOST_BITS cluster=north path=Cluster/north.spec.podCidrs[0] ' },
  },
  {
    name: 'a cluster that it has a Link with lacks what the Link needs',
    files: withNorth({}, [edge('east', 'north')]),
    path: 'clusters/east',
    answer: { error: 'API_SERVER_MISSING cluster=east path=Cluster/north.spec.apiServer ' },
  },
  {
    name: 'a cluster that it has a Link with is not what a cluster is',
    files: withNorth({ podCidrs: 7 }, [edge('east', 'north')]),
    path: 'clusters/east',
    answer: { error: 'SCHEMA_' },
  },
];

/** Parameters and settings. */
const PARAMETERS: readonly Vector[] = [
  {
    name: 'components select files as the ApplicationSets do',
    files: tree,
    path: 'clusters/east',
    parameters: [{ name: 'components', array: ['linkerd-cluster'] }],
    answer: { cluster: 'east', kinds: ['ExternalSecret', 'Link', 'Service'] },
  },
  {
    name: 'a component without objects of a cluster that has others',
    files: {
      'fleet.json': JSON.stringify(documents({ fleet: { topology: [] } }).slice(0, 3)),
      'clusters/east/.keep': '',
    },
    path: 'clusters/east',
    parameters: [{ name: 'components', array: ['linkerd-cluster'] }],
    answer: { cluster: 'east', kinds: ['List'] },
  },
  {
    name: 'one that does not exist',
    files: tree,
    path: 'clusters/east',
    parameters: [{ name: 'clster', string: 'east' }],
    answer: { error: 'CMP_PARAMETER cluster=east path=plugin.parameters[clster] fix: Did you mean cluster?' },
  },
  {
    name: 'one of another type',
    files: tree,
    path: 'clusters/east',
    parameters: [{ name: 'components', string: 'linkerd-cluster' }],
    answer: { error: 'CMP_PARAMETER cluster=east path=plugin.parameters[components] fix: Write { name: components' },
  },
  {
    name: 'one twice',
    files: tree,
    path: 'apps',
    parameters: [cluster('east'), cluster('west')],
    answer: { error: 'CMP_PARAMETER cluster=- path=plugin.parameters[cluster] ' },
  },
  {
    name: 'a component that is a chart and nothing else',
    files: tree,
    path: 'clusters/east',
    parameters: [{ name: 'components', array: ['linkerd-crds'] }],
    answer: { error: 'CMP_PARAMETER cluster=east path=plugin.parameters[components] ' },
  },
  {
    name: 'no component at all',
    files: tree,
    path: 'clusters/east',
    parameters: [{ name: 'components', array: [] }],
    answer: { error: 'CMP_PARAMETER cluster=east path=plugin.parameters[components] fix: Name the components' },
  },
  { name: 'null', files: tree, path: 'clusters/east', raw: 'null', answer: { cluster: 'east' } },
  { name: 'an empty list', files: tree, path: 'clusters/east', raw: '[]', answer: { cluster: 'east' } },
  {
    name: 'no JSON',
    files: tree,
    path: 'clusters/east',
    raw: '[{"name":',
    answer: { error: 'CMP_PARAMETER cluster=east path=ARGOCD_APP_PARAMETERS ' },
  },
  { name: 'an object', files: tree, path: 'clusters/east', raw: '{}', answer: { error: 'CMP_PARAMETER ' } },
];

/** All of them. */
export const VECTORS: readonly Vector[] = [...CLUSTERS, ...FLEETS, ...WRONG, ...PARAMETERS];

/** What Argo CD sets for a question. */
export function requestOf({ path, parameters, raw, env = {} }: Vector): Variables {
  const json = raw ?? (parameters === undefined ? undefined : JSON.stringify(parameters));
  return {
    ...env,
    ARGOCD_APP_NAME: 'app',
    ARGOCD_APP_SOURCE_PATH: path,
    ...(json === undefined ? {} : { ARGOCD_APP_PARAMETERS: json }),
  };
}
