import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transitionIssues } from '../../lib/analysis/step/transition';
import { failingMixes, type Holding, type Step } from '../../lib/analysis/step/transition-mixes';
import type { ClusterSpec } from '../../lib/fleet/spec';
import { buildTestFleet } from '../model/fixtures';
import { CA, type Minted, type OpenSSL, openssl } from './openssl';

const NAMES = { linkerdNamespace: 'linkerd', trustDomain: 'x.mesh.example.com' };

let o: OpenSSL;
let anchors: Minted[];
let issuers: Minted[];
beforeAll(() => {
  o = openssl();
  anchors = ['a', 'b', 'c'].map((cn) => o.mint({ cn: `root ${cn}`, ext: CA(1) }));
  issuers = anchors.map((by, i) => o.mint({ cn: `issuer ${i}`, by, ext: CA(0) }));
});
afterAll(() => o.close());

/** A cluster as numbers of anchors and issuers. */
interface Drawn {
  readonly bundle: readonly number[];
  readonly issuers: readonly number[];
}
const some = fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 });
const drawn: fc.Arbitrary<Drawn> = fc.record({ bundle: some, issuers: some });
const step = fc.record({ before: fc.option(drawn, { nil: undefined }), after: fc.option(drawn, { nil: undefined }) });

const holding = (d: Drawn | undefined): Holding | undefined =>
  d && {
    bundle: d.bundle.map((i) => anchors[i]!.cert),
    issuers: d.issuers.map((i) => [issuers[i]!.cert]),
    names: NAMES,
  };
const stepOf = (s: { before?: Drawn; after?: Drawn }): Step => ({ before: holding(s.before), after: holding(s.after) });

/** Asked of OpenSSL in Node: whether each issuer carries the signature of some anchor. */
const signed = new Map<string, boolean>();
function accepted(issuer: Holding, holder: Holding): boolean {
  return issuer.issuers.every(([leaf]) =>
    holder.bundle.some((anchor) => {
      const key = `${leaf!.fingerprint} ${anchor.fingerprint}`;
      const known = signed.get(key);
      if (known !== undefined) return known;
      const [child, parent] = [new X509Certificate(leaf!.der), new X509Certificate(anchor.der)];
      const verdict = child.checkIssued(parent) && child.verify(parent.publicKey);
      signed.set(key, verdict);
      return verdict;
    }),
  );
}

/** Every state of the one end with every state of the other, but those that are no mix. */
function oracle(issuer: Step, holder: Step): boolean {
  const both = (s: Step) => [s.before, s.after].filter((h) => h !== undefined);
  const now = issuer.before && holder.before && !accepted(issuer.before, holder.before);
  if (now) return true;
  return both(issuer).every((i) =>
    both(holder).every((h) => {
      const mixed = (i === issuer.before) !== (h === holder.before);
      return !mixed || accepted(i, h);
    }),
  );
}

/** A stage of the way from what is held before to what is held after. */
type Stage = 'distribute' | 'issue' | 'retire';

/** What a cluster holds at the end of each stage: first all anchors, then the new issuers, then the new anchors alone. */
function staged({ before, after }: Step): Readonly<Record<Stage, Holding>> | undefined {
  if (before === undefined || after === undefined) return undefined;
  const all = [...new Map([...before.bundle, ...after.bundle].map((cert) => [cert.fingerprint, cert])).values()];
  return { distribute: { ...before, bundle: all }, issue: { ...after, bundle: all }, retire: after };
}

