import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../lib/nearest';

describe('nearest', () => {
  it.each([
    ['proxy.logLevl', ['proxy.logLevel', 'proxy.logFormat'], 'proxy.logLevel'],
    ['excludeLabels', ['excludedLabels', 'excludedAnnotations'], 'excludedLabels'],
    ['port-eu', ['prod-eu', 'prod-us'], 'prod-eu'],
    ['gateawy', ['gateway', 'gateways'], 'gateway'],
    ['LOGLEVEL', ['logLevel'], 'logLevel'],
    ['ha', ['hs'], 'hs'],
  ])('takes %s for %j', (word, candidates, meant) => {
    expect(nearest(word, candidates)).toBe(meant);
  });

  it('stays silent when nothing is near', () => {
    expect(nearest('enablePSP', ['highAvailability', 'clusterDomain'])).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
    expect(nearest('', ['abc'])).toBeUndefined();
  });

  it('prefers fewer edits to an earlier place', () => {
    expect(nearest('cluster-10', ['aluster-11', 'cluster-11'])).toBe('cluster-11');
  });

  it('does not depend on the order of the candidates', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 }), words, (word, candidates) => {
        expect(nearest(word, [...candidates].reverse())).toBe(nearest(word, candidates));
      }),
    );
  });

  it('finds a word in which one character was dropped, doubled or swapped with its neighbour', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), minLength: 4, maxLength: 12 });
    fc.assert(
      fc.property(word, fc.nat(), (meant, at) => {
        const i = at % (meant.length - 1);
        const [head, a, b, tail] = [meant.slice(0, i), meant[i], meant[i + 1], meant.slice(i + 2)];
        for (const typed of [`${head}${b}${tail}`, `${head}${a}${a}${b}${tail}`, `${head}${b}${a}${tail}`]) {
          expect(nearest(typed, [meant, 'zzzzzzzzzzzzzzzz'])).toBe(meant);
        }
      }),
    );
  });
});
