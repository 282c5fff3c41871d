import { describe, expect, it } from 'vitest';
import type { Callers } from '../../../lib/fleet/spec';
import { policyNames, portForms } from '../../../lib/model/rules/policy-objects';
import type { TestService } from '../fixtures';
import { ask, told } from './ask';

const of = (name: string, targetPort: string | number, more: Partial<TestService> = {}): TestService => ({
  name,
  selector: { app: name },
  ports: [{ port: 80, targetPort }],
  allow: [],
  ...more,
});

describe('the names of policies', () => {
  const names = (...services: TestService[]) => told(ask(policyNames, { clusters: ['a', 'b'], services }));

  it('are of one Service and port each', () => {
    const collision =
      'POLICY_NAMES_COLLIDE Service/prod/web.spec.ports: web-api-http of prod/web, port api-http of its pods, and that of prod/web-api, port http of its pods';
    expect(names(of('web', 'api-http'), of('web-api', 'http'))).toEqual([collision]);
    expect(names(of('web', 'api-http'), of('web-api', 'http', { namespace: 'shop' }))).toEqual([]);
    expect(names(of('web', 'api-http'), of('web-api', 'http', { allow: undefined }))).toEqual([]);
    expect(names(of('web', 'api-http', { clusters: ['a'] }), of('web-api', 'http', { clusters: ['b'] }))).toEqual([]);
    expect(names(of('web', 'http', { clusters: ['a'] }), of('web', 'http', { clusters: ['b'] }))).toEqual([]);
  });

  it('count what is written for addresses', () => {
    const ports = [
      { name: 'a', port: 80, targetPort: 'http' },
      { name: 'b', port: 81, targetPort: 'http-networks' },
    ];
    const web = (allow: Callers[]) => names(of('web', 80, { ports, allow }));
    expect(web([{ networks: ['10.0.0.0/8'] }])).toEqual([
      'POLICY_NAMES_COLLIDE Service/prod/web.spec.ports: web-http-networks of prod/web, port http-networks of its pods, and that of prod/web, port http of its pods',
    ]);
    expect(web([{ namespace: 'jobs' }])).toEqual([]);
    expect(web([{ networks: ['10.0.0.0/8'], ports: ['b'] }])).toEqual([]);
  });

  it('are not those that the fleet has for the admin port', () => {
    expect(names(of('linkerd', 'admin'))).toEqual([
      expect.stringMatching(/^POLICY_NAMES_COLLIDE .*: linkerd-admin of prod\/linkerd, .* the admin port of proxies$/),
    ]);
  });
});

describe('target ports of the same pods', () => {
  const forms = (...services: TestService[]) => told(ask(portForms, { clusters: ['a', 'b'], services }));
  const web: Callers = { serviceAccount: 'web', namespace: 'frontend' };
  const pods = { selector: { app: 'x' } };

  it('are given by number or by name, as a name may be any number', () => {
    const warned = [
      'POLICY_PORT_FORMS Service/prod/two.spec.ports: prod/one, port 8080 of its pods, and prod/two, port http of its pods',
    ];
    const [one, two] = [of('one', 8080, { ...pods, allow: [web] }), of('two', 'http', pods)];
    expect(forms(one, two)).toEqual(warned);
    expect(forms(one, { ...two, allow: undefined })).toEqual(warned);
    expect(forms(one, { ...two, selector: { app: 'x', tier: 'y' } })).toEqual(warned);
    expect(forms(one, { ...two, selector: { app: 'y' } })).toEqual([]);
    expect(forms(one, of('two', 8081, pods))).toEqual([]);
    expect(forms({ ...one, allow: undefined }, { ...two, allow: undefined })).toEqual([]);
    expect(forms({ ...one, clusters: ['a'] }, { ...two, clusters: ['b'] })).toEqual([]);
  });

  it('may differ in form where they are guarded alike', () => {
    const ports = [
      { name: 'http', port: 80, targetPort: 8080 },
      { name: 'more', port: 81, targetPort: 'more' },
    ];
    expect(forms(of('one', 0, { ports, allow: [web] }))).toEqual([]);
    expect(forms(of('one', 0, { ports, allow: [web, { namespace: 'ops', ports: ['http'] }] }))).toHaveLength(1);
    expect(forms(of('one', 8080, { ...pods, allow: [web] }), of('two', 'http', { ...pods, allow: [web] }))).toEqual([]);
  });
});
