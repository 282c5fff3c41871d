/**
 * A cluster leaves the fleet by commits, over real API servers. What `decommission` prints is typed into a shell with the real kubectl,
 * gates and deletions alike; what is left is asked for by the command of docs/removing.md, and by `check --orphans` itself.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type Cluster, cluster } from '../rig/cluster';
import { type Document, example, linkerdFleet } from '../rig/fleet';
import { contexts, typed } from '../rig/kubectl';
import { type Delivered, delivered, mirror } from './fleet';

const MC = 'linkerd-multicluster';
const ROOT = join(__dirname, '../..');

let servers: readonly Cluster[];
let env: NodeJS.ProcessEnv;
let fleet: Delivered;

beforeAll(async () => {
  servers = await Promise.all(['prod-us', 'prod-eu', 'prod-apac'].map((name) => cluster(name)));
  env = contexts(servers);
  // The fleet writes labels of it; the Service itself is of somebody else.
  const [apac] = servers.filter(({ name }) => name === 'prod-apac');
  const other = { manager: 'payments' };
  await apac!.kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'payments' } }, other);
  const metadata = { name: 'ledger', namespace: 'payments' };
  const spec = { ports: [{ name: 'grpc', port: 9090 }] };
  await apac!.kube.apply({ apiVersion: 'v1', kind: 'Service', metadata, spec }, other);
});

/** The example, with a Service that pods of the cluster that leaves serve to its network. */
const orders = {
  selector: { app: 'orders' },
  createNamespace: true,
  ports: [{ port: 8080 }],
  exported: 'remote-discovery',
  allow: [{ namespace: 'web' }],
};
const documents = (): Document[] => [
  ...example('prod'),
  { kind: 'Service', metadata: { name: 'orders', namespace: 'shop' }, spec: { ...orders, clusters: ['prod-eu'] } },
];

