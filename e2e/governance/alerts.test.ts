/** Alert rules as Prometheus reads and evaluates them: what fires, and what does not. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  alive,
  cache,
  denied,
  errors,
  inputOf,
  issuer,
  members,
  own,
  promtool,
  type Rules,
  repairs,
  rulesIn,
  store,
  unauthorised,
  usual,
  watched,
} from './prometheus';

let rules: Rules;

beforeAll(() => {
  rules = rulesIn(join(watched(), 'alerts.yaml'));
});

const alertNames = () => rules.groups.flatMap((group) => group.rules.flatMap((rule) => rule.alert ?? []));

/** The alerts that fire after two hours of what is usual, but for what is given. */
function firing(series: Readonly<Record<string, string | undefined>> = {}, of: Rules = rules): string[] {
  const asked = alertNames().map((alertname) => ({ eval_time: '2h', alertname, exp_alerts: [] }));
  const test = { interval: '30s', input_series: inputOf({ ...usual(), ...series }), alert_rule_test: asked };
  const file = { rule_files: ['rules.json'], evaluation_interval: '30s', tests: [test] };
  const [said] = promtool(['test', 'rules', 'test.json'], { 'rules.json': of, 'test.json': file });
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
    [
      'an API server that does not answer, as often as watches are opened again',
      { [errors]: '0+2x240' },
      ['LinkerdFleetTargetUnreachable'],
    ],
    ['a credential that is refused', { [unauthorised]: '_x200 0+1x39' }, ['LinkerdFleetTargetRefuses']],
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

  it('tell Links apart whose controllers have pods with names that Kubernetes cuts', () => {
    const target = 'prod-eu-west-1-customer-facing-blue-zone';
    const renamed: Rules = JSON.parse(JSON.stringify(rules).replaceAll('prod-eu', target));
    const mirrors = (name: string) => [own(name), cache(name), repairs(name)];
    const before = Object.fromEntries([...mirrors('prod-eu'), members('payments@prod-eu')].map((s) => [s, undefined]));
    const [up, seen, passes] = mirrors(target) as [string, string, string];
    const well = { [up]: '40x240', [seen]: '12x240', [passes]: '0+0.5x240', [members(`payments@${target}`)]: '1x240' };
    expect(firing({ ...before, ...well }, renamed)).toEqual([]);
    expect(firing({ ...before, ...well, [seen]: from('12', '_') }, renamed)).toEqual(['LinkerdFleetMirrorNotWatching']);
  });

  it('are each told of by a case of these, but for anchors', () => {
    const told = cases.flatMap(([, , alerts]) => alerts);
    expect(alertNames().filter((name) => !told.includes(name))).toEqual([
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
      const test = {
        interval: '30s',
        input_series: [],
        alert_rule_test: [{ eval_time: '10m', alertname, exp_alerts: [] }],
      };
      const files = {
        'rules.json': JSON.parse(text),
        'test.json': { rule_files: ['rules.json'], evaluation_interval: '1m', tests: [test] },
      };
      return promtool(['test', 'rules', 'test.json'], files);
    };
    expect(asked(days(61), 'LinkerdFleetAnchorExpiring')[1]).toBe(true);
    expect(asked(days(59), 'LinkerdFleetAnchorExpiring')[0]).toContain('Trust anchor CN=');
    expect(asked(days(15), 'LinkerdFleetAnchorExpiresSoon')[1]).toBe(true);
    expect(asked(days(13), 'LinkerdFleetAnchorExpiresSoon')[0]).toContain('Trust anchor CN=');
  });

  it('are what promtool takes, linted', () => {
    const [said] = promtool(['check', 'rules', '--lint=all', '--lint-fatal', 'rules.json'], { 'rules.json': rules });
    expect(said).toMatch(/SUCCESS: \d+ rules found/);
  });
});
