/** A fleet as code and the same fleet as data come to the same bytes; what code adds has no form as data, and is refused. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json } from './fleets';
import { codesIn, linkerdFleet, ROOT, workspace, write } from './process';

/** Files of a tree by path. */
function tree(directory: string): Record<string, string> {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => !path.startsWith('.') && statSync(join(directory, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
}

const done = { status: 0, stdout: '' };

describe.each([
  ['prod', 3],
  ['global', 26],
])('fleets/%s.ts', (name, clusters) => {
  it('and what compile makes of it, in one file or one per document, come to the same tree, byte for byte', () => {
    const cwd = workspace();
    const code = join(ROOT, 'fleets', `${name}.ts`);
    expect(linkerdFleet(['compile', code, '--output', 'one.json'], { cwd })).toMatchObject(done);
    const { items } = JSON.parse(readFileSync(join(cwd, 'one.json'), 'utf8')) as { items: unknown[] };
    write(cwd, Object.fromEntries(items.map((item, i) => [`docs/${i % 7}/${i}.json`, JSON.stringify(item)])));
    for (const [fleet, out] of [
      [code, 'code'],
      ['one.json', 'one'],
      ['docs', 'many'],
    ] as const) {
      expect({ fleet, ...linkerdFleet(['synth', fleet, '--out', out], { cwd }) }).toMatchObject({ fleet, ...done });
    }
    const fromCode = tree(join(cwd, 'code'));
    expect(readdirSync(join(cwd, 'code/clusters'))).toHaveLength(clusters);
    expect(tree(join(cwd, 'one'))).toEqual(fromCode);
    expect(tree(join(cwd, 'many'))).toEqual(fromCode);
    if (name === 'prod') expect(fromCode).toEqual(tree(join(ROOT, 'dist')));
  });
});

describe('compile', () => {
  it('writes no file into the directory that is the description: the next command would read the fleet twice', () => {
    const cwd = workspace({ 'mesh/fleet.json': json() });
    const { status, stderr } = linkerdFleet(['compile', 'mesh', '--output', 'mesh/out.json'], { cwd });
    expect({ status, codes: codesIn(stderr) }).toEqual({ status: 2, codes: ['OUTPUT_IN_DESCRIPTION'] });
    expect(readdirSync(join(cwd, 'mesh'))).toEqual(['fleet.json']);
    expect(linkerdFleet(['compile', 'mesh', '--output', 'out.json'], { cwd })).toMatchObject(done);
  });

  it('refuses fleets/workloads.ts, whose attached charts are code only, and writes nothing', () => {
    const cwd = workspace();
    const { status, stdout, stderr } = linkerdFleet(['compile', join(ROOT, 'fleets/workloads.ts'), '-o', 'x.json'], {
      cwd,
    });
    expect({ status, stdout, codes: codesIn(stderr) }).toEqual({ status: 2, stdout: '', codes: ['COMPILE_CODE'] });
    expect(stderr).toContain('payments');
    expect(readdirSync(cwd)).toEqual(['node_modules']);
  });

  it('of data is that data, and of its own answer the same answer', () => {
    const cwd = workspace({ 'fleet.json': json() });
    const once = linkerdFleet(['compile'], { cwd });
    write(cwd, { 'twice/fleet.json': once.stdout });
    expect(once.status).toBe(0);
    expect(linkerdFleet(['compile', 'twice'], { cwd }).stdout).toBe(once.stdout);
  });

  it('leaves the file as it was when it cannot be written or the fleet has errors', () => {
    const cwd = workspace({ 'fleet.json': json({ west: { podCidrs: ['10.20.0.1/16'] } }), 'out.json': 'old' });
    expect(codesIn(linkerdFleet(['compile', '-o', 'out.json'], { cwd }).stderr)).toEqual(['CIDR_HOST_BITS']);
    write(cwd, { 'fleet.json': json() });
    for (const output of ['not/there/out.json', 'out.json/x', '.']) {
      const { status, stderr } = linkerdFleet(['compile', '-o', output], { cwd });
      expect({ output, status, codes: codesIn(stderr) }).toEqual({ output, status: 2, codes: ['OUTPUT_FAILED'] });
    }
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe('old');
    expect(readdirSync(cwd).sort()).toEqual(['fleet.json', 'node_modules', 'out.json']);
    expect(linkerdFleet(['compile', '-o', 'out.json'], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).not.toBe('old');
  });
});
