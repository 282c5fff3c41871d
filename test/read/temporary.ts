import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Issue } from '../../lib/errors';
import { writeFiles } from '../files';

const made: string[] = [];

afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** A directory with these files, removed after the test; `-> target` makes a symbolic link. */
export function directory(files: Record<string, string | Buffer> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'read-')));
  made.push(root);
  writeFiles(root, files);
  return root;
}

/** What tests look at: `CODE path`. */
export const codes = (issues: readonly Issue[]): string[] => issues.map((i) => `${i.code} ${i.path}`);

/** Everything an issue says. */
export const words = (issues: readonly Issue[]): string => JSON.stringify(issues);