/** Lines of a plan that are typed, and the remark below each; what concerns Argo CD, which is not here, is left out. */
function printed(plan: string, commit: string): { line: string; remark: string }[] {
  const part = plan.split(/^commit \d+, /m).find((text) => text.startsWith(`${commit}:`)) ?? '';
  return [...part.matchAll(/^ +((?:for c in|kubectl) .+)\n +# (.+)$/gm)]
    .map(([, line = '', remark = '']) => ({ line, remark }))
    .filter(({ line }) => !line.includes('argoproj.io'));
}

/** Types each line. @returns the lines that failed, with what kubectl said */
const failing = (lines: readonly string[]) =>
  lines.flatMap((line) => {
    const { status, stderr } = typed(line, env);
    return status === 0 ? [] : [`${line}: ${stderr}`];
  });

/** What each gate shows, and whether it is what the plan says. */
function gate({ line, remark }: { line: string; remark: string }): boolean {
  const { stdout, stderr } = typed(line, env);
  if (remark === 'nothing') return stdout === '';
  if (remark === 'No resources found') return stdout === '' && /^(No resources found\n?)+$/.test(stderr);
  const [json = ''] = remark.split(', once');
  return stdout !== '' && stdout.replaceAll(json, '') === '';
}

/** One finding of `check -o json`. */
interface Found {
  readonly result: string;
  readonly code: string;
  readonly path: string;
  readonly fix: string;
}

/** Errors of `check --orphans`, and the commands that they name. */
function orphans(...flags: string[]): { found: string[]; fixes: string[] } {
  const command = [process.execPath, join(ROOT, 'bin/linkerd-fleet.js'), 'check', 'fleet.json', '-o', 'json', ...flags];
  const { status, stdout } = typed(command.map((word) => `'${word}'`).join(' '), env, fleet.directory);
  const errors = (JSON.parse(stdout).categories[0].checks as Found[]).filter(({ result }) => result === 'error');
  expect(status).toBe(errors.length === 0 ? 0 : 1);
  return {
    found: errors.map(({ code, path }) => `${code} ${path.replace(':', '')}`),
    fixes: errors.map(({ fix }) => fix).filter((fix) => fix.startsWith('kubectl ')),
  };
}

/** Nothing is left. */
const nothing = { found: [], fixes: [] };

/** By the contexts of kubectl, which `check` asks itself; and it only reads. */
function asked(names: readonly string[], ...more: string[]) {
  const writes = () => servers.map((server) => server.writes('kubectl').length);
  const before = writes();
  const answer = orphans(...names.flatMap((name) => ['--orphans', `${name}=context:${name}`]), ...more);
  expect(writes()).toEqual(before);
  return answer;
}

/** By the command that docs/removing.md shows, with the kinds that it says to add. */
function dumped(name: string) {
  const page = readFileSync(join(ROOT, 'docs/removing.md'), 'utf8');
  const [, shown = ''] = /^(kubectl --context eu get -A -o json .+ > eu\.json)$/m.exec(page) ?? [];
  const [, added = ''] = /^- Credentials: add `([a-z,]+)` to the list/m.exec(page) ?? [];
  expect(added).not.toBe('');
  const line = shown.replace('--context eu', `--context ${name}`).replace(' > eu.json', `,${added} > ${name}.json`);
  expect(typed(line, env, fleet.directory)).toMatchObject({ status: 0, stdout: '' });
  return orphans('--orphans', `${name}=${name}.json`);
}

const plan = (...flags: string[]) => linkerdFleet('decommission', fleet.description, '--cluster', 'prod-eu', ...flags);

it('drains, shows so, is removed, and leaves nothing once the commands of the plan have run', async () => {
  fleet = delivered(servers);
  fleet.describe(documents());
  fleet.commit();
  await fleet.deliver();
  await mirror(servers);
  const names = servers.map(({ name }) => name);
  expect(asked(names)).toEqual(nothing);
  for (const name of names) expect(dumped(name)).toEqual(nothing);

  plan('--write');
  linkerdFleet('check', fleet.description, '--base', 'HEAD');
  fleet.commit();
  const gates = printed(plan(), 'remove').filter(({ line }) => / get /.test(line));
  expect(gates).toHaveLength(9);
  // Two have nothing to wait for: prod-us exports nothing, and no federation goes through the gateway of prod-apac.
  expect(gates.filter(gate)).toHaveLength(2);
  await fleet.deliver();
  expect(gates.filter(gate)).toHaveLength(5);
  const unfinished = asked(['prod-us', 'prod-eu']);
  expect(unfinished.found).not.toEqual([]);
  expect(unfinished.found.filter((line) => !line.startsWith('DRAIN_UNFINISHED'))).toEqual([]);
  await mirror(servers);
  expect(gates.filter((one) => !gate(one)).map(({ line }) => line)).toEqual([]);
  expect(asked(names)).toEqual(nothing);

  const removal = printed(plan(), 'remove').filter(({ line }) => !gates.some((one) => one.line === line));
  plan('--write');
  linkerdFleet('check', fleet.description, '--base', 'HEAD');
  fleet.commit();
  await fleet.deliver();
  const left = ['--base', 'HEAD~1'];
  expect(asked(names, ...left).found).toEqual(
    expect.arrayContaining([
      `ORPHAN_CONTROLLER prod-us Lease ${MC}/service-mirror-write-prod-eu`,
      `ORPHAN_LINK prod-eu Link ${MC}/prod-us`,
      'ORPHAN_EXPORT prod-eu Service payments/payments',
      'ORPHAN_OWN_POLICY prod-eu Server shop/orders-8080',
    ]),
  );
  expect(failing(removal.map(({ line }) => line))).toEqual([]);
  expect(asked(names, ...left)).toEqual(nothing);
  expect(dumped('prod-us')).toEqual(nothing);
});

it('dead and taken out without a drain, it leaves a mirror and a member, and the commands of its plan delete them', async () => {
  fleet = delivered(servers);
  fleet.describe(documents());
  fleet.commit();
  await fleet.deliver();
  await mirror(servers);
  const cleanups = printed(plan('--dead'), 'remove').map(({ line }) => line);
  plan('--dead', '--write');
  linkerdFleet('check', fleet.description, '--base', 'HEAD');
  fleet.commit();
  await fleet.deliver();
  expect(dumped('prod-us').found).toEqual([
    `ORPHAN_CONTROLLER prod-us Lease ${MC}/service-mirror-write-prod-eu`,
    'ORPHAN_MIRROR prod-us Service shop/orders-prod-eu',
    'ORPHAN_MEMBER prod-us Service payments/payments-federated',
  ]);
  expect(failing(cleanups)).toEqual([]);
  expect(asked(['prod-us', 'prod-apac'])).toEqual(nothing);
});

it('a Service that leaves where nothing prunes leaves policy and labels, and the commands of the findings take them away', async () => {
  const spec = {
    clusters: ['prod-us'],
    selector: { app: 'books' },
    createNamespace: true,
    ports: [{ port: 8080 }],
    federated: true,
    probePaths: ['/ready'],
    allow: [
      { serviceAccount: 'web', namespace: 'shop', routes: [{ path: { value: '/list' } }] },
      { networks: ['192.0.2.0/24'] },
    ],
  };
  const books: Document = { kind: 'Service', metadata: { name: 'books', namespace: 'shop' }, spec };
  const without = JSON.parse(readFileSync(fleet.description, 'utf8')).items as Document[];
  fleet.describe([...without, books]);
  await fleet.deliver();
  expect(dumped('prod-us')).toEqual(nothing);
  fleet.describe(without);
  const { found, fixes } = dumped('prod-us');
  expect([...new Set(found.map((line) => line.split(' ')[0]))]).toEqual(['ORPHAN_EXPORT', 'ORPHAN_OWN_POLICY']);
  expect(new Set(found.map((line) => line.split(' ')[2]))).toEqual(
    new Set([
      'Service',
      'Server',
      'HTTPRoute',
      'AuthorizationPolicy',
      'MeshTLSAuthentication',
      'NetworkAuthentication',
    ]),
  );
  expect(asked(['prod-us'])).toEqual({ found, fixes });
  expect(failing(fixes)).toEqual([]);
  expect(asked(['prod-us'])).toEqual(nothing);
});
