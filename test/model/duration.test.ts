import { describe, expect, it } from 'vitest';
import { milliseconds } from '../../lib/model/duration';

describe('milliseconds of a duration', () => {
  it.each([
    ['3s', 3000],
    ['1h30m', 5_400_000],
    ['720h0m0s', 2_592_000_000],
    ['1.5s', 1500],
    ['250ms', 250],
    ['1m500ms', 60_500],
    ['0s', 0],
  ])('%s is %d', (text, expected) => expect(milliseconds(text)).toBe(expected));

  it.each(['', '3', 's', '-3s', '3 s', '1d', '1e3s', '3s!'])('%s is none', (text) => {
    expect(milliseconds(text)).toBeNaN();
  });
});
