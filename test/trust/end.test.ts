import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Certificate, chainEnd, verifies } from '../../lib/trust';
import { CA, type OpenSSL, openssl } from './openssl';

let o: OpenSSL;
let roots: Certificate[];
let issuer: Certificate;
beforeAll(() => {
  o = openssl();
  const key = o.mint({ cn: 'root', ext: CA() });
  // Three certificates of one root: an issuer chains to each of them.
  roots = [key, ...[1, 2].map(() => o.mint({ cn: 'root', key, ext: CA() }))].map(({ cert }) => cert);
  issuer = o.mint({ cn: 'issuer', by: key, ext: CA(0) }).cert;
});
afterAll(() => o.close());

const lasting = (cert: Certificate, notBefore: number, notAfter: number): Certificate =>
  Object.create(cert, { notBefore: { value: notBefore }, notAfter: { value: notAfter } });

describe('the end of a chain', () => {
  it('is that of the certificate that ends first, where there is one chain', () => {
    const bundle = [lasting(roots[0]!, 0, 100)];
    expect(chainEnd({ issuerChain: [lasting(issuer, 0, 50)], bundle }, 10)).toBe(51);
    expect(chainEnd({ issuerChain: [lasting(issuer, 0, 500)], bundle }, 10)).toBe(101);
    expect(chainEnd({ issuerChain: [lasting(issuer, 0, 50)], bundle, renewed: true }, 10)).toBe(101);
  });

  it('is now where no chain is valid', () => {
    expect(chainEnd({ issuerChain: [lasting(issuer, 0, 50)], bundle: [lasting(roots[0]!, 20, 90)] }, 10)).toBe(10);
    expect(chainEnd({ issuerChain: [], bundle: [] }, 10)).toBe(10);
  });

  it('is the first moment at which a search for a valid chain finds none', () => {
    const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 3 }), span, fc.nat(40), fc.boolean(), (spans, own, now, renewed) => {
        const bundle = spans.map(([from, to], i) => lasting(roots[i]!, from, to));
        const chain = [lasting(issuer, ...own)];
        const valid = (cert: Certificate, at: number) => cert.notBefore <= at && at <= cert.notAfter;
        let end = now;
        const holds = () => {
          const left = renewed ? chain : chain.filter((c) => valid(c, end));
          return verifies(
            left,
            bundle.filter((c) => valid(c, end)),
          );
        };
        while (holds()) end++;
        expect(chainEnd({ issuerChain: chain, bundle, renewed }, now)).toBe(end);
      }),
      { numRuns: 2000 },
    );
  });
});
