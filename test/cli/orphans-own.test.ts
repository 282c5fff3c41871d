/** `check --orphans` over what `synth` writes: dumps of a cluster that has it all, and nothing else. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { orphanIssues } from '../../lib/analysis/orphans/orphans';
import { loadData } from '../../lib/cli/open';
import { readDump } from '../../lib/cli/orphans/dump';
import { RESOURCES } from '../../lib/cli/orphans/seen';
import { writtenIn } from '../../lib/cli/orphans/written';
import { open } from '../../lib/project';
import { code, json } from './fleets';
import { codesIn, linkerdFleet, ROOT, workspace } from './process';

const out = mkdtempSync(join(tmpdir(), 'orphans-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const GOLDEN = join(ROOT, 'test/golden');

/** Objects in the files of a directory, but for Helm values. */
function objectsIn(directory: string): unknown[] {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.yaml'));
  const texts = files.map((file) => readFileSync(join(directory, file), 'utf8'));
  return texts
    .filter((text) => !text.includes('+argocd:skip-file-rendering'))
    .flatMap((text) => parseAllDocuments(text).map((document) => document.toJS()));
}

/** A dump for each cluster of a fleet, made of all that is written for it. @returns flags that name them */
function dumps(name: string, fleet: string): string[] {
  const tree = join(out, name);
  const { status, stderr } = linkerdFleet(['synth', fleet, '--out', tree]);
  if (status !== 0) throw new Error(stderr);
  return dumpsOf(name, tree);
}

function dumpsOf(name: string, tree: string): string[] {
  const clusters = readdirSync(join(tree, 'clusters'));
  return clusters.flatMap((cluster) => {
    const dump = join(out, `${name}-${cluster}.json`);
    writeFileSync(dump, JSON.stringify({ kind: 'List', items: objectsIn(join(tree, 'clusters', cluster)) }));
    return ['--orphans', `${cluster}=${dump}`];
  });
}

