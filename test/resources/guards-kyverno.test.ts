import { describe, expect, it } from 'vitest';
import type { Guards } from '../../lib/fleet/spec';
import { guardManifests } from '../../lib/resources/guards/guards';
import { planOf } from './plans';

interface Policy {
  kind: string;
  metadata: { name: string; annotations: Record<string, string> };
  spec: {
    failurePolicy: string;
    validationActions: string[];
    validations: { expression: string }[];
    variables: { name: string; expression: string }[];
  };
}

const guards: Guards = { links: 'deny', exports: 'audit', credentials: 'deny', writers: ['w'], engine: 'kyverno' };

function of(services = 1): Policy[] {
  const given = {
    fleet: { topology: [{ edges: [{ source: 'us', target: 'eu' }] }] },
    clusters: { us: { network: 'n', guards }, eu: { network: 'n', apiServer: { url: 'https://api.eu.example.com' } } },
    services: Array.from({ length: services }, (_, i) => ({ name: `service-with-a-long-name-${i}`, federated: true })),
  };
  return guardManifests(planOf(given, 'us')) as unknown as Policy[];
}

const variable = ({ spec }: Policy, name: string) => spec.variables.find((v) => v.name === name)?.expression;

describe('guards for Kyverno', () => {
  it('are one policy each, with what the fleet allows in it, before what they are asked about', () => {
    const [links, exports, credentials, ...more] = of();
    expect(more).toEqual([]);
    expect([links, exports, credentials].map((p) => p!.kind)).toEqual(Array(3).fill('ValidatingPolicy'));
    expect(JSON.parse(variable(links!, 'pins0')!)['eu']).toBe('eu|linkerd|cluster-credentials-eu|||');
    expect(JSON.parse(variable(credentials!, 'servers0')!)).toEqual({
      'cluster-credentials-eu': 'https://api.eu.example.com',
    });
    for (const { metadata } of of()) expect(metadata.annotations['argocd.argoproj.io/sync-wave']).toBe('0');
  });

  it('refuse, or only report', () => {
    const [links, exports] = of();
    expect([links!.spec.failurePolicy, ...links!.spec.validationActions]).toEqual(['Fail', 'Deny', 'Audit']);
    expect([exports!.spec.failurePolicy, ...exports!.spec.validationActions]).toEqual(['Ignore', 'Warn', 'Audit']);
  });

  it('have no expression that is too long to be compiled, and lose nothing in parts', () => {
    const [, exports] = of(4000);
    const { variables, validations } = exports!.spec;
    for (const { expression } of [...variables, ...validations]) expect(expression.length).toBeLessThan(100_000);
    const parts = variables.filter(({ name }) => /^pins\d+$/.test(name)).map((v) => JSON.parse(v.expression));
    expect(parts.length).toBeGreaterThan(1);
    expect(Object.keys(Object.assign({}, ...parts))).toHaveLength(4000);
    expect(variable(exports!, 'pins')).toBe(`[${parts.map((_, i) => `variables.pins${i}`).join(', ')}]`);
  });
});
