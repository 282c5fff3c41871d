/** Alert rules as Prometheus reads and evaluates them: what fires, and what does not. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Document, example, synth } from '../rig/fleet';
import { scratch } from '../rig/processes';
import { binary } from '../rig/tools';

/** prod with everything that is watched: prod-us holds Links to prod-eu (flat) and prod-apac (gateway). */
function documents(): Document[] {
  const observability = { alerts: { kubeStateMetrics: true } };
  return example('prod').map((d) =>
    d.kind === 'Fleet' ? { ...d, spec: { ...d.spec, podMonitor: {}, observability } } : d,
  );
}

let directory: string;
let rules: { groups: { rules: { alert?: string; record?: string; expr: string }[] }[] };

function promtool(...args: readonly string[]): string {
  try {
    return execFileSync(binary('promtool'), args, { cwd: directory, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(stdout + stderr);
  }
}

beforeAll(() => {
  const tree = synth(documents());
  directory = scratch('rules');
  const { spec } = parse(readFileSync(join(tree, 'clusters/prod-us/observability/alerts.yaml'), 'utf8'));
  rules = spec;
  writeFileSync(join(directory, 'rules.json'), JSON.stringify(spec));
});

const MC = 'namespace="linkerd-multicluster"';
const pod = (target: string) => `${MC},pod="controller-${target}-5d9c7b6f4d-x2x9z"`;
const own = (target: string) => `service_cache_size{${pod(target)},cluster="local"}`;
const cache = (target: string) => `service_cache_size{${pod(target)},cluster="${target}"}`;
const repairs = (target: string) => `service_mirror_endpoint_repairs{${pod(target)},target_cluster_name="${target}"}`;
const alive = `gateway_alive{${pod('prod-apac')},target_cluster_name="prod-apac"}`;
const store = 'cluster_store_size{namespace="linkerd",pod="linkerd-destination-0"}';
const issuer = 'issuer_cert_ttl_seconds{namespace="linkerd",pod="linkerd-identity-0"}';
const denied = (client: string) =>
  `inbound_http_authz_deny_total{namespace="payments",pod="p",srv_kind="server",srv_name="payments-8080",client_id="${client}",tls="true"}`;
const members = (remote: string) =>
  `kube_service_annotations{namespace="payments",service="payments-federated",annotation_multicluster_linkerd_io_local_discovery="payments",annotation_multicluster_linkerd_io_remote_discovery="${remote}"}`;

/** Two hours of a cluster where nothing is wrong, by series. */
const usual = (): Record<string, string | undefined> => ({
  ...Object.fromEntries(
    ['prod-eu', 'prod-apac'].flatMap((target) => [
      [own(target), '40x240'],
      [cache(target), '12x240'],
      [repairs(target), '0+0.5x240'],
    ]),
  ),
  [`service_cache_size{${MC},pod="local-service-mirror-7c5-abcde",cluster="local"}`]: '40x240',
  [alive]: '1x240',
  [store]: '1x240',
  [issuer]: '2000000-30x240',
  [denied('old.shop')]: '7x240',
  [members('payments@prod-eu')]: '1x240',
});

function attempt(run: () => unknown): string {
  try {
    run();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

/** The alerts that fire after two hours of what is usual, but for what is given. */
function firing(series: Readonly<Record<string, string | undefined>> = {}): string[] {
  const names = new Set(rules.groups.flatMap((group) => group.rules.flatMap((rule) => rule.alert ?? [])));
  const input = Object.entries({ ...usual(), ...series }).flatMap(([name, values]) =>
    values === undefined ? [] : [{ series: name, values }],
  );
  const asked = [...names].map((alertname) => ({ eval_time: '2h', alertname, exp_alerts: [] }));
  const test = { interval: '30s', input_series: input, alert_rule_test: asked };
  const file = { rule_files: ['rules.json'], evaluation_interval: '30s', tests: [test] };
  writeFileSync(join(directory, 'test.json'), JSON.stringify(file));
  const said = attempt(() => promtool('test', 'rules', 'test.json'));
  // It expects none, and says which there are.
  return [...said.matchAll(/alertname: (\w+)/g)].map(([, name]) => name!);
}

const from = (start: string, end: string) => `${start}x120 ${end}x119`;

describe('alert rules', () => {
  it('are silent while nothing is wrong', () => {
    expect(firing()).toEqual([]);
  });

  const cases: readonly (readonly [string, Readonly<Record<string, string | undefined>>, readonly string[]])[] = [
    [
      'a mirror that lost its watches and is ready: its gauge is gone, that of its own cluster stays',
      { [cache('prod-eu')]: from('12', '_'), [repairs('prod-eu')]: from('0+0.5', '60') },
      ['LinkerdFleetMirrorNotWatching'],
    ],
    ['a mirror that never reached its target', { [cache('prod-eu')]: '0x240' }, ['LinkerdFleetMirrorNotWatching']],
    [
      'a mirror that is not there',
      Object.fromEntries([cache('prod-eu'), repairs('prod-eu'), own('prod-eu')].map((name) => [name, undefined])),
      ['LinkerdFleetMirrorDown'],
    ],
    ['a gateway that does not answer', { [alive]: from('1', '0') }, ['LinkerdFleetGatewayDown']],
    [
      'a mirror that needs more than a minute for all it has',
      { [repairs('prod-apac')]: '0+0.29x240' },
      ['LinkerdFleetMirrorLag'],
    ],
    ['destination without a credential', { [store]: '0x240' }, ['LinkerdFleetCredentialsMissing']],
    [
      'destination with a credential that is not of the fleet',
      { [store]: '2x240' },
      ['LinkerdFleetCredentialsForeign'],
    ],
    ['an issuer that was not renewed', { [issuer]: '400000x240' }, ['LinkerdFleetIssuerExpiring']],
    [
      'an issuer that expires tomorrow',
      { [issuer]: '80000x240' },
      ['LinkerdFleetIssuerExpiring', 'LinkerdFleetIssuerExpiresSoon'],
    ],
    [
      'a caller that was refused once, for the first time',
      { [denied('new.shop')]: '_x235 1x4' },
      ['LinkerdFleetUnauthorised'],
    ],
    ['a caller that is refused again', { [denied('old.shop')]: '7x235 9x4' }, ['LinkerdFleetUnauthorised']],
    [
      'a member that is missing',
      { [members('payments@prod-eu')]: undefined, [members('')]: '1x240' },
      ['LinkerdFleetMemberMissing'],
    ],
    [
      'a member that is gone for good',
      { [members('payments@prod-eu')]: undefined, [members('payments@old,payments@prod-eu')]: '1x240' },
      ['LinkerdFleetMemberForeign'],
    ],
  ];
  it.each(cases)('tell of %s', (_, series, expected) => {
    expect(firing(series)).toEqual(expected);
  });

  it('are each told of by a case of these, but for anchors', () => {
    const names = rules.groups.flatMap((group) => group.rules.flatMap((rule) => rule.alert ?? []));
    const told = cases.flatMap(([, , alerts]) => alerts);
    expect(names.filter((name) => !told.includes(name))).toEqual([
      'LinkerdFleetAnchorExpiring',
      'LinkerdFleetAnchorExpiresSoon',
    ]);
  });

  it('tell of a trust anchor by the date in the bundle', () => {
    const { expr } = rules.groups[0]!.rules.find(({ record }) => record?.includes('trust_anchor'))!;
    const days = (n: number) => Number(/\d+/.exec(expr)![0]) - n * 86_400;
    const asked = (at: number, alertname: string) => {
      const only = rules.groups.map((g) => ({ ...g, rules: g.rules.map((r) => ({ ...r, for: undefined })) }));
      // promtool's clock begins in 1970 and takes every step up to the date: the rules take a later one instead.
      const text = JSON.stringify({ groups: only }).replaceAll('time()', `(time() + ${at})`);
      writeFileSync(join(directory, 'dated.json'), text);
      const test = {
        interval: '30s',
        input_series: [],
        alert_rule_test: [{ eval_time: '0s', alertname, exp_alerts: [] }],
      };
      writeFileSync(join(directory, 'test.json'), JSON.stringify({ rule_files: ['dated.json'], tests: [test] }));
      return attempt(() => promtool('test', 'rules', 'test.json'));
    };
    expect(asked(days(61), 'LinkerdFleetAnchorExpiring')).toBe('');
    expect(asked(days(59), 'LinkerdFleetAnchorExpiring')).toContain('Trust anchor CN=');
    expect(asked(days(15), 'LinkerdFleetAnchorExpiresSoon')).toBe('');
    expect(asked(days(13), 'LinkerdFleetAnchorExpiresSoon')).toContain('Trust anchor CN=');
  });

  it('are what promtool takes, linted', () => {
    expect(promtool('check', 'rules', '--lint=all', '--lint-fatal', 'rules.json')).toContain('SUCCESS');
  });
});