describe('everything that synth writes', () => {
  it.each(readdirSync(GOLDEN))('for the golden fleet %s is named by it', (golden) => {
    const project = open(loadData(join(GOLDEN, golden, 'fleet.yaml')));
    const seen = [...project.fleet.clusters.values()].map((cluster) => {
      const { name } = cluster;
      const dump = readDump(JSON.stringify({ kind: 'List', items: objectsIn(join(GOLDEN, golden, 'clusters', name)) }));
      if ('why' in dump) throw new Error(dump.why);
      const written = writtenIn(project, { cluster, hasLeft: false });
      return { name, context: name, cluster, hasLeft: false, written, ...dump };
    });
    expect(orphanIssues(project.fleet, seen)).toEqual([]);
  });

  it.each(['prod', 'global', 'workloads'])('for fleets/%s.ts is named by it', (name) => {
    const fleet = join(ROOT, 'fleets', `${name}.ts`);
    const flags = name === 'prod' ? dumpsOf(name, join(ROOT, 'dist')) : dumps(name, fleet);
    const { stdout } = linkerdFleet(['check', fleet, ...flags]);
    expect(codesIn(stdout).filter((found) => /^(ORPHAN|DRAIN)_/.test(found))).toEqual([]);
  });

  it('is named where code of the author changed it', () => {
    const hook = `customize(chart) {
      for (const object of chart.node.findAll())
        if (ApiObject.isApiObject(object) && object.kind === 'Service')
          object.metadata.addLabel('mirror.linkerd.io/exported', 'remote-discovery');
    },`;
    const service = `fleet.service('web', { namespace: 'shop', ports: [{ port: 80 }], selector: { app: 'web' } });`;
    const text = `import { ApiObject } from 'cdk8s';${code(service)}`.replace('topology:', `${hook} topology:`);
    const cwd = workspace({ 'fleet.ts': text });
    const { stdout, stderr } = linkerdFleet(['check', 'fleet.ts', ...dumps('customized', join(cwd, 'fleet.ts'))], {
      cwd,
    });
    expect(readFileSync(join(out, 'customized-west.json'), 'utf8')).toContain('mirror.linkerd.io/exported');
    expect([codesIn(stdout).filter((found) => found.startsWith('ORPHAN_')), stderr]).toEqual([
      [],
      expect.stringContaining('looked at'),
    ]);
  });

  it('is not all that is named: labels that the owner of a Service writes are, and those that it lacks', () => {
    const spec = { ports: [{ port: 8080 }], exported: 'remote-discovery', clusters: ['west'], writeLabels: false };
    const owned = { kind: 'Service', metadata: { name: 'owned', namespace: 'shop' }, spec };
    const cwd = workspace({ 'fleet.json': json({ more: [owned] }) });
    const asked = (labels: object) => {
      const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'owned', namespace: 'shop', labels } };
      const dump = dumps('owned', join(cwd, 'fleet.json')).find((flag) => flag.startsWith('west='));
      const file = dump!.split('=')[1]!;
      const { items } = JSON.parse(readFileSync(file, 'utf8'));
      const services = items.filter(({ kind }: { kind: string }) => kind === 'Service');
      expect(services.map(({ metadata }: { metadata: { name: string } }) => metadata.name)).toEqual(['web']);
      writeFileSync(join(cwd, 'dump.json'), JSON.stringify({ kind: 'List', items: [...items, service] }));
      const { stdout } = linkerdFleet(['check', 'fleet.json', '--orphans', 'west=dump.json'], { cwd });
      return [...stdout.matchAll(/^\S*\s*((?:EXPORT|ORPHAN)_\w+)|found\s+(label.*)$/gm)].map(
        ([, code, found]) => code ?? found,
      );
    };
    const label = 'mirror.linkerd.io/exported';
    expect(asked({ [label]: 'remote-discovery' })).toEqual([]);
    expect(asked({})).toEqual(['EXPORT_MISSING', `label ${label}: none, instead of remote-discovery`]);
    expect(asked({ [label]: 'true' })).toEqual(['EXPORT_MISSING', `label ${label}: true, instead of remote-discovery`]);
  });

  it('is left over, policies and labels, where its Service leaves the description', () => {
    const spec = {
      selector: { app: 'old' },
      ports: [{ port: 8080 }],
      exported: 'remote-discovery',
      probePaths: [],
      allow: [
        { serviceAccount: 'api', namespace: 'shop', routes: [{ path: { value: '/orders' } }] },
        { networks: ['10.0.0.0/8'] },
      ],
    };
    const old = { kind: 'Service', metadata: { name: 'old', namespace: 'shop' }, spec };
    const cwd = workspace({ 'before.json': json({ more: [old] }), 'after.json': json() });
    const flags = dumps('small', join(cwd, 'before.json'));
    expect(linkerdFleet(['check', 'before.json', ...flags], { cwd }).status).toBe(0);
    const { status, stdout } = linkerdFleet(['check', 'after.json', ...flags], { cwd });
    const deleted = [...stdout.matchAll(/kubectl --context west -n shop (.*)$/gm)].map(([, command]) => command);
    const dump = JSON.parse(readFileSync(join(out, 'small-west.json'), 'utf8'));
    const policies = dump.items.filter(({ apiVersion }: { apiVersion: string }) => apiVersion.startsWith('policy.'));
    expect([status, deleted.length]).toEqual([1, policies.length + 1]);
    expect(deleted.slice(0, 3)).toEqual([
      'label service old mirror.linkerd.io/exported-',
      'delete servers.policy.linkerd.io old-8080',
      expect.stringMatching(/^delete httproutes\.policy\.linkerd\.io old-8080-[0-9a-f]{8}$/),
    ]);
    expect(stdout).not.toContain('shop/web');
  });
});

it('the dump that the documentation shows is of all kinds that are looked at', () => {
  const page = readFileSync(join(ROOT, 'docs/removing.md'), 'utf8');
  expect(page).toContain(`get -A -o json ${RESOURCES} `);
});
