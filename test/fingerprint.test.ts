import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprints } from '../lib/fingerprint';
import { check, type Loaded, open, type Project, render } from '../lib/project';
import { type Documents, documents } from './arbitraries';

type Values = readonly { value: unknown }[];

const rawsOf = (d: Documents): Values => [d.fleet, ...d.clusters, ...d.services].map((value) => ({ value }));

function project(raws: Values, more: Partial<Loaded> = {}): Project {
  const opened = open({ raws, readFile: () => ({ issues: [] }), attachments: [], issues: [], ...more });
  check(opened);
  return opened;
}

/** Digest and bytes of every cluster. */
function outcomes(of: Project, build = 'build'): Map<string, { print: string; text: string }> {
  const print = fingerprints(of, build)!;
  return new Map(
    [...of.fleet.clusters.values()].map((cluster) => [
      cluster.name,
      { print: print(cluster), text: JSON.stringify(render(of, cluster)) },
    ]),
  );
}

describe('the fingerprint of a cluster', () => {
  it('differs wherever a byte of its directory does, whatever two fleets have in common', () => {
    let [same, different] = [0, 0];
    fc.assert(
      fc.property(documents, documents, fc.nat(), fc.nat(), (d, other, at, from) => {
        const raws = rawsOf(d);
        const mixed = raws.map((raw, i) =>
          i === at % raws.length ? (rawsOf(other)[from % rawsOf(other).length] ?? raw) : raw,
        );
        const fleets = mixed.filter(({ value }) => (value as { kind: string }).kind === 'Fleet').length;
        fc.pre(fleets === 1);
        const [before, after] = [outcomes(project(raws)), outcomes(project(mixed))];
        for (const [name, { print, text }] of after) {
          const earlier = before.get(name);
          if (earlier?.print === print) {
            expect(text).toBe(earlier.text);
            same++;
          } else if (earlier !== undefined) different++;
        }
      }),
      { numRuns: 300 },
    );
    expect(same).toBeGreaterThan(50);
    expect(different).toBeGreaterThan(50);
  });

  it('is the same for clusters far from a change, in another order too', () => {
    const cluster = (name: string, region: string, port = 6443) => ({
      value: { kind: 'Cluster', metadata: { name }, spec: { region, apiServer: { url: `https://${name}:${port}` } } },
    });
    const fleet = {
      value: {
        apiVersion: 'linkerd-fleet.dev/v1alpha1',
        kind: 'Fleet',
        metadata: { name: 'f' },
        spec: { domain: 'd.example', topology: [{ islands: { by: 'region' } }] },
      },
    };
    const all = [fleet, cluster('a', 'x'), cluster('b', 'x'), cluster('c', 'y')];
    const [before, after] = [
      outcomes(project(all)),
      outcomes(project([cluster('c', 'y'), cluster('b', 'x', 443), fleet, cluster('a', 'x')])),
    ];
    const changed = [...before.keys()].filter((name) => before.get(name)!.print !== after.get(name)!.print);
    expect(changed).toEqual(['a', 'b']);
  });

  it('differs with the program and with the files that the description names', () => {
    fc.assert(
      fc.property(documents, (d) => {
        const [one] = outcomes(project(rawsOf(d))).values();
        const [other] = outcomes(project(rawsOf(d)), 'another').values();
        expect(other!.print).not.toBe(one!.print);
        const read = project(rawsOf(d));
        const files = { ...read, reads: new Map([['ca.pem', { text: 'a' }]]) };
        const changed = { ...read, reads: new Map([['ca.pem', { text: 'b' }]]) };
        expect(outcomes(changed).values().next().value!.print).not.toBe(outcomes(files).values().next().value!.print);
      }),
      { numRuns: 20 },
    );
  });

  it('does not exist where code has a hand in what is written, or the program does not know what it is', () => {
    const [d] = fc.sample(documents, { numRuns: 1, seed: 1 });
    expect(fingerprints(project(rawsOf(d!)))).toBeUndefined();
    expect(fingerprints(project(rawsOf(d!), { customize: () => {} }), 'build')).toBeUndefined();
    expect(fingerprints(project(rawsOf(d!)), 'build')).toBeDefined();
  });
});
