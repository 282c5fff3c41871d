/** A new trust anchor in random fleets, by the edits that the command makes. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Island, islandsOf, type Rotation, type Stage } from '../../lib/analysis/anchor/anchor';
import { stageEdits } from '../../lib/analysis/anchor/edits';
import { gatesOf } from '../../lib/analysis/anchor/gates';
import { transitionIssues } from '../../lib/analysis/step/transition';
import { editDocuments } from '../../lib/fleet/edit/edit';
import type { ClusterSpec, Trust } from '../../lib/fleet/spec';
import type { ClusterModel } from '../../lib/model/types';
import { open, type Project } from '../../lib/project';
import type { RawDocument } from '../../lib/read/parsed';
import { parseBundle } from '../../lib/trust';
import { type Documents, documents } from '../arbitraries';
import { CA, type Minted, type OpenSSL, openssl } from './openssl';

let o: OpenSSL;
let roots: Readonly<Record<'a' | 'b' | 'c', Minted>>;
let files: Readonly<Record<string, string>>;
beforeAll(() => {
  o = openssl();
  const [a, b, c] = ['a', 'b', 'c'].map((cn) => o.mint({ cn: `root ${cn}`, ext: CA(1) })) as [Minted, Minted, Minted];
  roots = { a, b, c };
  const issuer = (by: Minted) => o.mint({ cn: 'issuer', by, ext: CA(0) }).pem;
  const own = { 'of-a.pem': issuer(a), 'of-b.pem': issuer(b), 'of-c.pem': issuer(c) };
  files = { 'a.pem': a.pem, 'b.pem': b.pem, 'c.pem': c.pem, 'both.pem': a.pem + b.pem, ...own };
});
afterAll(() => o.close());

const readFile = (path: string) => ({ text: files[path]! });
const known = new WeakMap<readonly RawDocument[], Project>();
function opened(raws: readonly RawDocument[]): Project {
  const project = known.get(raws) ?? open({ raws, readFile, attachments: [], issues: [] });
  known.set(raws, project);
  return project;
}
const certificatesIn = (entry: string) => parseBundle(files[entry]!, entry).certificates;

/** What a level may say of trust, all of it by root a. */
const said: fc.Arbitrary<Trust> = fc.record({
  anchors: fc.constantFrom('a.pem', ['a.pem']),
  issuer: fc.constantFrom({ existing: {} }, { certManager: { issuerRef: { name: 'a' }, duration: '240h' } }),
  issuerCertificates: fc.constantFrom('a.pem', 'of-a.pem'),
});
const maybe = fc.option(said, { nil: undefined });

interface Drawn {
  readonly documents: Documents;
  readonly trust: Trust;
  readonly regions: Readonly<Record<string, Trust | undefined>>;
  readonly clusters: readonly (Trust | undefined)[];
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  documents,
  trust: said,
  regions: fc.record({ eu: maybe, us: maybe, apac: maybe }),
  clusters: fc.array(maybe, { minLength: 8, maxLength: 8 }),
});

function rawsOf({ documents: { fleet, clusters }, trust, regions, clusters: own }: Drawn): RawDocument[] {
  const listed = Object.entries(regions).map(([name, t]) => ({ name, ...(t && { trust: t }) }));
  return [
    { value: { ...fleet, spec: { ...fleet.spec, trust, regions: listed } } },
    ...clusters.map((cluster, i) => ({
      value: { ...cluster, spec: { ...cluster.spec, ...(own[i] && { trust: own[i] }) } },
    })),
  ];
}

const rotation = (): Rotation => ({ to: roots.b.cert });

/** The documents after a stage, for some of the clusters. */
function made(raws: readonly RawDocument[], stage: Stage, names: readonly string[]) {
  const { fleet } = opened(raws);
  const selected = new Set(names.map((name) => fleet.clusters.get(name) as ClusterModel));
  const islands = islandsOf(fleet, rotation());
  const input = { anchor: 'b.pem', issuerRef: 'b', issuerCertificates: 'b.pem', certificatesIn };
  const { edits, issues } = stageEdits(stage, { fleet, islands, selected, ...input });
  return { raws: editDocuments(raws, edits), edits, issues };
}

const errors = (before: readonly RawDocument[], after: readonly RawDocument[]) =>
  transitionIssues(opened(before).fleet, opened(after).fleet).filter(({ severity }) => severity === 'error');

const namesIn = ({ clusters }: Island) => clusters.map(({ cluster }) => cluster.name);

