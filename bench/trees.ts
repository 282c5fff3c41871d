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

/** What work inside this process took. */
export interface Took {
  /** Wall time. */
  readonly ms: number;
  /** Processor time. */
  readonly cpuMs: number;
}

/** Adds up what parts of some work take. */
function stopwatch() {
  let [wall, cpu] = [0n, 0];
  return {
    time: <T>(act: () => T): T => {
      const [began, busy] = [process.hrtime.bigint(), process.cpuUsage()];
      const result = act();
      const { user, system } = process.cpuUsage(busy);
      wall += process.hrtime.bigint() - began;
      cpu += user + system;
      return result;
    },
    took: (): Took => ({ ms: Number(wall) / 1e6, cpuMs: cpu / 1000 }),
  };
}

/**
 * Writes the files of one directory into another, new one, and says what the writing took: directories made
 * and files written, nothing else. Reading the bytes does not count, and they are still in the processor's cache when they
 * are written, so this is a floor that no program reaches which has to make the bytes.
 */
export function plainWrite(from: string, to: string): Took {
  const files = filesIn(from);
  const made = new Set<string>();
  const { time, took } = stopwatch();
  for (const file of files) {
    const bytes = fs.readFileSync(join(from, file));
    const target = join(to, file);
    time(() => {
      if (!made.has(dirname(target))) {
        fs.mkdirSync(dirname(target), { recursive: true });
        made.add(dirname(target));
      }
      fs.writeFileSync(target, bytes);
    });
  }
  return took();
}

/**
 * Reads the files of a directory and compares them with those of another, and says what that took. Having
 * the bytes to compare with does not count.
 *
 * @throws Error when they differ
 */
export function plainCompare(root: string, expected: string): Took {
  const files = filesIn(expected);
  const { time, took } = stopwatch();
  for (const file of files) {
    const bytes = fs.readFileSync(join(expected, file));
    if (!time(() => fs.readFileSync(join(root, file)).equals(bytes))) throw new Error(`${file} differs`);
  }
  return took();
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
