import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const LIB = resolve(__dirname, '../lib');

/** The pipeline from left to right: a folder may import from those before it, and from itself. */
const ORDER = ['fleet', 'model', 'plan', 'resources', 'sinks', 'delivery', 'analysis', 'cli'];
/** Folders that know nothing of the pipeline; anybody may import them. */
const LEAVES = ['codes', 'net', 'read', 'emit', 'trust', 'linkerd'];
/** Questions about fleets read the model and the plan, never what is written. */
const FORBIDDEN: Record<string, readonly string[]> = { analysis: ['resources', 'sinks', 'delivery'] };
/** A hook's signature names what it is given, which lies to its right; no code follows the type. */
const TYPE_ONLY: Record<string, readonly string[]> = { 'fleet/attachments.ts': ['plan'] };

const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] as string) : '');

function imports(file: string): { target: string; typeOnly: boolean }[] {
  const text = readFileSync(join(LIB, file), 'utf8');
  const found = [
    ...text.matchAll(
      /(?:import|export)\s+(type\s+)?[^;'"]*?from\s+'(\.[^']+)'|require\('(\.[^']+)'\)|import\('(\.[^']+)'\)/g,
    ),
  ];
  return found.map((m) => ({
    target: relative(LIB, resolve(dirname(join(LIB, file)), (m[2] ?? m[3] ?? m[4]) as string)),
    typeOnly: m[1] !== undefined,
  }));
}

function allowed(file: string, target: string, typeOnly: boolean): boolean {
  const [from, to] = [folderOf(file), folderOf(`${target}.ts`) || folderOf(target)];
  if (to === '' || to.startsWith('..')) return from === '' || !ORDER.includes(to);
  if (from === '' || from === to) return true;
  if (LEAVES.includes(from)) return LEAVES.includes(to);
  if (LEAVES.includes(to)) return true;
  if (FORBIDDEN[from]?.includes(to)) return false;
  if (typeOnly && TYPE_ONLY[file]?.includes(to)) return true;
  return ORDER.indexOf(to) < ORDER.indexOf(from);
}

describe('the pipeline', () => {
  it.each(files)('%s imports only from its left', (file) => {
    const wrong = imports(file).filter(({ target, typeOnly }) => !allowed(file, target, typeOnly));
    expect(wrong).toEqual([]);
  });

  it('knows every folder of lib/', () => {
    const folders = [...new Set(files.map(folderOf))].filter((f) => f !== '');
    expect(folders.filter((f) => !ORDER.includes(f) && !LEAVES.includes(f))).toEqual([]);
  });
});
