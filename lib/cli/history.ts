/** What Git remembers of a description. */
import { execFileSync } from 'node:child_process';

/**
 * Whether any commit of a description names a cluster; undefined where Git cannot tell: no repository, no commit yet, or a clone
 * without its history.
 *
 * @param directory of the description
 */
export function wasEverNamed(directory: string, name: string): boolean | undefined {
  if (!/^[a-z0-9-]+$/.test(name)) return false;
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  const word = `(^|[^A-Za-z0-9-])${name}([^A-Za-z0-9-]|$)`;
  try {
    if (git('rev-parse', '--is-shallow-repository') === 'true') return undefined;
    return git('log', '-1', '--format=%h', '--pickaxe-regex', `-S${word}`, '--', '.') !== '';
  } catch {
    return undefined;
  }
}
