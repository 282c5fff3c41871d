import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FleetError } from '../lib/errors';
import type { ClusterSpec } from '../lib/fleet/spec';
import { buildLazily } from '../lib/model/build';
import { check, clusterOf, type Loaded, open, render } from '../lib/project';
import { renderOne } from '../lib/render';
import { documents } from './arbitraries';

const ANCHORS = readFileSync(resolve(__dirname, '../fleets/trust/anchors.pem'), 'utf8');
const load = (values: readonly unknown[]): Loaded => ({
  raws: values.map((value, i) => ({ value, file: 'fleet.json', line: i + 1, index: i })),
  readFile: () => ({ issues: [] }),
  attachments: [],
  issues: [],
});

/** Files as they are written. */
function written({ files, warnings }: ReturnType<typeof renderOne>): unknown {
  return { files: files.map(({ path, text, applied }) => ({ path, text, applied })), warnings };
}

/** What became of it: files, or codes and places. */
function outcome(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    if (!FleetError.is(error)) throw error;
    return error.issues.map((i) => `${i.code} ${i.path} ${i.source?.line}`);
  }
}

describe('one cluster of a description', () => {
  it('is rendered, refused and warned about as it is among all of them', () => {
    let rendered = 0;
    fc.assert(
      fc.property(documents, ({ fleet, clusters, services }) => {
        const trusting = { ...fleet, spec: { ...fleet.spec, trust: { anchors: ANCHORS } } };
        const loaded = load([trusting, ...clusters, ...services]);
        for (const { metadata } of clusters) {
          const whole = outcome(() => {
            const project = open(loaded);
            const cluster = clusterOf(project, metadata.name);
            const warnings = check(project, [cluster]);
            if (warnings.some((i) => i.severity === 'error')) throw new FleetError(warnings);
            return written({ files: render(project, cluster), warnings });
          });
          expect(outcome(() => written(renderOne(loaded, metadata.name)))).toEqual(whole);
          if (!Array.isArray(whole)) rendered++;
        }
      }),
      { numRuns: 60 },
    );
    expect(rendered).toBeGreaterThan(20);
  });
});

const FLEET = {
  apiVersion: 'linkerd-fleet.dev/v1alpha1',
  kind: 'Fleet',
  metadata: { name: 'x' },
  spec: { domain: 'mesh.example.com', topology: { islands: { by: 'region' } }, trust: { anchors: ANCHORS } },
};
const cluster = (name: string, region: string, spec?: object) => ({
  kind: 'Cluster',
  metadata: { name },
  spec: {
    region,
    network: region,
    apiServer: { url: `https://api.${name}.example.com` },
    podCidrs: [`10.${name.length}.0.0/16`],
    ...spec,
  },
});
const [near, far] = [cluster('eu-10', 'eu'), cluster('us-1', 'us')];
const eu = cluster('eu-1', 'eu');

describe('what is wrong elsewhere in the description', () => {
  const alone = renderOne(load([FLEET, eu, near, far]), 'eu-1');

  it('does not stop a cluster that it does not concern', () => {
    const broken = { ...far, spec: { ...far.spec, podCidrs: 'none', apiServer: { url: 1 } } };
    expect(outcome(() => open(load([FLEET, eu, near, broken])).issues.length)).toBe(2);
    expect(written(renderOne(load([FLEET, eu, near, broken]), 'eu-1'))).toEqual(written(alone));
  });

  it.each<[string, readonly unknown[], readonly string[]]>([
    [
      'the document of a neighbour',
      [FLEET, eu, { ...near, spec: { ...near.spec, podCidrs: 'none' } }, far],
      ['SCHEMA_TYPE Cluster/eu-10.spec.podCidrs 3'],
    ],
    [
      'the region of another cluster, which may make it a neighbour',
      [FLEET, eu, near, { ...far, spec: { ...far.spec, region: 1 } }],
      ['SCHEMA_TYPE Cluster/us-1.spec.region 4'],
    ],
    [
      'labels of another cluster, which selectors may ask for',
      [FLEET, eu, near, { ...far, metadata: { name: 'us-1', labels: { a: 1 } } }],
      ['SCHEMA_TYPE Cluster/us-1.metadata.labels.a 4'],
    ],
    ['a document of an unknown kind', [FLEET, eu, near, { kind: 'Clutser' }], ['SCHEMA_KIND fleet.json:4 4']],
    ['a second Fleet', [FLEET, eu, FLEET], ['FLEET_COUNT Fleet 1']],
    [
      'a Service',
      [FLEET, eu, near, far, { kind: 'Service', metadata: { name: 'a', namespace: 'b' }, spec: { ports: [] } }],
      ['SCHEMA_VALUE Service/b/a.spec.ports 5'],
    ],
    ['a name that two clusters have', [FLEET, eu, near, far, far], ['NAME_DUPLICATE Cluster/us-1 4']],
  ])('stops it where it counts: %s', (_, values, codes) => {
    expect(outcome(() => renderOne(load(values), 'eu-1'))).toEqual(codes);
  });

  it('is said beside what is wrong with the cluster itself', () => {
    const broken = { ...far, spec: { ...far.spec, podCidrs: 'none' } };
    const wrong = cluster('eu-1', 'eu', { serviceCidrs: ['10.0.0.1/8'] });
    expect(outcome(() => renderOne(load([FLEET, wrong, near, broken]), 'eu-1'))).toEqual([
      'CIDR_HOST_BITS Cluster/eu-1.spec.serviceCidrs[0] 2',
      'SCHEMA_TYPE Cluster/us-1.spec.podCidrs 4',
    ]);
  });
});

describe('the model of one cluster', () => {
  it('resolves its neighbours, and no other cluster', () => {
    const names = Array.from({ length: 9 }, (_, i) => `c${i}`);
    const clusters = names.map((name, i) => ({
      kind: 'Cluster' as const,
      metadata: { name },
      spec: cluster(name, `r${i % 3}`).spec as ClusterSpec,
    }));
    const seen: string[] = [];
    const fleet = { ...FLEET, apiVersion: 'linkerd-fleet.dev/v1alpha1' as const, kind: 'Fleet' as const };
    const built = buildLazily({ fleet, clusters, services: [], readFile: () => ({ issues: [] }) }, ({ metadata }) => {
      seen.push(metadata.name);
    });
    const loaded = load([]);
    const project = { loaded, fleet: built.fleet, issues: [], broken: new Set<string>(), partial: false };
    render(project, clusterOf(project, 'c4'));
    check(project, [clusterOf(project, 'c4')]);
    expect(seen.sort()).toEqual(['c1', 'c4', 'c7']);
  });
});
