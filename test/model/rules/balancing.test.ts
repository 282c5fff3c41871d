import { describe, expect, it } from 'vitest';
import { isGrpcRetry, isHttpRetry, policyDuration } from '../../../lib/linkerd/balancing';
import { balancingAnnotations, balancingReleases } from '../../../lib/model/rules/balancing';
import { ask, told } from './ask';

const STABLE = 'balancer.linkerd.io/failure-accrual';
const ALPHA = 'balancer.alpha.linkerd.io/failure-accrual';
const at = 'Service/prod/web.spec.annotations';

const check = (annotations: Readonly<Record<string, string>>) =>
  ask(balancingAnnotations, { clusters: ['a'], services: [{ name: 'web', annotations }] });

describe('balancing annotations', () => {
  it('are taken as the documentation of Linkerd writes them', () => {
    const annotations = {
      [STABLE]: 'unified',
      [`${STABLE}-consecutive-max-failures`]: '7',
      [`${STABLE}-consecutive-min-penalty`]: '1s',
      [`${STABLE}-consecutive-max-penalty`]: '1m',
      [`${STABLE}-consecutive-jitter-ratio`]: '0.5',
      [`${ALPHA}-success-rate-threshold`]: '0.8',
      [`${ALPHA}-success-rate-window`]: '10s',
      [`${ALPHA}-success-rate-min-requests`]: '5',
      [`${ALPHA}-honor-retry-after`]: 'true',
      'balancer.alpha.linkerd.io/penalize-failures': 'true',
      'balancer.alpha.linkerd.io/load-biaser-penalty': '5s',
      'balancer.alpha.linkerd.io/load-biaser-max-retry-after': '300s',
      'retry.linkerd.io/http': '5xx,429,500-504,gateway-error',
      'retry.linkerd.io/grpc': 'cancelled,unavailable',
      'retry.linkerd.io/limit': '2',
      'retry.linkerd.io/timeout': '300ms',
      'timeout.linkerd.io/request': '4s',
      'timeout.linkerd.io/response': '3s',
      'timeout.linkerd.io/idle': '0',
      'config.linkerd.io/opaque-ports': '25',
    };
    expect(check(annotations)).toEqual([]);
  });

  it.each([
    [`${STABLE}-consecutive-max-failure`, `${STABLE}-consecutive-max-failures`],
    ['balancer.linkerd.io/failure-accural', STABLE],
    [`${STABLE}-success-rate-threshold`, `${ALPHA}-success-rate-threshold`],
    ['timeout.linkerd.io/requests', 'timeout.linkerd.io/request'],
  ])('%s is unknown, and %s was meant', (key, meant) => {
    expect(check({ [key]: '1' })).toMatchObject([
      { code: 'SERVICE_ANNOTATION_UNKNOWN', severity: 'error', path: `${at}.${key}`, fix: `Did you mean ${meant}?` },
    ]);
  });

  it.each([
    [STABLE, 'consecutively'],
    [STABLE, 'Unified'],
    [`${STABLE}-consecutive-max-failures`, '-1'],
    [`${STABLE}-consecutive-max-failures`, '4294967296'],
    [`${STABLE}-consecutive-min-penalty`, '1.5s'],
    [`${STABLE}-consecutive-max-penalty`, '1m30s'],
    [`${STABLE}-consecutive-jitter-ratio`, '101'],
    [`${ALPHA}-success-rate-threshold`, '80%'],
    [`${ALPHA}-success-rate-min-requests`, '1000001'],
    ['balancer.alpha.linkerd.io/penalize-failures', 'yes'],
    ['retry.linkerd.io/limit', '65536'],
    ['retry.linkerd.io/http', '5xx, 429'],
    ['retry.linkerd.io/grpc', 'not-found'],
    ['timeout.linkerd.io/request', '10'],
  ])('%s does not take %s', (key, value) => {
    const found = check({ [STABLE]: 'unified', [key]: value }).filter((i) => i.path === `${at}.${key}`);
    expect(found).toMatchObject([{ code: 'SERVICE_ANNOTATION_VALUE', found: JSON.stringify(value) }]);
  });

  it('suggest the mode that was meant', () => {
    expect(check({ [STABLE]: 'unifed' })[0]!.fix).toBe('Did you mean unified?');
  });

  it('do not contradict each other', () => {
    const min = `${STABLE}-consecutive-min-penalty`;
    expect(told(check({ [STABLE]: 'consecutive', [min]: '2m' }))).toEqual([
      `SERVICE_ANNOTATION_VALUE ${at}.${min}: min-penalty 2m and max-penalty 60s (default)`,
    ]);
    const window = `${ALPHA}-success-rate-window`;
    expect(told(check({ [STABLE]: 'unified', [window]: '5ms' }))).toEqual([
      `SERVICE_ANNOTATION_VALUE ${at}.${window}: "5ms"`,
    ]);
    expect(check({ [STABLE]: 'unified', [window]: '5ms', [`${ALPHA}-success-rate-threshold`]: '0' })).toEqual([]);
  });

  it.each([
    [{ [`${STABLE}-consecutive-max-failures`]: '3' }, `"3" without ${STABLE}`],
    [{ [STABLE]: 'consecutive', [`${ALPHA}-success-rate-window`]: '10s' }, `"10s" without ${STABLE}: unified`],
    [{ [`${ALPHA}-honor-retry-after`]: 'true' }, `"true" without ${STABLE}`],
    [
      {
        'balancer.alpha.linkerd.io/penalize-failures': 'false',
        'balancer.alpha.linkerd.io/load-biaser-penalty': '5s',
      },
      '"5s" without balancer.alpha.linkerd.io/penalize-failures: "true"',
    ],
  ])('%j has no effect', (annotations, found) => {
    expect(check(annotations)).toMatchObject([{ code: 'SERVICE_ANNOTATION_IDLE', severity: 'error', found }]);
  });
});

