import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bool, children, DerError, expect as expectTag, oid, only, TAG, time, unsigned } from '../../lib/trust/der';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const one = (text: string) => children(hex(text))[0];

describe('DER values', () => {
  test('are read in a row, each with its own encoding', () => {
    const read = children(hex('0500 020101 30020500'));
    expect(read.map(({ tag, value, raw }) => [tag, value.toString('hex'), raw.toString('hex')])).toEqual([
      [0x05, '', '0500'],
      [0x02, '01', '020101'],
      [0x30, '0500', '30020500'],
    ]);
    expect(children(Buffer.alloc(0))).toEqual([]);
  });

  test('of more than 127 and more than 255 bytes are read', () => {
    for (const [length, head] of [
      [128, '048180'],
      [255, '0481ff'],
      [256, '04820100'],
      [65536, '0483010000'],
    ] as const) {
      expect(children(Buffer.concat([hex(head), Buffer.alloc(length)]))[0]!.value).toHaveLength(length);
    }
  });

  test.each<[string, () => unknown, RegExp]>([
    ['a tag alone', () => children(hex('30')), /early/],
    ['a length alone', () => children(hex('3082')), /early/],
    ['half a length', () => children(hex('308201')), /early/],
    ['a value that is cut off', () => children(hex('0402ff')), /early/],
    ['a second value that is cut off', () => children(hex('0500 0402ff')), /early/],
    ['a tag in two bytes', () => children(hex('1f8100')), /tag/],
    ['an indefinite length', () => children(hex('30800000')), /length/],
    ['a length in four bytes', () => children(hex('0484000000 01ff')), /length/],
    ['127 in two bytes', () => children(Buffer.concat([hex('04817f'), Buffer.alloc(127)])), /minimal/],
    ['255 in three bytes', () => children(Buffer.concat([hex('048200ff'), Buffer.alloc(255)])), /minimal/],
    ['something after the only value', () => only(hex('0500 0500'), 0x05, 'x'), /left over after x/],
    ['nothing for the only value', () => only(Buffer.alloc(0), 0x05, 'x'), /early/],
    ['another type', () => only(hex('0500'), TAG.sequence, 'x'), /x is missing or of another type/],
    ['nothing', () => expectTag(undefined, TAG.sequence, 'x'), /x is missing/],
    ['an empty OID', () => oid(one('0600'), 'x'), /cut off/],
    ['an OID that is cut off', () => oid(one('06022a86'), 'x'), /cut off/],
    ['a boolean of two bytes', () => bool(one('0102ffff')!, 'x'), /boolean/],
    ['a negative number', () => unsigned(one('0201ff'), 'x'), /negative/],
    ['a number of no bytes', () => unsigned(one('0200'), 'x'), /empty/],
    ['a number with a needless zero', () => unsigned(one('0202007f'), 'x'), /minimal/],
  ])('%s is refused', (_, read, message) => {
    expect(read).toThrow(message);
    expect(read).toThrow(DerError);
  });

  test.each([
    ['06032a0304', '1.2.3.4'],
    ['0603551d13', '2.5.29.19'],
    ['06082a8648ce3d030107', '1.2.840.10045.3.1.7'],
    ['0603883703', '2.999.3'],
    ['060127', '0.39'],
    ['060128', '1.0'],
    ['060150', '2.0'],
  ])('the OID %s is %s', (der, dotted) => {
    expect(oid(one(der), 'x')).toBe(dotted);
  });

  test('numbers and booleans', () => {
    expect([unsigned(one('020100'), 'x'), unsigned(one('02020080'), 'x')]).toEqual([hex('00'), hex('0080')]);
    expect([bool(one('0101ff')!, 'x'), bool(one('010100')!, 'x')]).toEqual([true, false]);
  });

  test.each([
    [TAG.utcTime, '491231235959Z', '2049-12-31T23:59:59Z'],
    [TAG.utcTime, '500101000000Z', '1950-01-01T00:00:00Z'],
    [TAG.generalizedTime, '20500101000000Z', '2050-01-01T00:00:00Z'],
    [TAG.generalizedTime, '20280229120000Z', '2028-02-29T12:00:00Z'],
  ])('time %i %s', (tag, text, iso) => {
    expect(time({ tag, value: Buffer.from(text), raw: Buffer.alloc(0) }, 'x')).toBe(Date.parse(iso));
  });

  test.each([
    [TAG.utcTime, '20280229120000Z'],
    [TAG.generalizedTime, '280229120000Z'],
    [TAG.generalizedTime, '20270229120000Z'],
    [TAG.generalizedTime, '20270101240000Z'],
    [TAG.generalizedTime, '20270101000060Z'],
    [TAG.generalizedTime, '20270101000000.5Z'],
    [TAG.utcTime, '270101000000Z\n'],
    [TAG.sequence, '270101000000Z'],
  ])('time %i %j is refused', (tag, text) => {
    expect(() => time({ tag, value: Buffer.from(text), raw: Buffer.alloc(0) }, 'x')).toThrow(DerError);
  });

  test('any bytes are read or refused, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const buffer = Buffer.from(bytes);
        try {
          expect(Buffer.concat(children(buffer).map((tlv) => tlv.raw))).toEqual(buffer);
        } catch (error) {
          expect(error).toBeInstanceOf(DerError);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