describe('a step', () => {
  it('is safe when, and only when, every mix verifies', () => {
    let unsafe = 0;
    fc.assert(
      fc.property(step, step, (a, b) => {
        const [issuer, holder] = [stepOf(a), stepOf(b)];
        const safe = oracle(issuer, holder);
        if (!safe) unsafe++;
        expect(failingMixes(issuer, holder).length === 0).toBe(safe);
      }),
      { numRuns: 10_000 },
    );
    expect(unsafe).toBeGreaterThan(1000);
  });

  it('that is not safe is safe in three, wherever both ends verify before and after', () => {
    const whole = fc.record({ before: drawn, after: drawn });
    let asked = 0;
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        const [issuer, holder] = [stepOf(a), stepOf(b)];
        if (!accepted(issuer.before!, holder.before!) || !accepted(issuer.after!, holder.after!)) return;
        asked++;
        const [i, h] = [staged(issuer)!, staged(holder)!];
        const states = (s: Step, t: typeof i) => [s.before!, t.distribute, t.issue, t.retire];
        const [from, to] = [states(issuer, i), states(holder, h)];
        for (const n of [0, 1, 2]) {
          const at = (list: readonly Holding[]): Step => ({ before: list[n], after: list[n + 1] });
          expect(oracle(at(from), at(to))).toBe(true);
          expect(failingMixes(at(from), at(to))).toEqual([]);
        }
      }),
      { numRuns: 5000 },
    );
    expect(asked).toBeGreaterThan(500);
  });
});