describe('releases', () => {
  const old = { network: 'n', linkerd: { version: '2.19' as const } };
  const clusters = { a: { network: 'n' }, b: { ...old }, c: { ...old } };
  const services = [{ name: 'web', federated: true, clusters: ['a'], annotations: { [STABLE]: 'unified' } }];
  const fleet = { topology: { edges: [{ source: 'b', target: 'a' }] } };

  it('before 2.20 do not know unified, which clients there feel', () => {
    const issues = ask(balancingReleases, { fleet, clusters, services });
    expect(told(issues)).toEqual([
      `SERVICE_ANNOTATION_TOO_NEW ${at}.${STABLE}: ${STABLE} on prod/web, which b of an older release have or mirror`,
    ]);
    expect(issues[0]).toMatchObject({ severity: 'warning', clusters: ['b'] });
  });

  it('do not matter to consecutive, nor where everybody has 2.20', () => {
    const consecutive = [{ ...services[0]!, annotations: { [STABLE]: 'consecutive' } }];
    expect(ask(balancingReleases, { fleet, clusters, services: consecutive })).toEqual([]);
    expect(ask(balancingReleases, { fleet, clusters: { ...clusters, b: { network: 'n' } }, services })).toEqual([]);
  });
});

describe('values as the policy controller reads them', () => {
  it('durations have one unit', () => {
    expect(['10s', ' 5m ', '1h', '1d', '250ms', '0'].map(policyDuration)).toEqual([
      10_000, 300_000, 3.6e6, 8.64e7, 250, 0,
    ]);
    expect(['', 's', '10', '-1s', '1.5s', '1h30m', '10 s', '1us'].map(policyDuration)).toEqual(
      Array(8).fill(undefined),
    );
  });

  it('conditions of retries are lists without spaces', () => {
    expect(['503', '500-599', '5XX', 'Gateway-Error,429'].every(isHttpRetry)).toBe(true);
    expect(['', '600', '99', '504-500', '500-', '4xx', '500-502-504', '500,'].some(isHttpRetry)).toBe(false);
    expect(['', 'unknown', 'cancelled, internal'].some(isGrpcRetry)).toBe(false);
  });
});
