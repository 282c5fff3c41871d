import { describe, expect, it } from 'vitest';
import { crdsValues } from '../../../lib/resources/values/crds';
import { planEu1 } from '../plans';

const NO_ROUTES = { enableHttpRoutes: false, enableTcpRoutes: false, enableTlsRoutes: false };

describe('values of linkerd-crds', () => {
  it.each([
    ['2.17', { cliVersion: 'linkerd/helm edge-24.11.8', ...NO_ROUTES }],
    ['2.18', { cliVersion: 'linkerd/helm edge-25.4.4', installGatewayAPI: false }],
    ['2.19', { cliVersion: 'linkerd/helm edge-25.10.7', installGatewayAPI: false }],
    ['2.20', { cliVersion: 'linkerd/helm edge-26.6.3', installGatewayAPI: false }],
  ] as const)('leave the Gateway API alone in %s', (version, values) => {
    expect(crdsValues(planEu1({ linkerd: { version } }))).toEqual(values);
  });

  it('install it where the user says so', () => {
    const plan = planEu1({ values: { crds: { installGatewayAPI: true } } });
    expect(crdsValues(plan)).toMatchObject({ installGatewayAPI: true });
  });

  it.each([
    [{ distribution: 'enterprise', chartVersion: '2.20.2' }, 'enterprise-2.20.2'],
    [{ chartVersion: '2026.7.1' }, 'edge-26.7.1'],
    [{ chartVersion: '0.0.0-main' }, 'edge-26.6.3'],
  ] as const)('are marked with the version that the charts bring (%j)', (linkerd, tag) => {
    expect(crdsValues(planEu1({ linkerd }))['cliVersion']).toBe(`linkerd/helm ${tag}`);
  });

  it('keep that mark against the user', () => {
    const plan = planEu1({ values: { crds: { cliVersion: 'mine' } } });
    expect(crdsValues(plan)['cliVersion']).toBe('linkerd/helm edge-26.6.3');
  });
});