describe('from one fleet to the next', () => {
  const trust = (bundle: readonly number[], ...by: number[]): ClusterSpec => ({
    trust: { anchors: bundle.map((i) => anchors[i]!.pem), issuerCertificates: by.map((i) => issuers[i]!.pem) },
  });
  const fleet = (clusters: Readonly<Record<string, ClusterSpec>>) =>
    buildTestFleet({ fleet: { topology: { fullMesh: {} } }, clusters }).fleet;
  const told = (before: Record<string, ClusterSpec>, after: Record<string, ClusterSpec>) =>
    transitionIssues(fleet(before), fleet(after)).map((i) => `${i.code} ${i.clusters.join(' ')}: ${i.found}`);
  const everywhere = (spec: ClusterSpec) => ({ x: spec, y: spec });

  it('the stages of a rotation are safe, and each that is left out is refused', () => {
    const steady = everywhere(trust([0], 0));
    const both = everywhere(trust([0, 1], 0));
    const issued = everywhere(trust([0, 1], 1));
    const retired = everywhere(trust([1], 1));
    expect([told(steady, both), told(both, issued), told(issued, retired)]).toEqual([[], [], []]);
    expect(told(steady, issued)[0]).toContain('the new issuer of x does not verify under the old bundle of x, y');
    expect(told(both, retired)[0]).toContain('the old issuer of x does not verify under the new bundle of x, y');
    expect(transitionIssues(fleet(steady), fleet(retired)).map((i) => i.fix.split(':')[0])).toContain(
      'First distribute',
    );
  });

  it('sees one cluster ahead of the others, and one that joins', () => {
    expect(told({ x: trust([0], 0), y: trust([0, 1], 0) }, { x: trust([0, 1], 0), y: trust([0, 1], 1) })).toEqual([
      'TRUST_STEP_UNSAFE x y: the new issuer of y does not verify under the old bundle of x',
    ]);
    expect(told({ x: trust([0], 0) }, { x: trust([0, 1], 0), y: trust([0, 1], 1) })).toEqual([
      'TRUST_STEP_UNSAFE x y: the new issuer of y does not verify under the old bundle of x',
    ]);
  });

  it('says once what is so for all clusters that hold the same', () => {
    const all = (spec: ClusterSpec) => ({ x: spec, y: spec, z: spec });
    const issues = transitionIssues(fleet(all(trust([0], 0))), fleet(all(trust([0, 1], 1))));
    expect(issues.map((i) => i.found)).toEqual(
      ['x', 'y', 'z'].map((name) => `the new issuer of ${name} does not verify under the old bundle of x, y, z`),
    );
  });

  it('refuses another trust domain for a cluster that is there', () => {
    const renamed = { x: { ...trust([0], 0), trustDomain: 'other.example.com' }, y: trust([0], 0) };
    expect(told(everywhere(trust([0], 0)), renamed)).toEqual([
      'TRUST_DOMAIN_CHANGED x: other.example.com, which was x.mesh.example.com',
    ]);
  });

  it('follows a cluster through its names', () => {
    const at = (name: string, spec: ClusterSpec): ClusterSpec => ({
      ...spec,
      trustDomain: `${name}.mesh.example.com`,
      apiServer: { url: `https://api.${name}.example.com` },
    });
    const next = { y: at('x', trust([1], 1)), x: at('y', trust([0], 0)) };
    const found = told({ x: at('x', trust([0], 0)), y: at('y', trust([0], 0)) }, next);
    expect(found).toContain('TRUST_STEP_UNSAFE y: the new issuer of y does not verify under the old bundle of y');
    expect(found).not.toContain('TRUST_STEP_UNSAFE x: the new issuer of x does not verify under the old bundle of x');
    expect(found.filter((issue) => issue.startsWith('TRUST_DOMAIN_CHANGED'))).toEqual([]);
  });

  it('warns of an anchor that goes while issuers are not known, and says nothing where nothing changes', () => {
    expect(told({ x: trust([0, 1]) }, { x: trust([1]) })).toEqual([
      'TRUST_STEP_UNKNOWN x: CN=root a removed from the bundle of x; the issuer of x is not known',
    ]);
    expect(told({ x: trust([0]) }, { x: trust([0, 1]) })).toEqual([]);
    expect(told(everywhere(trust([0], 0)), everywhere(trust([0], 0)))).toEqual([]);
  });

  it('refuses another namespace of the control plane: it is part of every identity too', () => {
    const moved = { x: { ...trust([0], 0), linkerd: { namespace: 'mesh' } } };
    expect(told({ x: trust([0], 0) }, moved)).toContain(
      'TRUST_DOMAIN_CHANGED x: namespace mesh, which was namespace linkerd',
    );
  });

  it('sees a new issuer under the old bundle, although nobody knew the old one', () => {
    expect(told({ x: trust([0]) }, { x: trust([0, 1], 1) })).toEqual([
      'TRUST_STEP_UNSAFE x: the new issuer of x does not verify under the old bundle of x',
    ]);
  });

  const byCertManager = (
    spec: ClusterSpec,
    name: string,
    more: { nameConstraints?: boolean; duration?: string } = {},
  ) => ({
    x: { trust: { ...spec.trust, issuer: { certManager: { issuerRef: { name }, ...more } } } },
  });

  it('warns where issuerRef changes and issuerCertificates do not, or are not there', () => {
    const [known, unknown] = [trust([0, 1], 0), trust([0, 1])];
    const found = 'TRUST_STEP_UNKNOWN x: issuerRef b in place of a, and the same issuerCertificates';
    expect(told(byCertManager(known, 'a'), byCertManager(known, 'b'))).toEqual([found]);
    expect(told(byCertManager(unknown, 'a'), byCertManager(unknown, 'b'))).toEqual([found]);
    expect(told(byCertManager(known, 'a'), byCertManager(trust([0, 1], 1), 'b'))).toEqual([]);
    expect(told(byCertManager(unknown, 'a'), byCertManager(known, 'a'))).toEqual([]);
  });

  it('warns of what cert-manager does not issue again for', () => {
    const code = 'TRUST_ISSUER_NOT_REISSUED x: ';
    const [old, fresh] = [trust([0, 1], 0), trust([0, 1], 1)];
    expect(told(byCertManager(old, 'a'), byCertManager(fresh, 'a'))).toEqual([
      `${code}issuerRef a as before, with an issuer below another anchor`,
    ]);
    const free = { nameConstraints: false };
    expect(told(byCertManager(old, 'a', free), byCertManager(old, 'a'))).toEqual([
      `${code}nameConstraints true, and nothing else`,
    ]);
    expect(told(byCertManager(old, 'a', free), byCertManager(old, 'a', { duration: '721h0m0s' }))).toEqual([]);
  });

  it('takes the certificate of the CA for those that it issues', () => {
    const ca = (bundle: readonly number[], by: number): ClusterSpec => ({
      trust: { anchors: bundle.map((i) => anchors[i]!.pem), issuerCertificates: anchors[by]!.pem },
    });
    expect(told({ x: ca([0], 0) }, { x: ca([0, 1], 0) })).toEqual([]);
    expect(told({ x: ca([0, 1], 0) }, { x: ca([0, 1], 1) })).toEqual([]);
    expect(told({ x: ca([0, 1], 0) }, { x: ca([1], 1) })[0]).toContain('TRUST_STEP_UNSAFE');
  });

  it('does not stand in the way of mending what is broken', () => {
    expect(told({ x: trust([1], 0) }, { x: trust([0], 0) })).toEqual([]);
  });
});
