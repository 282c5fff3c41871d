import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlain } from '../../lib/fleet/plain';

const refused = (value: unknown) => toPlain(value, 'Fleet').issues.map((i) => `${i.code} ${i.path}: ${i.found}`);

describe('what code describes', () => {
  it('is copied as JSON would have it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = toPlain(value, 'Fleet');
        expect(plain).toEqual({ value, issues: [] });
        if (typeof value === 'object' && value !== null) expect(plain.value).not.toBe(value);
      }),
    );
  });

  it('says nothing where a field is undefined', () => {
    expect(toPlain({ a: undefined, b: { c: undefined } }, 'Fleet')).toEqual({ value: { b: {} }, issues: [] });
    expect(Object.keys(toPlain({ a: undefined }, 'Fleet').value as object)).toEqual([]);
  });

  it('may be shared between places', () => {
    const shared = { a: 1 };
    expect(toPlain([shared, shared], 'Fleet')).toEqual({ value: [shared, shared], issues: [] });
  });

  it.each<[string, unknown, string]>([
    ['a function', () => 1, 'a function'],
    ['a bigint', 1n, 'a bigint'],
    ['a symbol', Symbol('x'), 'a symbol'],
    ['NaN', Number.NaN, 'the number NaN'],
    ['infinity', Number.POSITIVE_INFINITY, 'the number Infinity'],
    ['a date', new Date(0), 'an instance of Date'],
    ['a map', new Map(), 'an instance of Map'],
    ['an instance', new (class Lazy {})(), 'an instance of Lazy'],
    ['an instance without a name', new (class {})(), 'an instance of a class'],
  ])('is refused where it is %s', (_, value, found) => {
    expect(refused({ spec: { list: [0, value] } })).toEqual([`SCHEMA_TYPE Fleet.spec.list[1]: ${found}`]);
  });

  it('is refused where a list has a hole', () => {
    expect(refused({ list: [1, undefined] })).toEqual(['SCHEMA_TYPE Fleet.list[1]: undefined']);
  });

  it('is refused where it contains itself', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = [circle];
    expect(refused(circle)).toEqual(['SCHEMA_TYPE Fleet.self[0]: a value that contains itself']);
  });
});
