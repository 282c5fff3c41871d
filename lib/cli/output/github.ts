import type { Issue } from '../../errors';
import { printable } from '../io';

/** Issues as GitHub workflow commands: annotations on the files of a pull request. */
export function github(issues: readonly Issue[]): string {
  return issues.map(annotation).join('');
}

function annotation(i: Issue): string {
  const place = i.source === undefined ? '' : `file=${property(i.source.file)},line=${i.source.line},`;
  const message = `${i.path}: found ${i.found}; allowed: ${i.allowed}. ${i.why} Fix: ${i.fix}`;
  return `::${i.severity} ${place}title=${property(i.code)}::${data(message)}\n`;
}

const data = (text: string): string =>
  printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
