/** The Links of a full mesh, written by us and by what people would use instead. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Bench,
  clear,
  describe,
  duration,
  forget,
  type Goal,
  megabytes,
  type Outcome,
  ours,
  type Row,
  repeat,
  roundsOf,
  settled,
  table,
} from '../bench';
import { clusterNames, type Shape } from '../fleets';
import { Documents } from '../peers/documents';
import { type Facts, type Job, PEERS, type Peer, prepare, written } from '../peers/peers';
import { type Run, run } from '../process';
import { median } from '../statistics';

/**
 * Ours writes everything that a cluster gets, theirs the Links alone. Of 1,000 clusters they write every tenth, or the bench
 * would take an hour, and are held against a tenth of the time of ours for all. What starts once is in theirs ten times then, a
 * second at most; what grows faster than with clusters, such as one cdk8s App, is in theirs a tenth instead of a hundredth.
 */
export const peers: Row = {
  name: 'peers',
  about: 'the same Links by others',
  async measure(bench): Promise<Outcome> {
    const goals: Goal[] = [];
    const lines: string[][] = [];
    for (const clusters of bench.small ? [20] : [200, 1000]) {
      const own: Run[] = [];
      const trees: string[] = [];
      const held = await contest(bench, clusters, trees);
      for (const peer of PEERS) {
        const tool = peer.tool(bench.say);
        if ('missing' in tool) {
          lines.push([peer.name, '', 'not measured', '', '', '', tool.missing]);
          continue;
        }
        const { goal, theirs, mine } = await against(bench, peer, tool.path, held, trees);
        goals.push(goal);
        own.push(...mine);
        lines.push([peer.name, sizeOf(clusters), tool.version, ...timesOf(theirs), peer.how]);
      }
      await clear(bench, ...trees);
      if (own.length === 0) continue;
      lines.push([
        'linkerd-fleet',
        String(clusters),
        '',
        ...timesOf(own),
        'everything that a cluster gets, Links and the rest',
      ]);
    }
    const head = ['peer', 'clusters', 'version', 'wall', 'processor', 'RSS of a process', 'how'];
    return { goals, details: { title: 'Peers', text: table(head, lines) } };
  },
};

/** One in so many clusters is written by others. */
const partOf = (clusters: number): number => (clusters === 1000 ? 10 : 1);

const sizeOf = (clusters: number): string =>
  partOf(clusters) === 1 ? String(clusters) : `${clusters / partOf(clusters)} of ${clusters}`;

const timesOf = (runs: readonly Run[]): readonly string[] => [
  duration(median(runs.map(({ ms }) => ms))),
  duration(median(runs.map(({ cpuMs }) => cpuMs))),
  megabytes(runs),
];

/** What everybody has to write, and ours of it. */
interface Contest {
  readonly job: Job;
  readonly fleet: string;
  /** The Links of each cluster. */
  readonly expected: ReadonlyMap<string, readonly string[]>;
}

async function contest(bench: Bench, clusters: number, trees: string[]): Promise<Contest> {
  const shape: Shape = { kind: 'mesh', clusters };
  const [fleet, out] = [describe(bench, shape), join(bench.dir, `ours-${clusters}`)];
  trees.push(out);
  forget(bench);
  await run(ours('synth', fleet, '--out', out), bench.dir);
  const { byCluster, ...job } = linksIn(out, shape);
  return { job: { ...job, dir: '' }, fleet, expected: byCluster };
}

/** Ours and theirs in turns; what they wrote is compared with ours. */
async function against(
  bench: Bench,
  peer: Peer,
  tool: string,
  { job: common, fleet, expected }: Contest,
  trees: string[],
): Promise<{ readonly goal: Goal; readonly theirs: readonly Run[]; readonly mine: readonly Run[] }> {
  const { clusters, sources } = common.facts;
  const job = () => ({ ...common, dir: trees.at(-1) as string });
  const part = clusters.length / sources.length;
  const pairs = await repeat(bench, { least: part > 1 ? 1 : 2, most: 3, seconds: 10 }, async () => {
    const out = join(bench.dir, `ours-${trees.length}`);
    trees.push(out, join(bench.dir, `peer-${trees.length}`));
    forget(bench);
    prepare(peer, job());
    const theirs = await settled(bench, peer.command(job(), tool));
    return { theirs, own: await settled(bench, ours('synth', fleet, '--out', out)) };
  });
  const difference = firstDifference(expected, written(peer, job()));
  if (difference !== undefined) throw new Error(`${peer.name}: ${difference}`);
  const ratios = pairs.map(({ theirs, own }) => (part * theirs.ms) / own.ms);
  const [theirs, own] = [median(pairs.map((p) => p.theirs.ms)), median(pairs.map((p) => p.own.ms))];
  const sizes = part > 1 ? [` for ${sources.length} clusters`, ` for all ${clusters.length}`] : ['', ''];
  const from = `${duration(theirs)}${sizes[0]} against ${duration(own)}${sizes[1]} (ours); ${roundsOf(pairs)}; equal Links`;
  const goal: Goal = {
    work: `faster than ${peer.name}, ${(clusters.length * (clusters.length - 1)).toLocaleString('en')} Links`,
    measured: median(ratios),
    unit: '×',
    goal: { least: 10 },
    from,
  };
  return { goal, theirs: pairs.map((p) => p.theirs), mine: pairs.map((p) => p.own) };
}

function firstDifference(
  expected: ReadonlyMap<string, readonly string[]>,
  found: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  if (found.size !== expected.size) return `${found.size} clusters instead of ${expected.size}`;
  for (const [cluster, links] of expected) {
    const others = found.get(cluster) ?? [];
    if (links.length !== others.length) return `${others.length} Links instead of ${links.length} in ${cluster}`;
    const i = links.findIndex((link, at) => link !== others[at]);
    if (i >= 0) return `in ${cluster}\n${others[i]}\ninstead of\n${links[i]}`;
  }
  return undefined;
}

/** Our Links, and the facts that others make theirs of. */
function linksIn(
  out: string,
  shape: Shape,
): Omit<Job, 'dir'> & { readonly byCluster: ReadonlyMap<string, readonly string[]> } {
  const documents = new Documents();
  const names = clusterNames(shape);
  const text = (name: string) => readFileSync(join(out, 'clusters', name, 'multicluster', 'links.yaml'), 'utf8');
  const sources = names.filter((_, i) => i % partOf(names.length) === 0);
  const byCluster = new Map(sources.map((name) => [name, documents.ofStream(text(name))]));
  const links = new Map<string, string>();
  for (const source of names.slice(0, 2)) {
    const documentsOfSource = text(source).split(/^---\n/m);
    const targets = names.filter((name) => name !== source);
    for (const [i, target] of targets.entries()) links.set(target, documentsOfSource[i]!);
  }
  const facts: Facts = {
    domain: 'mesh.example.com',
    clusters: names.map((name) => ({ name, gateway: `gateway.${name}.example.com` })),
    sources,
  };
  return { facts, links, documents, byCluster };
}
