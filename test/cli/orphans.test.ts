/** `check --orphans`: dumps in files, on standard input, and from a kubectl that a flag asks for. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json } from './fleets';
import { codesIn, linkerdFleet, workspace } from './process';

const list = (...items: object[]) => JSON.stringify({ kind: 'List', items });
const lease = (target: string) => ({
  kind: 'Lease',
  metadata: { namespace: 'linkerd-multicluster', name: `service-mirror-write-${target}` },
});
const link = (target: string) => ({
  kind: 'Link',
  metadata: { namespace: 'linkerd-multicluster', name: target },
});
const cwd = workspace({
  'fleet.json': json(),
  'clean.json': list(lease('east'), link('east')),
  'left.json': list(lease('gone'), link('east')),
  'none.json': list(),
  'other.json': list(lease('east'), link('gone')),
  'secret.json': list(link('east'), {
    kind: 'Secret',
    metadata: { namespace: 'linkerd', name: 'cluster-credentials-gone' },
    data: { kubeconfig: 'CANARY' },
  }),
});
const check = (...args: string[]) => linkerdFleet(['check', 'fleet.json', ...args], { cwd });

describe('check --orphans', () => {
  it('is fine where nothing is left, and says how much it looked at', () => {
    const { status, stdout, stderr } = check('--orphans', 'west=clean.json');
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('west: 2 objects looked at');
    expect(stderr).toContain(
      'none of kind Service, Endpoints, EndpointSlice, ServiceAccount, Deployment, Namespace was seen',
    );
  });

  it('names what is left with the command that deletes it, from several dumps of a cluster', () => {
    const { status, stdout } = check('--orphans', 'west=clean.json', '--orphans', 'west=left.json');
    expect([status, codesIn(stdout)]).toEqual([1, ['ORPHAN_CONTROLLER']]);
    expect(stdout).toContain('kubectl --context west -n linkerd-multicluster delete lease service-mirror-write-gone');
    const piped = linkerdFleet(['check', 'fleet.json', '--orphans', 'west=-'], {
      cwd,
      input: list(lease('gone'), link('east')),
    });
    expect(piped.stdout).toBe(stdout);
  });

  it('takes no dump of another cluster, and none with nothing in it, for a proof', () => {
    const { status, stdout } = check('--orphans', 'west=other.json');
    expect([status, codesIn(stdout).sort()]).toEqual([1, ['ORPHANS_UNSEEN', 'ORPHAN_LINK']]);
    expect(stdout).toContain('no Link west->east');
    expect(codesIn(check('--orphans', 'west=none.json', '--orphans', 'west=clean.json').stdout)).toEqual([]);
  });

  it('never shows what a Secret holds', () => {
    const { status, stdout, stderr } = check('--orphans', 'west=secret.json');
    expect([status, codesIn(stdout)]).toEqual([1, ['ORPHAN_CREDENTIAL']]);
    expect(stdout + stderr).not.toContain('CANARY');
  });

  it('asks kubectl where a context is named, and only reads', () => {
    const bin = join(cwd, 'bin');
    mkdirSync(bin, { recursive: true });
    const resources = 'secrets\\nexternalsecrets.external-secrets.io\\n';
    // As where an aggregated API server is away: it prints the rest, and fails. This cluster has no PushSecrets.
    const script = `#!/bin/sh
echo "$@" >> asked
case "$*" in
  *api-resources*) printf '${resources}'; exit 1;;
  *pushsecrets*|*sealedsecrets*) exit 1;;
  *jsonpath*) printf 'Secret linkerd cluster-credentials-gone\\nExternalSecret linkerd cluster-credentials-gone\\n';;
  *) cat left.json;;
esac
`;
    writeFileSync(join(bin, 'kubectl'), script);
    chmodSync(join(bin, 'kubectl'), 0o755);
    const env = { PATH: [bin, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter) };
    const { status, stdout } = linkerdFleet(['check', 'fleet.json', '--orphans', 'west=context:admin@west'], {
      cwd,
      env,
    });
    expect([status, codesIn(stdout).sort()]).toEqual([1, ['ORPHAN_CONTROLLER', 'ORPHAN_CREDENTIAL']]);
    expect(stdout).toContain('kubectl --context admin@west -n linkerd delete secret cluster-credentials-gone');
    expect(stdout).toContain('delete externalsecrets.external-secrets.io cluster-credentials-gone');
    const asked = readFileSync(join(cwd, 'asked'), 'utf8').match(/^--context .*$/gm) ?? [];
    expect(asked.map((line) => line.split(' ').slice(0, 4).join(' '))).toEqual([
      '--context admin@west api-resources --verbs=list',
      '--context admin@west get -A',
      '--context admin@west get -A',
    ]);
    writeFileSync(join(bin, 'kubectl'), '#!/bin/sh\nexit 1\n');
    const away = linkerdFleet(['check', 'fleet.json', '--orphans', 'west=context:x'], { cwd, env });
    expect([away.status, codesIn(away.stderr)]).toEqual([2, ['DUMP_UNREADABLE']]);
    const none = { PATH: dirname(process.execPath) };
    expect(linkerdFleet(['check', 'fleet.json', '--orphans', 'west=context:x'], { cwd, env: none }).status).toBe(2);
  });

  it.each([
    ['west', 2, 'DUMP_UNREADABLE'],
    ['west=nowhere.json', 2, 'DUMP_UNREADABLE'],
    ['west=none.json', 2, 'DUMP_UNREADABLE'],
    ['west=fleet.json', 2, 'DUMP_UNREADABLE'],
    ['west=context:$(id)', 2, 'DUMP_UNREADABLE'],
    ['wets=clean.json', 1, 'CLUSTER_UNKNOWN'],
  ])('%s is refused', (value, status, code) => {
    const said = check('--orphans', value);
    expect([said.status, codesIn(said.stdout + said.stderr)]).toEqual([status, [code]]);
  });
});
