/** docs/threat-model.md claims nothing that no test would miss. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(__dirname, '..');
const text = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8');

/** Rows of the table below a heading, without its head. */
function rows(heading: string): string[][] {
  const section = text.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const ids = (heading: string) => rows(heading).map(([id]) => id as string);
const controls = rows('Controls').map(([id, against, , test]) => {
  const [, file, name] = /^`([^`]+)`: (.+)$/.exec(test ?? '') ?? [];
  return { id: id as string, against: (against as string).split(', '), file: file as string, name: name as string };
});

describe('the threat model', () => {
  it.each(controls)('$id names a test that is there', ({ file, name }) => {
    expect(existsSync(join(ROOT, file)), file).toBe(true);
    const source = readFileSync(join(ROOT, file), 'utf8').replaceAll("\\'", "'");
    expect(source).toContain(`${name}'`);
  });

  it('has a control against each threat, and no control against none', () => {
    const threats = ids('Threats');
    expect(new Set(controls.flatMap(({ against }) => against))).toEqual(new Set(threats));
  });

  it('counts without gaps, and threatens only what it lists', () => {
    const count = (letter: string, all: readonly string[]) =>
      expect(all).toEqual(all.map((_, i) => `${letter}${i + 1}`));
    count('A', ids('Assets'));
    count('T', ids('Threats'));
    count(
      'C',
      controls.map(({ id }) => id),
    );
    const assets = new Set(ids('Assets'));
    for (const [, , , to] of rows('Threats'))
      for (const asset of (to as string).split(', ')) expect(assets).toContain(asset);
  });
});