describe('a rotation', () => {
  it('is safe stage by stage in any fleet, island by island, and leaves other islands alone', () => {
    fc.assert(
      fc.property(drawn, fc.infiniteStream(fc.nat()), (given, choices) => {
        let raws = rawsOf(given);
        const pick = <T>(items: readonly T[]): T => items[choices.next().value! % items.length]!;
        const islands = [...islandsOf(opened(raws).fleet, rotation())];
        while (islands.length > 0) {
          const island = pick(islands);
          islands.splice(islands.indexOf(island), 1);
          const names = namesIn(island);
          for (const stage of ['distribute', 'issue', 'retire'] as const) {
            // All at once, or one cluster after the other.
            const steps = pick([[names], names.map((name) => [name])]);
            for (const step of steps) {
              const next = made(raws, stage, step);
              expect([next.issues, errors(raws, next.raws)]).toEqual([[], []]);
              const changed = changes(raws, next.raws);
              expect(changed.filter((name) => !step.includes(name))).toEqual([]);
              raws = next.raws;
            }
          }
        }
        const after = islandsOf(opened(raws).fleet, rotation());
        expect(new Set(after.map(({ standing }) => standing))).toEqual(new Set(['retired']));
        const issuers = after.flatMap(({ clusters }) => clusters.map(({ issuer }) => issuer));
        expect(new Set(issuers)).toEqual(new Set(['new']));
      }),
      { numRuns: 50 },
    );
  });

  it('is refused where a stage is left out', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const raws = rawsOf(given);
        for (const island of islandsOf(opened(raws).fleet, rotation())) {
          const names = namesIn(island);
          expect(errors(raws, made(raws, 'issue', names).raws)).not.toEqual([]);
          const distributed = made(raws, 'distribute', names).raws;
          expect(errors(distributed, made(distributed, 'retire', names).raws)).not.toEqual([]);
          expect(errors(raws, made(distributed, 'issue', names).raws)).not.toEqual([]);
          expect(errors(raws, made(made(distributed, 'issue', names).raws, 'retire', names).raws)).not.toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  /** Clusters whose trust is another one. */
  function changes(before: readonly RawDocument[], after: readonly RawDocument[]): string[] {
    const [was, is] = [opened(before).fleet, opened(after).fleet];
    const text = ({ trust }: ClusterModel) =>
      JSON.stringify([trust.bundle, trust.issuer, trust.issuerCertificates.map((c) => c.fingerprint)]);
    return [...is.clusters.values()].filter((c) => text(c) !== text(was.clusters.get(c.name)!)).map(({ name }) => name);
  }
});

/** One island of clusters with these settings of trust, below those of the fleet. */
function small(trust: Trust, clusters: Readonly<Record<string, ClusterSpec>> = { x: {}, y: {} }): RawDocument[] {
  const fleet = { apiVersion: 'linkerd-fleet.dev/v1alpha1', kind: 'Fleet', metadata: { name: 'small' } };
  return [
    { value: { ...fleet, spec: { domain: 'mesh.example.com', topology: { fullMesh: {} }, trust } } },
    ...Object.entries(clusters).map(([name, spec]) => ({ value: { kind: 'Cluster', metadata: { name }, spec } })),
  ];
}

const byCertManager = (name: string) => ({ certManager: { issuerRef: { name } } });

describe('the standing of an island', () => {
  const standing = (trust: Trust, clusters: Record<string, ClusterSpec>, given: Rotation = {}) =>
    islandsOf(opened(small(trust, clusters)).fleet, given).map(
      (i) => `${namesIn(i).join(' ')}: ${i.standing} ${i.next}`,
    );
  const both = { anchors: ['a.pem', 'b.pem'], issuerCertificates: 'a.pem' };
  const fresh: ClusterSpec = { trust: { issuerCertificates: 'b.pem' } };
  const alone: ClusterSpec = { trust: { anchors: 'b.pem', issuerCertificates: 'b.pem' } };

  it('is told by bundles and issuers, from the first stage to the last', () => {
    const to = rotation();
    expect(standing({ anchors: 'a.pem' }, { x: {} })).toEqual(['x: steady distribute']);
    expect(standing({ anchors: 'a.pem' }, { x: { trust: { anchors: both.anchors } }, y: {} }, to)).toEqual([
      'x y: distributing distribute',
    ]);
    expect(standing({ anchors: both.anchors }, { x: {}, y: {} }, to)).toEqual(['x y: distributed issue']);
    expect(standing(both, { x: fresh, y: {} }, to)).toEqual(['x y: issuing issue']);
    expect(standing(both, { x: fresh, y: fresh }, to)).toEqual(['x y: issued retire']);
    expect(standing(both, { x: alone, y: fresh }, to)).toEqual(['x y: retiring retire']);
    expect(standing(both, { x: alone, y: alone }, to)).toEqual(['x y: retired undefined']);
  });

  it('leaves an anchor out of it that neither comes nor goes', () => {
    const three = { anchors: ['a.pem', 'b.pem', 'c.pem'], issuerCertificates: 'a.pem' };
    const given = { to: roots.b.cert, from: [roots.a.cert] };
    const clusters: Record<string, ClusterSpec> = { x: { trust: { issuerCertificates: 'c.pem' } }, y: fresh };
    expect(standing(three, clusters, given)).toEqual(['x y: issued retire']);
    const { raws } = madeFrom(small(three, clusters), 'retire', given);
    expect(
      opened(raws)
        .fleet.clusters.get('x')!
        .trust.anchors.map((a) => a.subject),
    ).toEqual(['CN=root b', 'CN=root c']);
  });

  function madeFrom(raws: readonly RawDocument[], stage: Stage, given: Rotation) {
    const { fleet } = opened(raws);
    const islands = islandsOf(fleet, given);
    const selected = new Set(fleet.clusters.values());
    const { edits } = stageEdits(stage, { fleet, islands, selected, certificatesIn });
    return { raws: editDocuments(raws, edits) };
  }
});

describe('an edit', () => {
  const fields = (raws: readonly RawDocument[], stage: Stage, names: readonly string[]) =>
    made(raws, stage, names).edits.map(({ document, path, value }) => [document.name, path.join('.'), value]);

  it('is made where the value is said, if all clusters that have it from there change, and at the clusters if not', () => {
    const raws = small({ anchors: 'a.pem', issuer: byCertManager('a') });
    expect(fields(raws, 'distribute', ['x', 'y'])).toEqual([['small', 'spec.trust.anchors', ['a.pem', 'b.pem']]]);
    expect(fields(raws, 'distribute', ['x'])).toEqual([['x', 'spec.trust.anchors', ['a.pem', 'b.pem']]]);
    const list = small({ anchors: ['a.pem', 'b.pem'], issuer: byCertManager('a') });
    expect(fields(list, 'issue', ['x', 'y'])).toEqual([
      ['small', 'spec.trust.issuer.certManager.issuerRef.name', 'b'],
      ['small', 'spec.trust.issuerCertificates', 'b.pem'],
    ]);
    expect(fields(list, 'issue', ['y'])).toEqual([
      ['y', 'spec.trust.issuer', byCertManager('b')],
      ['y', 'spec.trust.issuerCertificates', 'b.pem'],
    ]);
    expect(fields(small({ anchors: ['a.pem', 'b.pem'], issuerCertificates: 'b.pem' }), 'retire', ['x', 'y'])).toEqual([
      ['small', 'spec.trust.anchors.0', undefined],
    ]);
  });

  it('is nothing where the clusters have gone as far', () => {
    const raws = small({ anchors: ['a.pem', 'b.pem'], issuerCertificates: 'b.pem', issuer: byCertManager('b') });
    expect([fields(raws, 'distribute', ['x', 'y']), fields(raws, 'issue', ['x', 'y'])]).toEqual([[], []]);
  });

  it('is not made of a file with both anchors, nor where nobody knows the issuer', () => {
    const codes = (trust: Trust) => made(small(trust), 'retire', ['x', 'y']).issues.map(({ code }) => code);
    expect(codes({ anchors: 'both.pem', issuerCertificates: 'b.pem' })).toEqual(['ROTATION_ANCHORS_MIXED']);
    expect(new Set(codes({ anchors: ['a.pem', 'b.pem'] }))).toEqual(new Set(['ROTATION_ISSUER_UNKNOWN']));
  });
});

describe('what has to be true', () => {
  const gates = (trust: Trust) => gatesOf(islandsOf(opened(small(trust, { x: {} })).fleet, rotation())[0]!);

  it('is asked by commands that only read', () => {
    const both = { anchors: ['a.pem', 'b.pem'], issuer: byCertManager('a') };
    const all = [gates(both), gates({ ...both, issuerCertificates: 'b.pem' }), gates({ anchors: 'b.pem' })].flat();
    expect(all.length).toBeGreaterThan(8);
    for (const { command } of all) {
      for (const [, verb] of command.matchAll(/kubectl --context x (?:-n \S+ )?(\S+)/g)) expect(verb).toBe('get');
      expect(command.replaceAll(/'[^']*'/g, '')).not.toMatch(/[>&]/);
    }
  });

  it('differs in the SHA-256 by whoever writes the bundle: the chart ends it with a newline', () => {
    const shown = (bundle: Trust['bundle']) => gates({ anchors: ['a.pem', 'b.pem'], bundle }).map(({ shows }) => shows);
    expect(shown('helm')[0]).not.toBe(shown('trustManager')[0]);
  });
});
