/** What edits are in code: what is printed for the example, applied to the example, is the edit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import * as real from '../../lib';
import { codeLines } from '../../lib/cli/edits-code';
import { type Edit, editDocuments } from '../../lib/fleet/edit/edit';
import type { RawDocument } from '../../lib/read/parsed';
import { CA, openssl } from '../trust/openssl';
import { ANCHOR } from './fleets';
import { linkerdFleet, ROOT, workspace } from './process';

const EXAMPLE = readFileSync(join(ROOT, 'fleets/prod.ts'), 'utf8');
const minted = openssl();
afterAll(() => minted.close());
const NEXT = minted.mint({ cn: 'next root', ext: CA(1), days: 4000 }).pem;
const FILES = { 'trust/anchors.pem': ANCHOR, 'next.pem': NEXT };

/** Lines that a command prints for its first commits. */
function printed(stdout: string, commits: number): string[] {
  const parts = stdout.split(/^commit \d/m);
  const own = parts.length === 1 ? stdout : parts.slice(1, commits + 1).join('\n');
  return own.match(/(?<=^ *)(remove new|new \w+\(|fleet\.service\().*$/gm) ?? [];
}

type Props = Readonly<Record<string, unknown>>;
type Said = readonly [kind: string, name: string, props: Props];

/** What the lines say, run as the code that they are. */
function saidBy(lines: readonly string[]): Said[] {
  const said: Said[] = [];
  const saying = (kind: string) =>
    class {
      constructor(_: unknown, name: string, props: Props) {
        said.push([kind, name, props]);
      }
    };
  const service = (name: string, props: Props) => said.push(['Service', name, props]);
  const { fullMesh, drain, without } = real;
  const known = {
    Fleet: saying('Fleet'),
    Cluster: saying('Cluster'),
    app: {},
    fleet: { service },
    fullMesh,
    drain,
    without,
  };
  new Function(...Object.keys(known), lines.join('\n'))(...Object.values(known));
  return said;
}

const isMap = (value: unknown): value is Props => typeof value === 'object' && value !== null && !Array.isArray(value);
const merged = (old: unknown, now: unknown): unknown =>
  isMap(old) && isMap(now)
    ? Object.fromEntries(
        Object.keys({ ...old, ...now }).map((key) => [key, key in now ? merged(old[key], now[key]) : old[key]]),
      )
    : now;

/** Documents of the example, each construct of which takes over the props that the lines give it. What goes is not made. */
function applied(lines: readonly string[]): readonly RawDocument[] {
  const gone = lines.flatMap((line) => /^remove new Cluster\(fleet, '([^']+)'/.exec(line)?.[1] ?? []);
  const said = saidBy(lines.filter((line) => !line.startsWith('remove ')));
  const own = <T>(kind: string, name: string, props: T): T =>
    said.filter(([k, n]) => k === kind && n === name).reduce((all, [, , now]) => merged(all, now) as T, props);
  let raws: readonly RawDocument[] = [];
  class FleetApp extends real.FleetApp {
    override synth() {
      raws = this.load(join(ROOT, 'fleets')).raws;
    }
  }
  class Fleet extends real.Fleet {
    constructor(app: FleetApp, name: string, props: real.FleetProps) {
      super(app, name, own('Fleet', name, props));
    }
    override service(name: string, props: real.ServiceProps) {
      return super.service(name, own('Service', name, props));
    }
  }
  function Cluster(fleet: Fleet, name: string, props: real.ClusterProps) {
    return gone.includes(name) ? {} : new real.Cluster(fleet, name, own('Cluster', name, props));
  }
  const { code } = transformSync(EXAMPLE, { loader: 'ts', format: 'cjs' });
  new Function('require', code)(() => ({ ...real, FleetApp, Fleet, Cluster }));
  return raws;
}

/** The same edits as JSON has them. */
function editsOf(stdout: string): Edit[][] {
  const { commits, edits } = JSON.parse(stdout) as Record<'commits' | 'edits', never>;
  const lists = (commits as { edits: Edit[] }[] | undefined)?.map((commit) => commit.edits) ?? [edits];
  return lists.map((list) => list.map(({ document, path, value }) => ({ document, path, value: value ?? undefined })));
}

describe('edits of a fleet that is code', () => {
  it.each<[commits: number, args: string[]]>([
    [4, ['rotate', 'credentials', 'prod.ts', '--cluster', 'prod-eu']],
    [4, ['rotate', 'credentials', 'prod.ts', '--link', 'prod-us->prod-eu']],
    [1, ['rotate', 'anchor', 'prod.ts', '--stage', 'distribute', '--to', 'next.pem']],
    [3, ['decommission', 'prod.ts', '--cluster', 'prod-eu']],
    [3, ['decommission', 'prod.ts', '--link', 'prod-us->prod-eu']],
  ])('mean in the example what they mean as data: %d commits of %j', (commits, args) => {
    const cwd = workspace({ ...FILES, 'prod.ts': EXAMPLE });
    const { status, stdout } = linkerdFleet(args, { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('props to be merged into those of the code');
    const edits = editsOf(linkerdFleet([...args, '-o', 'json'], { cwd }).stdout);
    expect(edits).toHaveLength(commits);
    let raws = applied([]);
    for (const [i, own] of edits.entries()) {
      const before = raws;
      raws = editDocuments(raws, own);
      expect(raws).not.toEqual(before);
      expect(applied(printed(stdout, i + 1))).toEqual(raws);
    }
  });

  const document = (kind: string, name: string, spec: object) => ({ value: { kind, metadata: { name }, spec } });

  it('name the namespace of a Service, which may have the name of another', () => {
    const service = (namespace: string, clusters: string[]) => ({
      value: { kind: 'Service', metadata: { name: 'api', namespace }, spec: { clusters, allow: [{ namespace: 'x' }] } },
    });
    const of = (namespace: string) => ({ kind: 'Service' as const, name: 'api', namespace });
    const raws = [service('a', ['us', 'eu']), service('b', ['eu']), service('c', ['us'])];
    expect(
      codeLines(raws, [
        { document: of('a'), path: ['spec', 'clusters', 1], value: undefined },
        { document: of('b'), path: [], value: undefined },
        { document: of('c'), path: ['spec', 'allow', 0, 'clusters'], value: ['eu'] },
      ]),
    ).toEqual([
      "fleet.service('api', { namespace: 'a', clusters: ['us'] })",
      "remove fleet.service('api', { namespace: 'b' })",
      "fleet.service('api', { namespace: 'c' }).allow({ namespace: 'x', clusters: ['eu'] })",
    ]);
  });

  it('name the region, the calls of allow, and what has to be quoted', () => {
    const raws = [
      document('Fleet', 'f', { regions: [{ name: 'eu' }], topology: { islands: { by: 'region' } } }),
      document('Service', 'web', { allow: [{ serviceAccount: 'a' }, { serviceAccount: 'b', clusters: ['x', 'y'] }] }),
      document('Cluster', 'c', { labels: { 'a/b': "it's" } }),
    ];
    const edit = (kind: 'Fleet' | 'Service' | 'Cluster', name: string, path: (string | number)[], value?: unknown) => ({
      document: { kind, name },
      path: ['spec', ...path],
      value,
    });
    expect(
      codeLines(raws, [
        edit('Fleet', 'f', ['regions', 0, 'credentials', 'epoch'], 2),
        edit('Fleet', 'f', ['dead'], ['c']),
        edit('Service', 'web', ['allow', 1, 'clusters', 0]),
        edit('Cluster', 'c', ['labels', 'x-y'], 'a\nb'),
      ]),
    ).toEqual([
      "new Fleet(app, 'f', { dead: ['c'] })",
      "new Region(fleet, 'eu', { credentials: { epoch: 2 } })",
      "fleet.service('web', …).allow({ serviceAccount: 'a' }, { serviceAccount: 'b', clusters: ['y'] })",
      `new Cluster(fleet, 'c', { labels: { 'x-y': "a\\nb" } })`,
    ]);
  });
});
