/** Issues for a person: one explanation per code, then the places where it was found. */
import type { Issue } from '../../errors';
import { printable } from '../io';

/** How issues are shown. */
export interface FindingsOptions {
  /** Most places shown of one code. @default - all */
  readonly places?: number;
  /** The sign of a severity, coloured or not. */
  readonly sign: (severity: Issue['severity']) => string;
}

/** Text of all issues, errors first; a code whose issues are of both severities is explained twice. */
export function findings(issues: readonly Issue[], options: FindingsOptions): string {
  const groups = new Map<string, Issue[]>();
  for (const i of issues) {
    const key = `${i.severity} ${i.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [i]);
    else group.push(i);
  }
  return [...groups.values()]
    .map((group) => (group.length === 1 ? one(group[0] as Issue, options) : many(group, options)))
    .join('');
}

const WORDS = ['allowed', 'why', 'fix'] as const;

function one(i: Issue, { sign }: FindingsOptions): string {
  return `${sign(i.severity)} ${i.code} ${line(placeOf(i))}\n${row('found', i.found)}${WORDS.map((w) => row(w, i[w])).join('')}`;
}

/** What is the same everywhere is said once, above; what differs stands with its place. */
function many(group: readonly Issue[], { sign, places = group.length }: FindingsOptions): string {
  const first = group[0] as Issue;
  const common = WORDS.filter((word) => group.every((i) => i[word] === first[word]));
  const own = WORDS.filter((word) => !common.includes(word));
  const shown = group.slice(0, places).map((i) => {
    const rest = own.map((word) =>
      word === 'allowed' ? `; allowed: ${i.allowed}` : `. ${i[word]}`.replace('.. ', '. '),
    );
    return `    - ${line(`${placeOf(i)}: ${i.found}${rest.join('')}`)}\n`;
  });
  const more = group.length - shown.length;
  return [
    `${sign(first.severity)} ${first.code} in ${group.length} places\n`,
    ...common.map((word) => row(word, first[word])),
    ...shown,
    more > 0 ? `    - and ${more} more, which linkerd-fleet check lists\n` : '',
  ].join('');
}

function placeOf({ path, source }: Issue): string {
  return source === undefined || path.startsWith(source.file) ? path : `${path} (${source.file}:${source.line})`;
}

const row = (word: string, text: string): string => `    ${word.padEnd(7)}  ${line(text)}\n`;

/** Words of a description may hold anything; what is one line here stays one. */
const line = (text: string): string => printable(text).replaceAll(/\s*\n\s*/g, ' ');
