import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../lib/resources/values/layers';

const layers = { defaults: {}, user: {}, owned: {} };

describe('values of a chart', () => {
  it('are the defaults, over them the user, over all what the fleet owns', () => {
    const values = valuesOf({
      defaults: { a: { x: 'default', y: 'default', z: 'default' } },
      user: { a: { y: 'user', z: 'user' } },
      owned: { a: { z: 'owned' } },
    });
    expect(values).toEqual({ a: { x: 'default', y: 'user', z: 'owned' } });
  });

  it('replace lists whole, as Helm does', () => {
    expect(valuesOf({ ...layers, defaults: { list: [1, 2] }, user: { list: [3] } })).toEqual({ list: [3] });
  });

  it('keep null, which drops a default of the chart, and leave out what nobody says', () => {
    const values = valuesOf({ defaults: { a: { b: 1 }, c: undefined }, user: { a: null }, owned: { d: undefined } });
    expect(values).toEqual({ a: null });
    expect(Object.keys(values)).toEqual(['a']);
  });

  it('do not depend on the order in which a user writes keys', () => {
    const user = fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.dictionary(fc.string(), fc.integer())));
    fc.assert(
      fc.property(user, (given) => {
        const turned = Object.fromEntries(Object.entries(given).reverse());
        const text = (values: Record<string, unknown>) => JSON.stringify(valuesOf({ ...layers, user: values }));
        expect(text(turned)).toBe(text(given));
      }),
    );
  });

  it('leave what they are made of as it was', () => {
    const user = Object.freeze({ b: Object.freeze({ y: 1 }), a: 2 });
    valuesOf({ defaults: { b: { x: 0 } }, user, owned: { b: { z: 3 } } });
    expect(user).toEqual({ b: { y: 1 }, a: 2 });
  });
});
