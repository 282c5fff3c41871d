import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wayStepIssues } from '../../lib/analysis/step/credential-way';
import type { Credentials, FleetSpec } from '../../lib/fleet/spec';
import { buildTestFleet } from '../model/fixtures';

const es = (more: object = {}): Credentials => ({ externalSecrets: { store: 'mesh', ...more } });
const WAYS: Readonly<Record<string, Credentials>> = {
  existing: { existing: {} },
  externalSecrets: es(),
  'externalSecrets elsewhere': es({ key: 'links/{target}/{source}' }),
  'externalSecrets, another store': es({ store: 'other' }),
  sealedSecrets: { sealedSecrets: {} },
  'sealedSecrets from other files': { sealedSecrets: { files: 'sealed/{source}/{target}.{namespace}.yaml' } },
  sops: { sops: { age: ['age1a'] } },
  oidc: { oidc: {} },
  'oidc for another audience': { oidc: { audience: 'links.example.com/{target}' } },
};

const of = (credentials: Credentials, topology: FleetSpec['topology'] = [{ fullMesh: {} }], fleet = {}) =>
  buildTestFleet({ fleet: { topology, ...fleet }, clusters: { east: { credentials }, west: {} } }).fleet;

const step = (before: Credentials, after: Credentials, ...topologies: FleetSpec['topology'][]) =>
  wayStepIssues(of(before, topologies[0]), of(after, topologies[1] ?? topologies[0]));

const told = (issues: ReturnType<typeof step>) => issues.map(({ code, path, found }) => `${code} ${path}: ${found}`);

describe('credentials that come another way', () => {
  it('are a warning that names both, where they are said', () => {
    const issues = step(es(), { sealedSecrets: {} });
    expect(told(issues)).toEqual([
      'CREDENTIALS_WAY_CHANGED Cluster/east.spec.credentials.sealedSecrets: sealedSecrets, which was externalSecrets',
    ]);
    expect(issues[0]).toMatchObject({ severity: 'warning', clusters: ['east', 'west'] });
    expect(issues[0]?.why).toContain('already exists and is not managed by SealedSecret');
  });

  it('are nothing where the first sealed file comes, and are one where it goes', () => {
    const awaiting = { sealedSecrets: { awaiting: true } };
    for (const now of [{ sealedSecrets: {} }, es(), { existing: {} }]) expect(step(awaiting, now)).toEqual([]);
    const path = 'CREDENTIALS_WAY_CHANGED Cluster/east.spec.credentials.sealedSecrets';
    expect(told(step({ sealedSecrets: {} }, awaiting))).toEqual([
      `${path}: sealedSecrets that awaits its files, which were there`,
    ]);
    expect(told(step({ existing: {} }, awaiting))).toEqual([`${path}: sealedSecrets, which was existing`]);
  });

  it('are one warning for a fleet that changes, and one for a source that does', () => {
    const fleet = (credentials: Credentials) => of({}, undefined, { credentials });
    expect(told(wayStepIssues(fleet(es()), fleet({ oidc: {} })))).toEqual([
      'CREDENTIALS_WAY_CHANGED Fleet.spec.credentials.oidc: oidc, which was externalSecrets',
    ]);
    expect(told(step(es(), { ...es(), sources: { west: { sops: { age: ['age1a'] } } } }))).toEqual([
      'CREDENTIALS_WAY_CHANGED Cluster/east.spec.credentials.sources.west.sops: sops, which was externalSecrets',
    ]);
  });

  it('concern nobody who is new, has gone, or is being revoked', () => {
    const none: FleetSpec['topology'] = [{ edges: [] }];
    const all: FleetSpec['topology'] = [{ fullMesh: {} }];
    expect(step(es(), { oidc: {} }, none, all)).toEqual([]);
    expect(step(es(), { oidc: {} }, all, none)).toEqual([]);
    expect(step(es(), { oidc: {}, revoked: ['west'] })).toEqual([]);
  });

  it('cut a Link off that is drained from nothing, but its Secret goes all the same', () => {
    const drained: FleetSpec['topology'] = [{ fullMesh: {} }, { drain: [{ source: 'west', target: 'east' }] }];
    expect(step(es(), { oidc: {} }, drained)).toEqual([]);
    expect(step(es(), es({ store: 'other' }), drained)).toEqual([]);
    expect(step(es(), { sealedSecrets: {} }, drained)).toHaveLength(1);
  });

  it('are silent where nothing is lost, whether the old is pruned or stays and whichever end follows first, and nowhere else', () => {
    const names = Object.keys(WAYS);
    let silent = 0;
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (before, after) => {
        const [old, now] = [WAYS[before] as Credentials, WAYS[after] as Credentials];
        const isFine = step(old, now).length === 0;
        expect({ before, after, isFine }).toEqual({ before, after, isFine: !loses(old, now) });
        if (isFine && before !== after) silent++;
      }),
      { numRuns: 400 },
    );
    expect(silent).toBeGreaterThan(0);
  });
});

