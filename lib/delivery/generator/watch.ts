/** When to read a description again. Its files are looked at, not watched: mounts are replaced by moving links, over networks too. */
import { statSync } from 'node:fs';

/** Files as they are now: another text when one was written, replaced, added or removed. */
export function fingerprint(files: Iterable<string>): string {
  return [...files].map((file) => `${file} ${state(file)}`).join('\n');
}

function state(file: string): string {
  try {
    const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return `${ino} ${size} ${mtimeNs} ${ctimeNs}`;
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

/** Milliseconds until a description that could not be read is tried again, although nothing about its files changed. */
const AGAIN = 60_000;

/** What is known of the files. */
export interface Seen {
  /** As they were before they were read. */
  readonly read: string;
  /** As they were when last looked at. */
  readonly now: string;
  readonly readAt: number;
}

/**
 * Whether to read the files again: they are others than those that were read, and did not change since the last look, so that
 * nobody is still writing; or they were broken and a while has gone by.
 */
export function isDue(seen: Seen, files: string, isBroken: boolean, now: number): boolean {
  if (files !== seen.read) return files === seen.now;
  return isBroken && now - seen.readAt >= AGAIN;
}
