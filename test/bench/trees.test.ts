import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differenceOfSum, filesIn, plainCompare, plainWrite, sizeOf } from '../../bench/trees';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'linkerd-fleet-trees-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function tree(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name, path)), { recursive: true });
    writeFileSync(join(dir, name, path), text);
  }
  return join(dir, name);
}

describe('trees', () => {
  it('are written plainly with all their files and compared with them', () => {
    const from = tree('from', { 'a/b/c.yaml': 'c', 'a/d.yaml': 'dd', '.hidden/e': 'é' });
    const to = join(dir, 'to');
    expect(plainWrite(from, to).ms).toBeGreaterThan(0);
    expect(filesIn(to)).toEqual(['.hidden/e', 'a/b/c.yaml', 'a/d.yaml']);
    expect(sizeOf(to)).toEqual({ files: 3, bytes: 5 });
    expect(readFileSync(join(to, 'a/d.yaml'), 'utf8')).toBe('dd');
    expect(plainCompare(to, from).ms).toBeGreaterThan(0);
  });

  it('that differ are no baseline', () => {
    const [from, to] = [tree('from', { a: 'x' }), tree('to', { a: 'y' })];
    expect(() => plainCompare(to, from)).toThrow('a differs');
  });

  it.each([
    ['nothing', { one: { a: '1' }, two: { b: '2' } }, undefined],
    ['a file in no part', { one: { a: '1' }, two: {} }, 'b is in no part'],
    ['a file in two parts', { one: { a: '1', b: '2' }, two: { b: '2' } }, 'b is in two parts'],
    ['a file that differs', { one: { a: '1' }, two: { b: '3' } }, 'b differs'],
    ['a file too many', { one: { a: '1' }, two: { b: '2', c: '3' } }, 'c is in a part only'],
  ] as const)('are summed up, and %s is found', (_, { one, two }, difference) => {
    const whole = tree('whole', { a: '1', b: '2' });
    mkdirSync(join(dir, 'two'));
    expect(differenceOfSum(whole, [tree('one', one), tree('two', two)])).toBe(difference);
  });
});
