/** Where the description says something: the file and line of what answers name by its path. */
import type { ServiceModel } from '../model/types';
import type { Project } from '../project';
import { lineOf } from '../read/lines';
import { readFileWithin } from '../read/text';

/** File, relative to the description, and line. */
export interface Source {
  readonly file: string;
  readonly line: number;
}

/** Finds what is said in the document of a Service; nothing for a fleet described as code. */
export function sourcesOf({ loaded }: Project, { at, spec }: ServiceModel): (path?: string) => Source | undefined {
  const raw = loaded.raws.find(({ value }) => (value as { spec?: unknown } | null)?.spec === spec);
  const { file, line = 1 } = raw ?? {};
  const known = new Map<string, Source>();
  return (path) => {
    if (file === undefined || path === undefined || !path.startsWith(`${at}.`)) return undefined;
    let source = known.get(path);
    if (source === undefined) {
      const { text } = loaded.root === undefined ? {} : readFileWithin(loaded.root, file);
      source = { file, line: text === undefined ? line : lineOf(text, file, line, keysOf(path.slice(at.length + 1))) };
      known.set(path, source);
    }
    return source;
  };
}

/** `spec.allow[1].routes` as keys. */
const keysOf = (path: string): (string | number)[] =>
  path.split(/[.[\]]+/).flatMap((key) => (key === '' ? [] : [/^\d+$/.test(key) ? Number(key) : key]));
