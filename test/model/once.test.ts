import fc from 'fast-check';
import { expect, test } from 'vitest';
import { once } from '../../lib/model/once';

test('each key has what was made of it, made once, in whatever order keys are asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 60 }), fc.nat(5), (order, chained) => {
      const keys = Array.from({ length: 6 }, (_, i) => ({ i }));
      const made: number[] = [];
      const of: (key: { readonly i: number }) => { readonly of: number } = once(({ i }: { readonly i: number }) => {
        made.push(i);
        // One that asks for another while it is made.
        if (i === chained && i > 0) of(keys[i - 1] as { i: number });
        return { of: i };
      });
      for (const i of order) expect(of(keys[i] as { i: number })).toEqual({ of: i });
      expect(new Set(made).size).toBe(made.length);
    }),
  );
});
