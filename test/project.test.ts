/** The pipeline as a whole: what is said of a fleet of which parts are broken. */
import { describe, expect, it } from 'vitest';
import { FleetError, type Issue } from '../lib/errors';
import { check, clusterOf, type Loaded, open, type Project } from '../lib/project';
import { documents } from './cli/fleets';

const loaded = (values: readonly unknown[], more: Partial<Loaded> = {}): Loaded => ({
  raws: values.map((value) => ({ value })),
  readFile: () => ({ issues: [] }),
  attachments: [],
  issues: [],
  ...more,
});
const said = (issues: readonly Issue[]) => issues.map(({ code, path }) => `${code} ${path}`);

/** What `act` is refused with. */
function refusal(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (FleetError.is(error)) return said(error.issues);
    throw error;
  }
  return [];
}

/** Three clusters; the third is named by an edge, selected by its labels, and runs a Service of its own. */
function withNorth(north: unknown): Project {
  const fleet = {
    topology: [
      { hubAndSpoke: { hubs: { matchLabels: { tier: 'hub' } } } },
      { edges: [{ source: 'east', target: 'north' }] },
      { without: [{ source: 'west', targets: { matchLabels: { region: 'nordics' } } }] },
    ],
  };
  const batch = {
    kind: 'Service',
    metadata: { name: 'batch', namespace: 'shop' },
    spec: { ports: [{ port: 80 }], clusters: ['north'] },
  };
  return open(loaded(documents({ fleet: fleet as never, more: [north, batch] })));
}
const north = {
  kind: 'Cluster',
  metadata: { name: 'north', labels: { tier: 'hub' } },
  spec: {
    region: 'nordics',
    network: 'one',
    apiServer: { url: 'https://api.north.example.com' },
    podCidrs: ['10.40.0.0/16'],
    serviceCidrs: ['10.140.0.0/16'],
  },
};

describe('a cluster whose document is broken in shape', () => {
  it('is a fleet without findings before it is broken', () => {
    expect(said(check(withNorth(north)))).toEqual([]);
  });

  it.each([
    [
      'a field of the wrong type',
      { ...north, spec: { ...north.spec, ha: 'yes' } },
      ['SCHEMA_TYPE Cluster/north.spec.ha'],
    ],
    [
      'a field that is misspelled',
      { ...north, spec: { ...north.spec, netwrok: 'one' } },
      ['SCHEMA_UNKNOWN_KEY Cluster/north.spec.netwrok'],
    ],
    [
      'a spec that is a list',
      { ...north, metadata: { name: 'north', labels: { tier: 'hub', region: 'nordics' } }, spec: [] },
      ['SCHEMA_TYPE Cluster/north.spec'],
    ],
    ['an unknown key beside it', { ...north, status: {} }, ['SCHEMA_UNKNOWN_KEY Cluster/north.status']],
    ['a kind that is misspelled', { ...north, kind: 'Clsuter' }, ['SCHEMA_KIND document 4']],
  ])('is reported for %s, and for nothing that names or selects it', (_, broken, expected) => {
    const project = withNorth(broken);
    expect(said(check(project)).map((line) => line.replace(/document \d+/, 'document 4'))).toEqual(expected);
  });

  it('is there by its name, so that what is wrong with it is the answer', () => {
    const project = withNorth({ ...north, spec: { ...north.spec, ha: 'yes' } });
    const cluster = clusterOf(project, 'north');
    expect(said(check(project, [cluster]))).toEqual(['SCHEMA_TYPE Cluster/north.spec.ha']);
  });

  it('does not hide what is wrong with others', () => {
    const other = { kind: 'Cluster', metadata: { name: 'south' }, spec: { region: 'x', podCidrs: ['10.50.0.0/33'] } };
    const project = open(loaded(documents({ more: [{ ...north, spec: { ...north.spec, ha: 'yes' } }, other] })));
    const lines = said(check(project));
    expect(lines).toContain('SCHEMA_TYPE Cluster/north.spec.ha');
    expect(lines.filter((line) => line.includes('Cluster/south')).length).toBeGreaterThan(0);
  });
});

describe('a name that no cluster has', () => {
  const unread = {
    code: 'INPUT_SYNTAX',
    severity: 'error',
    path: 'north.yaml',
    found: 'x',
    allowed: 'x',
    why: 'x',
    fix: 'x',
    clusters: [],
  } as const;

  it('is CLUSTER_UNKNOWN in a fleet that is whole', () => {
    const project = open(loaded(documents()));
    expect(refusal(() => clusterOf(project, 'north'))).toEqual(['CLUSTER_UNKNOWN Cluster/north']);
  });

  it('is what could not be read, in a fleet of which some could not', () => {
    const project = open(loaded(documents(), { issues: [unread] }));
    expect(refusal(() => clusterOf(project, 'north'))).toEqual(['INPUT_SYNTAX north.yaml']);
  });

  it('is no finding where the file that has it could not be read', () => {
    const fleet = { topology: { edges: [{ source: 'east', target: 'north' }] } };
    const values = documents({ fleet });
    expect(said(check(open(loaded(values))))).toContain('NAME_UNKNOWN_CLUSTER Fleet.spec.topology.edges[0].target');
    expect(said(check(open(loaded(values, { issues: [unread] }))))).toEqual(['INPUT_SYNTAX north.yaml']);
  });
});
