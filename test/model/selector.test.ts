import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterSelector } from '../../lib/fleet/spec';
import { namesIn, selects } from '../../lib/model/selector';
import { buildTestFleet } from './fixtures';

const { fleet } = buildTestFleet({
  fleet: { regions: [{ name: 'us', labels: { tier: 'gold' } }] },
  clusters: {
    'eu-1': { region: 'eu', environment: 'prod', network: 'vpc' },
    'eu-2': { region: 'eu', environment: 'dev' },
    'us-1': { region: 'us', environment: 'prod', labels: { team: 'pay' } },
    lab: {},
  },
});

/** Names of the selected clusters. */
const select = (selector?: ClusterSelector) =>
  [...fleet.clusters.values()].filter((c) => selects(selector, c)).map((c) => c.name);

describe('a selector', () => {
  it('that is not there selects all, an empty list none, an empty object all', () => {
    expect(select()).toEqual(['eu-1', 'eu-2', 'lab', 'us-1']);
    expect(select([])).toEqual([]);
    expect(select({})).toEqual(['eu-1', 'eu-2', 'lab', 'us-1']);
    expect(select({ names: [] })).toEqual([]);
    expect(select({ matchLabels: {} })).toHaveLength(4);
  });

  it('selects by name, region, environment, network and labels, inherited ones too', () => {
    expect(select(['us-1', 'nowhere'])).toEqual(['us-1']);
    expect(select({ matchLabels: { name: 'lab' } })).toEqual(['lab']);
    expect(select({ matchLabels: { region: 'eu', environment: 'prod' } })).toEqual(['eu-1']);
    expect(select({ matchLabels: { network: 'vpc' } })).toEqual(['eu-1']);
    expect(select({ matchLabels: { tier: 'gold', team: 'pay' } })).toEqual(['us-1']);
  });

  it('sees a label called like a field where the field is not set, and the field where it is', () => {
    const labels = { environment: 'label', network: 'label' };
    const clusters = { a: { labels }, b: { labels, environment: 'field' } };
    const all = [...buildTestFleet({ clusters }).fleet.clusters.values()];
    const names = (environment: string) =>
      all.filter((c) => selects({ matchLabels: { environment } }, c)).map((c) => c.name);
    expect([names('label'), names('field')]).toEqual([['a'], ['b']]);
  });

  it('wants every condition to hold', () => {
    expect(select({ names: ['eu-1', 'eu-2', 'lab'], except: ['eu-2'] })).toEqual(['eu-1', 'lab']);
    expect(select({ names: ['eu-1', 'lab'], matchLabels: { region: 'eu' } })).toEqual(['eu-1']);
    expect(select({ matchLabels: { region: 'eu' }, except: ['eu-1'] })).toEqual(['eu-2']);
  });

  it.each([
    [{ key: 'region', operator: 'In', values: ['eu', 'us'] }, ['eu-1', 'eu-2', 'us-1']],
    [{ key: 'region', operator: 'NotIn', values: ['eu'] }, ['lab', 'us-1']],
    [{ key: 'region', operator: 'Exists' }, ['eu-1', 'eu-2', 'us-1']],
    [{ key: 'region', operator: 'DoesNotExist' }, ['lab']],
    [{ key: 'region', operator: 'In' }, []],
  ] as const)('%j selects as Kubernetes does', (expression, expected) => {
    const { key, operator } = expression;
    const values = 'values' in expression ? [...expression.values] : undefined;
    expect(select({ matchExpressions: [{ key, operator, values }] })).toEqual(expected);
  });

  it('has In and NotIn, Exists and DoesNotExist as opposites', () => {
    const key = fc.constantFrom('region', 'environment', 'network', 'team', 'name');
    const values = fc.array(fc.constantFrom('eu', 'us', 'prod', 'pay', 'lab'), { minLength: 1 });
    fc.assert(
      fc.property(key, values, (k, v) => {
        for (const [yes, no] of [
          ['In', 'NotIn'],
          ['Exists', 'DoesNotExist'],
        ] as const) {
          const list = yes === 'In' ? v : undefined;
          const a = select({ matchExpressions: [{ key: k, operator: yes, values: list }] });
          const b = select({ matchExpressions: [{ key: k, operator: no, values: list }] });
          expect([...a, ...b].sort()).toEqual(select());
        }
      }),
    );
  });
});

describe('names in a selector', () => {
  it('are those it spells out', () => {
    expect(namesIn(undefined)).toEqual([]);
    expect(namesIn(['a', 'b'])).toEqual(['a', 'b']);
    expect(namesIn({ names: ['a'], except: ['b'], matchLabels: { name: 'c' } })).toEqual(['a', 'b']);
  });
});
