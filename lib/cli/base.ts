/** The fleet of an earlier commit: unpacked beside, never checked out into the user's tree. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, relative } from 'node:path';
import { FleetError, issue } from '../errors';
import { open, type Project } from '../project';
import { printable } from '../read/text';
import { loadAt } from './open';

/**
 * Opens the description at `path` as it was in a commit. Data needs its own directory only; code may import from anywhere in
 * the repository, and finds the packages that are installed now.
 *
 * @param base the commit; `COMMIT:PATH` where the description was somewhere else in the repository then
 * @throws BASE_UNREADABLE; what is wrong with the description
 */
export async function openBase(path: string, base: string): Promise<Project> {
  const here = realpathSync(path);
  const directory = statSync(here).isDirectory() ? here : dirname(here);
  const [ref = '', ...moved] = base.split(':');
  const git = (...args: string[]) => gitSays(directory, base, args);
  const top = realpathSync(git('rev-parse', '--show-toplevel'));
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  const was = moved.length === 0 ? relative(top, here) : posix.normalize(moved.join(':')).replace(/\/$|^\.$/, '');
  const isDirectory = typeAt(top, commit, was, base) === 'tree';
  const place = mkdtempSync(join(tmpdir(), 'linkerd-fleet-base-'));
  // Files that the description names are read when they are asked for, up to the end.
  process.once('exit', () => rmSync(place, { recursive: true, force: true }));
  const archive = join(place, 'base.tar');
  const isCode = /\.[mc]?[jt]s$/.test(was);
  const part = isDirectory ? was : posix.dirname(was);
  gitSays(top, base, [
    'archive',
    '--format=tar',
    `--output=${archive}`,
    commit,
    ...(isCode || part === '' || part === '.' ? [] : ['--', part]),
  ]);
  const tree = mkdtempSync(join(place, 'tree-'));
  execFileSync('tar', ['-xf', archive, '-C', tree], { stdio: 'pipe' });
  const packages = join(top, 'node_modules');
  if (isCode && existsSync(packages)) symlinkSync(packages, join(tree, 'node_modules'));
  const file = join(tree, was);
  if (!existsSync(file)) throw unreadable(base, `no ${was} in it`, MOVED);
  return open(await loadAt(file, `${was} of ${ref}`));
}

/** Whether a path of a commit is a file or a directory. */
function typeAt(top: string, commit: string, path: string, base: string): string {
  const found = `no ${printable(path)} in that commit`;
  if (path.split('/')[0] === '..') throw unreadable(base, found, MOVED);
  try {
    const args = ['-C', top, 'cat-file', '-t', `${commit}:${path}`];
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  } catch {
    throw unreadable(base, found, MOVED);
  }
}

const MOVED =
  'Say where the description was then: --base COMMIT:PATH, from the top of the repository. In the commit that adds it there is nothing to compare.';

function gitSays(cwd: string, ref: string, args: readonly string[]): string {
  try {
    return execFileSync('git', ['-C', cwd, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  } catch {
    throw unreadable(ref, `git ${args[0]} does not know it here`);
  }
}

const unreadable = (base: string, why: string, fix?: string) =>
  new FleetError([issue('BASE_UNREADABLE', { path: '--base', found: `${JSON.stringify(base)}: ${why}`, fix })]);
