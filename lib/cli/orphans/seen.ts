/** `--orphans CLUSTER=…`: files, standard input, or a context of kubectl, which is only asked where a flag says so. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { RESOURCES as KUBECTL, POLICIES, type SeenCluster, type SeenObject } from '../../analysis/orphans/named';
import { FleetError, issue } from '../../errors';
import type { ClusterModel, FleetModel } from '../../model/types';
import { clusterOf, type Project } from '../../project';
import type { Io } from '../io';
import { MAX_DUMP_BYTES, readDump } from './dump';

/** Resources that are looked at; without Secrets, whose dump holds what nobody should pass around. */
export const RESOURCES = [
  'namespaces,services,endpoints,endpointslices.discovery.k8s.io,serviceaccounts,leases.coordination.k8s.io,deployments.apps',
  'links.multicluster.linkerd.io',
  ...Object.values(POLICIES),
].join(',');
/** What makes Secrets: asked for where the cluster has them. */
const MAKERS = ['ExternalSecret', 'PushSecret', 'SealedSecret'].map((kind) => KUBECTL[kind] as string);
const NAMES = '{range .items[*]}{.kind}{" "}{.metadata.namespace}{" "}{.metadata.name}{"\\n"}{end}';

/**
 * What was seen of the clusters that flags name, those of one name together.
 *
 * @param base an earlier fleet, whose clusters may have left
 * @throws DUMP_UNREADABLE, CLUSTER_UNKNOWN
 */
export function seenClusters(
  given: readonly string[],
  project: Project,
  base: FleetModel | undefined,
  io: Io,
): readonly Omit<SeenCluster, 'written'>[] {
  const clusters = new Map<string, Omit<SeenCluster, 'written'>>();
  for (const one of given) {
    const [name, from] = splitAt(one);
    const own = project.fleet.clusters.get(name);
    const cluster: ClusterModel = own ?? base?.clusters.get(name) ?? clusterOf(project, name);
    const context = from.startsWith(CONTEXT) ? from.slice(CONTEXT.length) : undefined;
    const objects = context === undefined ? fromText(one, textOf(one, from, io)) : asked(one, context);
    const before = clusters.get(name);
    clusters.set(name, {
      name,
      context: context ?? before?.context ?? name,
      cluster,
      hasLeft: own === undefined,
      objects: [...(before?.objects ?? []), ...objects],
    });
  }
  for (const { name, objects } of clusters.values()) {
    if (objects.length === 0) throw unreadable(name, 'no object: every cluster has some');
  }
  return [...clusters.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const CONTEXT = 'context:';

function splitAt(given: string): [name: string, from: string] {
  const place = given.indexOf('=');
  if (place < 1 || place === given.length - 1) throw unreadable(given, 'no CLUSTER=FILE');
  return [given.slice(0, place), given.slice(place + 1)];
}

const unreadable = (given: string, found: string) =>
  new FleetError([issue('DUMP_UNREADABLE', { path: `--orphans ${given}`, found })]);

function textOf(given: string, from: string, io: Io): string {
  if (from === '-') return io.stdin();
  const path = resolve(io.cwd, from);
  try {
    const { size } = statSync(path);
    if (size > MAX_DUMP_BYTES) throw unreadable(given, `${size} bytes; at most ${MAX_DUMP_BYTES} are read`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw FleetError.is(error) ? error : unreadable(given, 'no file that can be read');
  }
}

function fromText(given: string, text: string): readonly SeenObject[] {
  const dump = readDump(text);
  if ('why' in dump) throw unreadable(given, dump.why);
  return dump.objects;
}

/** Asks the API server, without changing anything; of Secrets, and of what makes them, their names alone come here. */
function asked(given: string, context: string): readonly SeenObject[] {
  if (!/^[A-Za-z0-9][A-Za-z0-9@:./_-]*$/.test(context)) throw unreadable(given, 'a context that no command could name');
  const get = (resources: string, format: string) => {
    const { stdout, failed } = kubectl(context, ['get', '-A', resources, '-o', format]);
    if (failed) throw unreadable(given, `kubectl get ${resources} did not answer`);
    return stdout;
  };
  const there = servedIn(given, context);
  const named = ['secrets', ...MAKERS.filter((resource) => there.has(resource))].join(',');
  const items = get(named, `jsonpath=${NAMES}`)
    .split('\n')
    .flatMap((line) => {
      const [kind, namespace, name] = line.split(' ');
      return name === undefined ? [] : [{ kind, metadata: { namespace, name } }];
    });
  return [...fromText(given, get(RESOURCES, 'json')), ...fromText(given, JSON.stringify({ kind: 'List', items }))];
}

/**
 * Resources that the API server serves. kubectl fails where one of its aggregated API servers does not answer, and prints the
 * others all the same: custom resources, which it serves itself, are among those.
 */
function servedIn(given: string, context: string): ReadonlySet<string> {
  const served = new Set(kubectl(context, ['api-resources', '--verbs=list', '-o', 'name']).stdout.split('\n'));
  if (!served.has('secrets')) throw unreadable(given, 'kubectl api-resources did not answer');
  return served;
}

function kubectl(context: string, args: readonly string[]): { readonly stdout: string; readonly failed: boolean } {
  const { stdout, status } = spawnSync('kubectl', ['--context', context, ...args], {
    encoding: 'utf8',
    maxBuffer: MAX_DUMP_BYTES,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { stdout: stdout ?? '', failed: status !== 0 };
}
