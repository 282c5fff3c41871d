/** A description of somebody else's: refused in words, at once, without a word of the files that it leads to. */
import { execFileSync } from 'node:child_process';
import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents, json } from './fleets';
import { codesIn, linkerdFleet, workspace, write } from './process';

/** Stands where it must never be read from, or never be repeated. */
const CANARY = 'c4n4ry-c4n4ry';
const bomb = `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join('')}`;
const pem = (label: string) =>
  `-----BEGIN ${label}-----\n${Buffer.from(CANARY).toString('base64')}\n-----END ${label}-----\n`;

type Made = (cwd: string) => void;
const files =
  (given: Record<string, string>): Made =>
  (cwd) =>
    write(cwd, given);
const anchors = (path: string) => json({ fleet: { trust: { anchors: path } } });

const CORPUS: [name: string, code: string, make: Made][] = [
  ['an alias bomb', 'INPUT_ALIAS', files({ 'mesh/x.yaml': bomb })],
  ['nesting without end', 'INPUT_TOO_DEEP', files({ 'mesh/x.yaml': '['.repeat(200_000) })],
  ['nesting without end as JSON', 'INPUT_TOO_DEEP', files({ 'mesh/x.json': '['.repeat(9_000_000) })],
  ['values without end', 'INPUT_TOO_MANY', files({ 'mesh/x.yaml': `[${'1, '.repeat(1_000_000)}]` })],
  ['a file without end', 'INPUT_TOO_LARGE', files({ 'mesh/x.yaml': 'a'.repeat(5 * 2 ** 20) })],
  ['a prototype', 'INPUT_KEY', files({ 'mesh/x.json': `{"kind": "Cluster", "__proto__": {"spec": "${CANARY}"}}` })],
  ['a tag', 'INPUT_TAG', files({ 'mesh/x.yaml': 'kind: !!js/function "process.exit(3)"' })],
  ['text that is no YAML', 'INPUT_SYNTAX', files({ 'mesh/x.yaml': `a: b: ${CANARY}` })],
  ['text that is no JSON', 'INPUT_SYNTAX', files({ 'mesh/x.json': `{"token": ${CANARY}}` })],
  ['bytes that are no text', 'INPUT_ENCODING', files({ 'mesh/x.yaml': 'a: \u0000' })],
  [
    'a link out of the tree',
    'INPUT_OUTSIDE',
    (cwd) => {
      write(cwd, { 'secret.yaml': `token: ${CANARY}` });
      symlinkSync('../secret.yaml', join(cwd, 'mesh/x.yaml'));
    },
  ],
  ['a link to a file of the system', 'INPUT_OUTSIDE', (cwd) => symlinkSync('/etc/passwd', join(cwd, 'mesh/x.yaml'))],
  ['a pipe, which nobody writes to', 'INPUT_OUTSIDE', (cwd) => execFileSync('mkfifo', [join(cwd, 'mesh/x.yaml')])],
  [
    'trust anchors out of the tree',
    'INPUT_OUTSIDE',
    files({ 'secret.pem': pem('CERTIFICATE'), 'mesh/fleet.json': anchors('../secret.pem') }),
  ],
  ['trust anchors in a file of the system', 'INPUT_OUTSIDE', files({ 'mesh/fleet.json': anchors('/etc/passwd') })],
  [
    'trust anchors that are a pipe',
    'INPUT_OUTSIDE',
    (cwd) => {
      execFileSync('mkfifo', [join(cwd, 'mesh/anchors.pem')]);
      write(cwd, { 'mesh/fleet.json': anchors('anchors.pem') });
    },
  ],
  [
    'trust anchors with a private key',
    'TRUST_BUNDLE_PRIVATE_KEY',
    files({ 'mesh/anchors.pem': pem('PRIVATE KEY'), 'mesh/fleet.json': anchors('anchors.pem') }),
  ],
];

describe.each(CORPUS)('%s', (_, code, make) => {
  const cwd = workspace({ 'mesh/fleet.json': json() });
  make(cwd);

  it(`is ${code} for render and check, with nothing written and nothing repeated`, () => {
    for (const [args, status] of [
      [['render', 'mesh', '--cluster', 'east'], 2],
      [['check', 'mesh', '-o', 'json'], 1],
    ] as const) {
      const ended = linkerdFleet(args, { cwd });
      const said = ended.stdout + ended.stderr;
      expect({ args, status: ended.status, length: said.length < 50_000 }).toEqual({ args, status, length: true });
      expect(said).toContain(code);
      for (const word of [CANARY, Buffer.from(CANARY).toString('base64'), 'root:x:']) expect(said).not.toContain(word);
      if (args[0] !== 'check') expect(ended.stdout).toBe('');
    }
  });
});

it('a cluster named after a path is refused by its name, and written nowhere', () => {
  const up = '{"kind": "Cluster", "metadata": {"name": "../../up"}}';
  const cwd = workspace({ 'mesh/a/b/fleet.json': json(), 'mesh/a/b/x.json': up });
  expect(linkerdFleet(['check', 'mesh'], { cwd }).stdout).toMatch(/^✗ NAME_\w+ Cluster\/..\/..\/up/m);
  expect(linkerdFleet(['synth', 'mesh', '--out', 'mesh/a/b/dist'], { cwd })).toMatchObject({ status: 2, stdout: '' });
  expect(readdirSync(join(cwd, 'mesh/a/b'))).toEqual(['fleet.json', 'x.json']);
});

it('a value that is too long to be shown is not shown', () => {
  const long = 'x'.repeat(1_000_000);
  const values = documents({
    fleet: { domain: long, environment: long },
    west: { network: long, trustDomain: `-${long}` },
  });
  const cwd = workspace({ 'fleet.json': JSON.stringify(values) });
  const { status, stderr } = linkerdFleet(['synth'], { cwd });
  expect({ status, short: stderr.length < 20_000, codes: codesIn(stderr).length > 0 }).toEqual({
    status: 2,
    short: true,
    codes: true,
  });
});