/**
 * What the controllers do with one Secret, step by step, in every order that two ends and a pruning tool leave open. A world is
 * lost where the Secret was ever away or made anew, where the target refuses what it holds, or where its new writer does not write it.
 */
function loses(old: Credentials, now: Credentials): boolean {
  if (JSON.stringify(old) === JSON.stringify(now)) return false;
  const [from, to] = [kindOf(old), kindOf(now)];
  return [true, false].some((prunes) =>
    orders(['target', 'apply', ...(prunes ? ['prune'] : [])]).some((order) => {
      const world = new World(from, place(old));
      for (const event of order) {
        if (event === 'target') world.targetFollows(to, place(now));
        else if (event === 'apply') world.apply(to, place(now));
        else if (from !== to) world.prune(from);
        world.refresh();
      }
      return world.isLost || world.writer !== to;
    }),
  );
}

/** Pruning comes after applying: Argo CD and Flux both do so. */
const orders = (events: readonly string[]) =>
  events.includes('prune')
    ? [events, ['apply', 'target', 'prune'], ['apply', 'prune', 'target']]
    : [events, ['apply', 'target']];

const kindOf = (way: Credentials) => Object.keys(way)[0] as string;
/** Where both ends meet: an entry in a store, or an audience. Files of the description are not seen by any cluster. */
const place = ({ externalSecrets, oidc }: Credentials) =>
  JSON.stringify([externalSecrets?.store, externalSecrets?.key, oidc?.audience]);

class World {
  isLost = false;
  /** Who wrote the Secret last, and may again. */
  writer: string;
  /** Controller reference of the Secret. */
  private owner: string | undefined;
  /** What the target accepts and where it pushes to. */
  private access: string;
  /** Of the ExternalSecret, if there is one: the place that it reads. */
  private pulls: string | undefined;
  private held: string;

  constructor(
    kind: string,
    private pushed: string,
  ) {
    this.writer = kind;
    this.owner = OWNERS.has(kind) ? kind : undefined;
    this.access = isToken(kind);
    this.held = `${isToken(kind)} ${kind === 'oidc' ? pushed : ''}`;
    this.pulls = kind === 'externalSecrets' ? pushed : undefined;
  }

  targetFollows(kind: string, at: string): void {
    this.access = isToken(kind);
    this.pushed = at;
  }

  apply(kind: string, at: string): void {
    if (kind === 'existing') return;
    if (OWNERS.has(kind)) {
      // Neither takes what another controls; Sealed Secrets does not take what nobody controls either.
      if (this.owner !== undefined && this.owner !== kind) return;
      if (kind === 'sealedSecrets' && this.owner === undefined) return;
      this.owner = kind;
    }
    if (kind === 'externalSecrets') this.pulls = at;
    this.writer = kind;
    this.held = `${isToken(kind)} ${kind === 'oidc' ? at : ''}`;
  }

  prune(kind: string): void {
    if (kind === 'existing') return;
    if (kind === 'externalSecrets') this.pulls = undefined;
    // Collected with its owner; what was applied as it is, the tool itself deletes.
    if (this.owner === kind || !OWNERS.has(kind)) this.isLost = true;
  }

  /** Time passes: whoever is there reconciles, and readers read. */
  refresh(): void {
    if (this.pulls !== undefined && this.owner === 'externalSecrets') {
      // Nothing at the place that it reads, and deletionPolicy Delete.
      if (this.pulls !== this.pushed) this.isLost = true;
      this.writer = 'externalSecrets';
    }
    const [held, at] = this.held.split(' ');
    if (held !== this.access || (held === 'file' && at !== this.pushed)) this.isLost = true;
  }
}

const OWNERS = new Set(['externalSecrets', 'sealedSecrets']);
const isToken = (kind: string) => (kind === 'oidc' ? 'file' : 'token');
