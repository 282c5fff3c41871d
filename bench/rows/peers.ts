/** The Links of a full mesh, written by us and by what people would use instead. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Bench,
  clear,
  describe,
  duration,
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

/** Ours writes everything that a cluster gets, theirs the Links alone. */
export const peers: Row = {
  name: 'peers',
  about: 'the same Links by others',
  async measure(bench): Promise<Outcome> {
    const shape: Shape = { kind: 'mesh', clusters: bench.small ? 20 : 200 };
    const fleet = describe(bench, shape);
    const out = join(bench.dir, 'ours');
    await run(ours('synth', fleet, '--out', out), bench.dir);
    const expected = linksIn(out, shape);
    const goals: Goal[] = [];
    const lines: string[][] = [];
    for (const peer of PEERS) {
      const tool = peer.tool(bench.say);
      if ('missing' in tool) {
        lines.push([peer.name, 'not measured', '', '', '', tool.missing]);
        continue;
      }
      const job = { ...expected, dir: join(bench.dir, 'peer') };
      const { goal, theirs } = await against(bench, peer, tool.path, job, fleet, out, expected.byCluster);
      goals.push(goal);
      lines.push([
        peer.name,
        tool.version,
        duration(median(theirs.map(({ ms }) => ms))),
        duration(median(theirs.map(({ cpuMs }) => cpuMs))),
        megabytes(theirs),
        peer.how,
      ]);
    }
    await clear(bench, out);
    const title = `Peers: ${shape.clusters} clusters, ${(shape.clusters * (shape.clusters - 1)).toLocaleString('en')} Links`;
    return {
      goals,
      details: { title, text: table(['peer', 'version', 'wall', 'processor', 'RSS of a process', 'how'], lines) },
    };
  },
};

/** Ours and theirs in turns; what they wrote is compared with ours. */
async function against(
  bench: Bench,
  peer: Peer,
  tool: string,
  job: Job,
  fleet: string,
  out: string,
  expected: ReadonlyMap<string, readonly string[]>,
): Promise<{ readonly goal: Goal; readonly theirs: readonly Run[] }> {
  const pairs = await repeat(bench, { least: 3, most: 5, seconds: 30 }, async () => {
    await clear(bench, out, job.dir);
    prepare(peer, job);
    const theirs = await settled(bench, peer.command(job, tool));
    return { theirs, own: await settled(bench, ours('synth', fleet, '--out', out)) };
  });
  const difference = firstDifference(expected, written(peer, job));
  if (difference !== undefined) throw new Error(`${peer.name}: ${difference}`);
  await clear(bench, job.dir);
  const ratios = pairs.map(({ theirs, own }) => theirs.ms / own.ms);
  const [theirs, own] = [median(pairs.map((p) => p.theirs.ms)), median(pairs.map((p) => p.own.ms))];
  const from = `${duration(theirs)} against ${duration(own)} (ours); ${roundsOf(pairs)}; equal Links`;
  const goal: Goal = {
    work: `faster than ${peer.name}`,
    measured: median(ratios),
    unit: '×',
    goal: { least: 10 },
    from,
  };
  return { goal, theirs: pairs.map((p) => p.theirs) };
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
  const byCluster = new Map(names.map((name) => [name, documents.ofStream(text(name))]));
  const links = new Map<string, string>();
  for (const source of names.slice(0, 2)) {
    const documentsOfSource = text(source).split(/^---\n/m);
    const targets = names.filter((name) => name !== source);
    for (const [i, target] of targets.entries()) links.set(target, documentsOfSource[i]!);
  }
  const facts: Facts = {
    domain: 'mesh.example.com',
    clusters: names.map((name) => ({ name, gateway: `gateway.${name}.example.com` })),
  };
  return { facts, links, documents, byCluster };
}
