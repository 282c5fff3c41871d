/** Issues where machines that read pull requests want them: in a file, named from the working directory. */
import { statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import type { Issue } from '../../errors';

/**
 * The issues of the description at `path`, each with a place: that of its document; the file itself, where that cannot be read;
 * otherwise the file that was named, as all issues of a fleet described as code.
 */
export function inFiles(issues: readonly Issue[], path: string, cwd: string): Issue[] {
  const isDirectory = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const from = (to: string) => relative(cwd, to).split(sep).join('/');
  const folder = from(isDirectory ? path : dirname(path));
  const prefix = folder === '' ? '' : `${folder}/`;
  return issues.map((i) => {
    const own = i.source === undefined ? ownFileOf(i) : undefined;
    if (own !== undefined) return { ...i, source: own };
    const place = i.source ?? fileOf(i);
    if (place !== undefined) return { ...i, source: { ...place, file: prefix + place.file } };
    return isDirectory ? i : { ...i, source: { file: from(path), line: lineOf(i, from(path)) } };
  });
}

/** Issues of reading have the file as their path. */
function fileOf({ code, path }: Issue): Issue['source'] {
  const match = code.startsWith('INPUT_') ? /^(.+\.(?:ya?ml|json|pem|crt))(?::(\d+))?(?::\d+)?$/i.exec(path) : null;
  return match === null ? undefined : { file: match[1] as string, line: Number(match[2] ?? 1) };
}

/** Policies of the user are not of the description: they have their file and line as their path. */
function ownFileOf({ code, path }: Issue): Issue['source'] {
  const match = code.startsWith('INPUT_') ? null : /^(.+\.(?:ya?ml|json)):(\d+)$/i.exec(path);
  return match === null ? undefined : { file: match[1] as string, line: Number(match[2]) };
}

/** Code that fails is named with its line. */
function lineOf({ path }: Issue, file: string): number {
  const match = path.startsWith(`${file}:`) ? /^:(\d+)/.exec(path.slice(file.length)) : null;
  return Number(match?.[1] ?? 1);
}
