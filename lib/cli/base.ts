/** The fleet of an earlier commit: unpacked beside, never checked out into the user's tree. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { FleetError, issue } from '../errors';
import { open, type Project } from '../project';
import { loadAt } from './open';

/**
 * Opens the description at `path` as it was in commit `ref`. Data needs its own directory only; code may import from anywhere in
 * the repository, and finds the packages that are installed now.
 *
 * @throws BASE_UNREADABLE; what is wrong with the description
 */
export async function openBase(path: string, ref: string): Promise<Project> {
  const here = realpathSync(path);
  const directory = statSync(here).isDirectory() ? here : dirname(here);
  const git = (...args: string[]) => gitSays(directory, ref, args);
  const top = realpathSync(git('rev-parse', '--show-toplevel'));
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  const place = mkdtempSync(join(tmpdir(), 'linkerd-fleet-base-'));
  // Files that the description names are read when they are asked for, up to the end.
  process.once('exit', () => rmSync(place, { recursive: true, force: true }));
  const archive = join(place, 'base.tar');
  const isCode = /\.[mc]?[jt]s$/.test(here);
  const part = relative(top, directory);
  gitSays(top, ref, [
    'archive',
    '--format=tar',
    `--output=${archive}`,
    commit,
    ...(isCode || part === '' ? [] : ['--', part]),
  ]);
  const tree = mkdtempSync(join(place, 'tree-'));
  execFileSync('tar', ['-xf', archive, '-C', tree], { stdio: 'pipe' });
  const packages = join(top, 'node_modules');
  if (isCode && existsSync(packages)) symlinkSync(packages, join(tree, 'node_modules'));
  const file = join(tree, relative(top, here));
  if (!existsSync(file)) throw unreadable(ref, `no ${relative(top, here)} in it`);
  return open(await loadAt(file, `${relative(top, here)} of ${ref}`));
}

function gitSays(cwd: string, ref: string, args: readonly string[]): string {
  try {
    return execFileSync('git', ['-C', cwd, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  } catch {
    throw unreadable(ref, `git ${args[0]} does not know it here`);
  }
}

const unreadable = (ref: string, why: string) =>
  new FleetError([issue('BASE_UNREADABLE', { path: '--base', found: `${JSON.stringify(ref)}: ${why}` })]);
