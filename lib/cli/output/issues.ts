import type { Issue } from '../../errors';
import type { Io } from '../io';
import { findings } from './findings';

/** Most places that are said of one code where issues are not what was asked for. */
const PLACES = 10;

/** Issues that keep a command from its work, or accompany it, on stderr. */
export function showIssues(issues: readonly Issue[], io: Io): void {
  io.err(findings(issues, { places: PLACES, sign: (severity) => io.sign(severity === 'error' ? 'fail' : 'warn') }));
}

/** Issues by their number: `2 errors, 1 warning`. */
export function counted(issues: readonly Issue[]): string {
  const count = (severity: Issue['severity']) => {
    const n = issues.filter((i) => i.severity === severity).length;
    return n === 0 ? [] : [plural(n, severity)];
  };
  return [...count('error'), ...count('warning')].join(', ') || 'no problems';
}

/** `1 cluster`, `2 clusters`. */
export const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
