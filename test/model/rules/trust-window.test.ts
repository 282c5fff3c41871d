import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../../lib/fleet/spec';
import { endingChains } from '../../../lib/model/rules/trust-window';
import { CA, type Minted, type OpenSSL, openssl } from '../../trust/openssl';
import { buildTestFleet, type TestFleet } from '../fixtures';

const DAY = 86_400_000;
const WINDOW = 14 * DAY;

let o: OpenSSL;
let old: Minted;
let next: Minted;
let issuer: Minted;
let renewed: Minted;
beforeAll(() => {
  o = openssl();
  old = o.mint({ cn: 'root', ext: CA(), days: 100 });
  // The root once more, with the same key and a longer life: chains go on by it.
  next = o.mint({ cn: 'root', key: old, ext: CA(), days: 1000 });
  issuer = o.mint({ cn: 'issuer', by: old, ext: CA(0), days: 50 });
  renewed = o.mint({ cn: 'issuer', by: old, ext: CA(0), days: 500 });
});
afterAll(() => o.close());

const trust = (anchors: readonly Minted[], issuers: readonly Minted[] = [], certManager = false): ClusterSpec => ({
  trust: {
    anchors: anchors.map((m) => m.pem),
    issuerCertificates: issuers.map((m) => m.pem),
    ...(certManager ? { issuer: { certManager: { issuerRef: { name: 'ca' } } } } : {}),
  },
});
const at = (given: TestFleet, day: number, names?: readonly string[]) => {
  const { fleet } = buildTestFleet({ ...given, fleet: { topology: { fullMesh: {} } } });
  const now = old.cert.notBefore + day * DAY;
  return endingChains(
    fleet,
    now,
    WINDOW,
    names?.map((name) => fleet.clusters.get(name)!),
  );
};

describe('a chain that ends', () => {
  it('is found from the day on from which the window reaches its end, whichever certificate ends first', () => {
    const short = { clusters: { a: trust([old], [issuer]) } };
    expect([at(short, 35), at(short, 37).map((i) => i.code)]).toEqual([[], ['TRUST_CHAIN_ENDS']]);
    const long = { clusters: { a: trust([old], [renewed]) } };
    expect([at(long, 85), at(long, 87).map((i) => i.code)]).toEqual([[], ['TRUST_CHAIN_ENDS']]);
    expect(at(long, 101)[0]!.found).toContain('has ended');
  });

  it('is none while another anchor carries it on', () => {
    expect(at({ clusters: { a: trust([old, next], [renewed]) } }, 101)).toEqual([]);
  });

  it('is not that of an issuer which cert-manager renews', () => {
    const clusters = { a: trust([old], [issuer], true) };
    expect(at({ clusters }, 37)).toEqual([]);
    expect(at({ clusters }, 87).map((i) => i.path)).toEqual(['Cluster/a.spec.trust.issuerCertificates']);
  });

  it('is told with the clusters whose bundle it ends in, from either side of a Link', () => {
    const clusters = { a: trust([old, next], [renewed]), b: trust([old], [renewed]), c: trust([next], [renewed]) };
    const issues = at({ clusters }, 90);
    expect(issues.map((i) => i.clusters)).toEqual([['b'], ['a', 'b'], ['b', 'c']]);
    expect(issues[1]!.found).toMatch(/issuer of a, whose last chain to the bundle of b ends at \d{4}-/);
    expect(at({ clusters }, 90, ['a']).map((i) => i.clusters)).toEqual([['a', 'b']]);
  });

  it('is every chain of a bundle of which no anchor is left, where issuers are not known', () => {
    const clusters = { a: trust([old]), b: trust([old]), c: trust([old, next]) };
    expect(at({ clusters }, 85)).toEqual([]);
    const [found, ...more] = at({ clusters }, 90);
    expect([found!.code, found!.clusters, more]).toEqual(['TRUST_CHAIN_ENDS', ['a', 'b'], []]);
  });

  it('is not what is broken for other reasons, which a rule reports', () => {
    const other = o.mint({ cn: 'other', ext: CA(), days: 10 });
    expect(at({ clusters: { a: trust([other], [issuer]) } }, 37)).toEqual([]);
  });
});
