/** Every code a user can meet is documented, reported somewhere, and provoked by a test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODES, type IssueCode } from '../lib/codes';
import { WARNINGS } from '../lib/codes/warnings';

const ROOT = resolve(__dirname, '..');
const codes = Object.keys(CODES).sort() as IssueCode[];

/** Words of all TypeScript files below a directory that look like codes. */
function wordsIn(directory: string, but: (file: string) => boolean): Set<string> {
  const files = readdirSync(join(ROOT, directory), { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((f) => f.endsWith('.ts') && !but(f))
    .map((f) => readFileSync(join(ROOT, directory, f), 'utf8'));
  return new Set(texts.flatMap((text) => text.match(/\b[A-Z][A-Z0-9_]+\b/g) ?? []));
}

describe('issue codes', () => {
  it('each have a section in docs/errors.md, and no section is left over', () => {
    const text = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8');
    const sections = [...text.matchAll(/^## ([A-Z][A-Z0-9_]+)$/gm)].map((m) => m[1]);
    expect(sections.sort()).toEqual(codes);
  });

  it('are warnings where the list of warnings has them', () => {
    expect([...WARNINGS].sort()).toEqual(codes.filter((code) => CODES[code].severity === 'warning'));
  });

  it('each are reported by something in lib/', () => {
    const reported = wordsIn('lib', (file) => file.startsWith('codes/'));
    expect(codes.filter((code) => !reported.has(code))).toEqual([]);
  });

  it('each are provoked by a test', () => {
    const tested = wordsIn('test', (file) => file === 'codes.test.ts');
    expect(codes.filter((code) => !tested.has(code))).toEqual([]);
  });

  it('each stand in one table: of two, the later would win without a word', async () => {
    const files = readdirSync(join(ROOT, 'lib/codes')).filter(
      (f) => !['entry.ts', 'index.ts', 'warnings.ts'].includes(f),
    );
    const tables = await Promise.all(files.map((f) => import(join(ROOT, 'lib/codes', f))));
    const all = tables.flatMap((exported: object) => Object.values(exported)).flatMap((table) => Object.keys(table));
    expect(all.sort()).toEqual(codes);
  });

  it('are words that can be anchors and that a person can read', () => {
    for (const code of codes) expect(code).toMatch(/^[A-Z][A-Z0-9]+(_[A-Z0-9]+)*$/);
  });

  it('say what is allowed as a fragment, and why and how to mend it as sentences', () => {
    for (const code of codes) {
      const { allowed, why, fix } = CODES[code];
      expect({ code, allowed }).toEqual({ code, allowed: expect.stringMatching(/[^.\s]$/) });
      expect({ code, why, fix }).toEqual({
        code,
        why: expect.stringMatching(/\.$/),
        fix: expect.stringMatching(/\S$/),
      });
    }
  });
});
