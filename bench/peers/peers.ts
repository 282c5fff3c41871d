/** What people would use instead to write the Links of a fleet, each as its own users would use it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import type { Command } from '../process';
import { canonical, type Documents } from './documents';
import { goTool, pathTool, type Tool } from './tools';

/** The same facts for everybody. */
export interface Facts {
  readonly domain: string;
  readonly clusters: readonly { readonly name: string; readonly gateway: string }[];
  /** The clusters whose Links are to be written. */
  readonly sources: readonly string[];
}

/** The work of one peer, in a directory of its own. */
export interface Job {
  readonly dir: string;
  readonly facts: Facts;
  /** A Link of each target, as YAML: for those who are given Links instead of making them. */
  readonly links: ReadonlyMap<string, string>;
  readonly documents: Documents;
}

/** Somebody else's way. */
export interface Peer {
  readonly name: string;
  /** Its program, in a line. */
  readonly how: string;
  readonly tool: (say: (text: string) => void) => Tool;
  /** Writes what it reads; not measured. */
  readonly prepare?: (job: Job) => void;
  /** What is measured. It writes below `dir`. */
  readonly command: (job: Job, tool: string) => Command;
  /** The Links that it wrote for each cluster. @default - <cluster>.yaml in `out` */
  readonly written?: (job: Job) => ReadonlyMap<string, readonly string[]>;
}

const program = (name: string): string => join(__dirname, name);

const cdk8s = (name: string, mode: 'one' | 'each', how: string): Peer => ({
  name,
  how,
  tool: () => ({
    path: process.execPath,
    version: (JSON.parse(readFileSync(require.resolve('cdk8s/package.json'), 'utf8')) as { version: string }).version,
  }),
  command: ({ dir }, tool) => ({
    command: tool,
    args: [program('cdk8s.mjs'), join(dir, 'facts.json'), join(dir, 'out'), mode],
  }),
  written: (job) => filesOf(job, '.k8s.yaml'),
});

/** Runs a command line once for each cluster, `{}`, on all cores. */
const forEachCluster = ({ dir }: Job, tool: string, line: string): Command => ({
  command: 'sh',
  args: ['-c', `xargs -P ${os.availableParallelism()} -I{} sh -c '${line}' < clusters.txt`],
  cwd: dir,
  env: { TOOL: tool, HOME: dir },
});

/** All peers. */
export const PEERS: readonly Peer[] = [
  cdk8s('cdk8s, one App', 'one', 'one App, a Chart for each cluster, an ApiObject for each Link'),
  cdk8s('cdk8s, an App per cluster', 'each', 'an App with one Chart for each cluster, in one process'),
  {
    name: 'go-jsonnet',
    how: '`jsonnet -m -S`, `std.manifestYamlStream` for each cluster',
    tool: (say) => goTool('jsonnet', say),
    command: ({ dir }, tool) => ({
      command: tool,
      args: ['-S', '-m', join(dir, 'out'), '-J', dir, program('links.jsonnet')],
    }),
  },
  {
    name: 'kustomize',
    how: 'a base with a Link of each target, an overlay for each cluster that leaves out its own; on all cores',
    tool: (say) => goTool('kustomize', say),
    prepare: kustomizeTree,
    command: (job, tool) => forEachCluster(job, tool, '"$TOOL" build overlays/{} -o out/{}.yaml'),
  },
  {
    name: 'cue',
    how: '`cue export` of all clusters at once, as JSON, which it writes twice as fast as YAML',
    tool: (say) => goTool('cue', say),
    prepare: ({ dir, facts }) => {
      writeFileSync(join(dir, 'facts.cue'), `package fleet\n\n${JSON.stringify(facts, null, 1).slice(2, -2)}\n`);
    },
    command: ({ dir }, tool) => ({
      command: tool,
      args: [
        'export',
        program('links.cue'),
        'facts.cue',
        '-e',
        'links',
        '--out',
        'json',
        '--outfile',
        'out/links.json',
        '--force',
      ],
      cwd: dir,
      env: { HOME: dir },
    }),
    written: ({ dir }) => {
      const all = JSON.parse(readFileSync(join(dir, 'out', 'links.json'), 'utf8')) as Record<string, unknown[]>;
      return new Map(Object.entries(all).map(([cluster, links]) => [cluster, links.map(canonical).sort()]));
    },
  },
  {
    name: 'helm template',
    how: 'a chart that ranges over the clusters, a release for each cluster; on all cores',
    tool: (say) => goTool('helm', say),
    command: (job, tool) =>
      forEachCluster(
        job,
        tool,
        `"$TOOL" template links ${program('helm')} -f facts.json --set source={} > out/{}.yaml`,
      ),
  },
  {
    name: 'ytt',
    how: 'a template that loops over the clusters, run for each cluster; on all cores',
    tool: () =>
      pathTool('ytt', 'its Go module could not be had when peers were pinned, and there is no ytt on the PATH'),
    command: (job, tool) =>
      forEachCluster(
        job,
        tool,
        `"$TOOL" -f ${program('links.ytt.yaml')} --data-values-file facts.json --data-value source={} > out/{}.yaml`,
      ),
  },
];

/** Gives a peer what it reads. */
export function prepare(peer: Peer, job: Job): void {
  const { dir, facts } = job;
  mkdirSync(join(dir, 'out'), { recursive: true });
  writeFileSync(join(dir, 'facts.json'), JSON.stringify(facts, null, 1));
  writeFileSync(join(dir, 'clusters.txt'), facts.sources.map((name) => `${name}\n`).join(''));
  peer.prepare?.(job);
}

/** The Links that a peer wrote, by cluster. */
export function written(peer: Peer, job: Job): ReadonlyMap<string, readonly string[]> {
  return peer.written ? peer.written(job) : filesOf(job, '.yaml');
}

function filesOf({ dir, facts, documents }: Job, suffix: string): ReadonlyMap<string, readonly string[]> {
  const text = (cluster: string) => readFileSync(join(dir, 'out', `${cluster}${suffix}`), 'utf8');
  return new Map(facts.sources.map((name) => [name, documents.ofStream(text(name))]));
}

function kustomizeTree({ dir, facts, links }: Job): void {
  const write = (path: string, text: string) => {
    mkdirSync(join(dir, path, '..'), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  for (const [target, text] of links) write(`base/${target}.yaml`, text);
  write('base/kustomization.yaml', `resources:\n${[...links.keys()].map((target) => `- ${target}.yaml\n`).join('')}`);
  for (const name of facts.sources) {
    const gone = `{$patch: delete, apiVersion: multicluster.linkerd.io/v1alpha3, kind: Link, metadata: {name: ${name}, namespace: linkerd-multicluster}}`;
    write(`overlays/${name}/kustomization.yaml`, `resources:\n- ../../base\npatches:\n- patch: |\n    ${gone}\n`);
  }
}
