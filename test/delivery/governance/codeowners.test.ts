import { describe, expect, it } from 'vitest';
import { codeowners } from '../../../lib/delivery/governance/codeowners';
import type { CodeOwners } from '../../../lib/fleet/spec';
import { planCluster } from '../../../lib/plan/cluster';
import { clusterFiles } from '../../../lib/resources/cluster';
import { buildTestFleet, type TestFleet } from '../../model/fixtures';

const given: TestFleet & { fleet: { codeowners: CodeOwners } } = {
  fleet: {
    topology: [{ fullMesh: {} }],
    regions: [{ name: 'eu', owners: ['@acme/eu'] }],
    codeowners: { fleet: ['@acme/mesh'], links: ['@acme/links'], trust: ['@acme/security'] },
  },
  clusters: {
    'eu-1': { region: 'eu', network: 'n', guards: { links: 'audit' } },
    'us-1': { network: 'n' },
  },
  services: [
    { name: 'pay', namespace: 'pay', federated: true, selector: { app: 'pay' }, allow: [], owners: ['@acme/pay'] },
    { name: 'ledger', namespace: 'shop', exported: 'remote-discovery', owners: ['@acme/ledger'] },
    { name: 'web', namespace: 'shop', exported: 'remote-discovery' },
    { name: 'free', namespace: 'free', exported: 'remote-discovery' },
  ],
};

const fleetWith = (more: Partial<CodeOwners> = {}) =>
  buildTestFleet({ ...given, fleet: { ...given.fleet, codeowners: { ...given.fleet.codeowners, ...more } } }).fleet;

/** Patterns as GitHub documents them: the last line that matches, a directory with all that is in it. */
function ownersOf(text: string, path: string): string[] {
  const lines = text.split('\n').filter((line) => line !== '' && !/^[#[]/.test(line));
  const matching = lines.filter((line) => {
    const pattern = line.split(' ')[0]!.replaceAll('.', '\\.').replaceAll('*', '[^/]*');
    return new RegExp(`^${pattern}${pattern.endsWith('/') ? '.*' : ''}$`).test(path);
  });
  return matching.at(-1)?.split(' ').slice(1) ?? [];
}

const filesOf = (fleet = fleetWith()) =>
  [...fleet.clusters.values()].flatMap((cluster) =>
    clusterFiles(planCluster(fleet, cluster)).map(({ path }) => `/dist/clusters/${cluster.name}/${path}`),
  );

describe('CODEOWNERS', () => {
  it('gives every file that is written to those who own it', () => {
    const text = codeowners(fleetWith())!;
    const found = Object.fromEntries(filesOf().map((path) => [path, ownersOf(text, path).join(' ')]));
    expect(found).toMatchObject({
      '/dist/clusters/eu-1/cluster.json': '@acme/eu',
      '/dist/clusters/eu-1/guards/guards.yaml': '@acme/links',
      '/dist/clusters/eu-1/linkerd-multicluster/values.yaml': '@acme/eu',
      '/dist/clusters/eu-1/multicluster/links.yaml': '@acme/links',
      '/dist/clusters/eu-1/policy/pay.yaml': '@acme/pay',
      '/dist/clusters/eu-1/services/free.yaml': '@acme/eu',
      '/dist/clusters/eu-1/services/pay.yaml': '@acme/pay',
      '/dist/clusters/eu-1/services/shop.yaml': '@acme/ledger @acme/mesh',
      '/dist/clusters/eu-1/trust/trust.yaml': '@acme/security',
      '/dist/clusters/us-1/cluster.json': '@acme/mesh',
      '/dist/clusters/us-1/multicluster/access.yaml': '@acme/links',
    });
    expect(Object.values(found)).not.toContain('');
    expect(ownersOf(text, '/dist/CODEOWNERS')).toEqual(['@acme/mesh']);
    expect(ownersOf(text, '/README.md')).toEqual([]);
  });

  it('has no line that no file needs', () => {
    const lines = codeowners(fleetWith())!
      .split('\n')
      .filter((line) => line.startsWith('/dist/clusters/'));
    const idle = lines.filter((line) => !filesOf().some((path) => ownersOf(line, path).length > 0));
    expect(idle).toEqual([]);
  });

  it('has a section for each kind of owner on GitLab, all of which approve', () => {
    const text = codeowners(fleetWith({ format: 'gitlab', path: './platform/mesh/' }))!;
    expect(text.match(/^\[.*\]$/gm)).toEqual([
      '[Fleet]',
      '[Clusters]',
      '[Services]',
      '[Links]',
      '[Trust]',
      '[Ownership]',
    ]);
    expect(text).toContain('\n/platform/mesh/clusters/eu-1/ @acme/eu\n');
  });

  it('is written only where the fleet asks for it', () => {
    expect(codeowners(buildTestFleet({ clusters: ['a'] }).fleet)).toBeUndefined();
  });
});
