import type { Issue } from '../../errors';
import type { Io } from '../io';

/** Issues for a person, on stderr: what was found, why it matters, the fix. */
export function showIssues(issues: readonly Issue[], io: Io): void {
  for (const i of issues) {
    const where = i.source === undefined ? i.path : `${i.path} (${i.source.file}:${i.source.line})`;
    io.say(i.severity === 'error' ? 'fail' : 'warn', `${i.code} ${where}`);
    io.err(indent(`found    ${i.found}\nallowed  ${i.allowed}\nwhy      ${i.why}\nfix      ${i.fix}\n`));
  }
}

const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '    ');
