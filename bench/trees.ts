/** Directories of files: the plain work that ours is held against, and whether two are equal. */
import fs from 'node:fs';
import { dirname, join } from 'node:path';

/** The files below a directory, relative to it, sorted. */
export function filesIn(root: string): readonly string[] {
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** How much is below a directory. */
export function sizeOf(root: string): { readonly files: number; readonly bytes: number } {
  const files = filesIn(root);
  return { files: files.length, bytes: files.reduce((sum, file) => sum + fs.statSync(join(root, file)).size, 0) };
}

/**
 * Writes the files of one directory into another, new one, and says how many milliseconds the writing took: directories made
 * and files written, nothing else. Reading the bytes does not count, and they are still in the processor's cache when they
 * are written, so this is a floor that no program reaches which has to make the bytes.
 */
export function plainWrite(from: string, to: string): number {
  const files = filesIn(from);
  const made = new Set<string>();
  let spent = 0n;
  for (const file of files) {
    const bytes = fs.readFileSync(join(from, file));
    const target = join(to, file);
    const began = process.hrtime.bigint();
    if (!made.has(dirname(target))) {
      fs.mkdirSync(dirname(target), { recursive: true });
      made.add(dirname(target));
    }
    fs.writeFileSync(target, bytes);
    spent += process.hrtime.bigint() - began;
  }
  return Number(spent) / 1e6;
}

/**
 * Reads the files of a directory and compares them with those of another, and says how many milliseconds that took. Having
 * the bytes to compare with does not count.
 *
 * @throws Error when they differ
 */
export function plainCompare(root: string, expected: string): number {
  const files = filesIn(expected);
  let spent = 0n;
  for (const file of files) {
    const bytes = fs.readFileSync(join(expected, file));
    const began = process.hrtime.bigint();
    const equal = fs.readFileSync(join(root, file)).equals(bytes);
    spent += process.hrtime.bigint() - began;
    if (!equal) throw new Error(`${file} differs`);
  }
  return Number(spent) / 1e6;
}

/** The first difference between a directory and the sum of several; `undefined` when there is none. */
export function differenceOfSum(whole: string, parts: readonly string[]): string | undefined {
  const found = new Map<string, string>();
  for (const part of parts) {
    for (const file of filesIn(part)) {
      const other = found.get(file);
      // Each part has it, because a later part may be the first to write.
      if (other !== undefined && !file.endsWith('.gitignore')) return `${file} is in two parts`;
      found.set(file, part);
    }
  }
  for (const file of filesIn(whole)) {
    const part = found.get(file);
    if (part === undefined) return `${file} is in no part`;
    if (!fs.readFileSync(join(whole, file)).equals(fs.readFileSync(join(part, file)))) return `${file} differs`;
    found.delete(file);
  }
  const [extra] = found.keys();
  return extra === undefined ? undefined : `${extra} is in a part only`;
}
