import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexOf, indexText, parametersOf } from '../../../lib/delivery/generator/parameters';
import { planCluster } from '../../../lib/plan/cluster';
import { clusterJson } from '../../../lib/resources/cluster-json';
import { fleetOf } from '../argocd/fixture';

/** Keys at all depths but those of labels, which are the author's. */
function keysOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, item]) => {
    const path = `${prefix}${key}`;
    return typeof item === 'object' && path !== 'labels' ? [path, ...keysOf(item, `${path}.`)] : [path];
  });
}

const index = (fleet: ReturnType<typeof fleetOf>) => indexText(indexOf(fleet));

describe('the index', () => {
  it('says of each cluster what its cluster.json says, and where its directory is', () => {
    const fleet = fleetOf();
    expect(JSON.parse(index(fleet))).toEqual(
      [...fleet.clusters.values()].map((cluster) => ({
        ...clusterJson(planCluster(fleet, cluster)),
        directory: `clusters/${cluster.name}`,
      })),
    );
  });

  it('is a list that ends in a newline', () => {
    const text = index(fleetOf());
    expect(text.startsWith('[\n')).toBe(true);
    expect(text.endsWith(']\n')).toBe(true);
  });

  it('has these keys, which templates in other repositories rely on', () => {
    const keys = keysOf(parametersOf([...fleetOf().clusters.values()][0]!));
    expect(keys.join(' ')).toBe(
      'name destination destination.name destination.server region environment network wave labels ' +
        'linkerd linkerd.version linkerd.distribution linkerd.namespace linkerd.multiclusterNamespace ' +
        'charts charts.repoURL charts.version charts.crds charts.controlPlane charts.multicluster directory',
    );
  });

  it('is the same whatever the order of the description', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(names, (list) => {
        const of = (order: string[]) => index(fleetOf({ clusters: Object.fromEntries(order.map((n) => [n, {}])) }));
        expect(of([...list].reverse())).toBe(of(list));
      }),
      { numRuns: 50 },
    );
  });
});
