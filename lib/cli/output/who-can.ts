/** Answers of `who-can call` as text. */

import type { WhyNot } from '../../analysis/who-can/not';
import type { Answer, Verdict } from '../../analysis/who-can/who-can';
import { printable } from '../io';
import type { Source } from '../source';
import { table } from './table';

/** What is said somewhere. */
interface Said {
  readonly by?: string;
  readonly source?: Source;
  readonly requests?: readonly string[];
}

/** An answer, with the places of what it names. */
export interface PlacedAnswer extends Answer {
  readonly callers: readonly (Answer['callers'][number] & Said)[];
  readonly networks: readonly (Answer['networks'][number] & Said)[];
}

/** Who gets in, port by port. */
export function answersTable(answers: readonly PlacedAnswer[]): string {
  const rows = answers.flatMap((answer) => {
    const place = [answer.cluster, String(answer.port ?? 'all')];
    const anyone = `anyone (${answer.defaultInboundPolicy})`;
    const callers = answer.callers.map(({ from, path, called, identity, addresses, may, ...said }) => [
      ...place,
      identity ??
        (addresses === undefined
          ? may
            ? anyone.replace('anyone', 'anyone, perhaps')
            : anyone
          : `anyone${may ? ', perhaps,' : ''} seen at ${addresses}`),
      from,
      pathText(path, called),
      saidText(said, 'default inbound policy'),
    ]);
    const networks = answer.networks.map(({ cidr, ...said }) => [
      ...place,
      `anyone at ${cidr}`,
      '-',
      '-',
      saidText(said, '-'),
    ]);
    const isOpen = answer.others === 'unguarded' && answer.defaultInboundPolicy?.startsWith('all-') === true;
    const rest = isOpen ? [] : [[...place, 'anyone else', '-', '-', restText(answer)]];
    return [...callers, ...networks, ...rest];
  });
  return table(['CLUSTER', 'PORT', 'CALLER', 'FROM', 'PATH', 'BY'], rows);
}

const restText = ({ others, defaultInboundPolicy }: Answer) =>
  others === 'unguarded' ? `refused by default inbound policy ${defaultInboundPolicy}` : others;

/** The entry, its file and line, and the requests that it is about where it is not about all. */
function saidText({ by, source, requests }: Said, otherwise: string): string {
  const place = source === undefined ? '' : ` (${source.file}:${source.line})`;
  return `${by ?? otherwise}${place}${requests === undefined ? '' : `: ${requests.join(', ')}`}`;
}

/** `federated payments-federated`, and what no mirror leads to. */
const pathText = (path: string, called: string | undefined): string =>
  path === 'local' ? path : called === undefined ? `${path}, not mirrored` : `${path} ${called}`;

/** What becomes of one caller. */
export function verdictsTable(verdicts: readonly (Verdict & Said)[]): string {
  const rows = verdicts.map(({ cluster, port, verdict, path, called, identity, addresses, except, ...said }) => [
    cluster,
    String(port ?? 'all'),
    `${verdict === 'may' ? 'may be admitted' : verdict}${addresses === undefined ? '' : ` from ${addresses}`}${except === undefined ? '' : `, but for ${except.join(', ')}`}`,
    path === undefined ? '-' : pathText(path, called),
    identity ?? '-',
    saidText(said, '-'),
  ]);
  return table(['CLUSTER', 'PORT', 'VERDICT', 'PATH', 'SEEN AS', 'BY'], rows);
}

/** Why a caller does not get in, refusal by refusal. */
export function reasonsText(reasons: readonly WhyNot[]): string {
  if (reasons.length === 0) return 'it is refused nowhere\n';
  return reasons
    .map(({ cluster, port, path, because, needs }) => {
      const title = [cluster, port === undefined ? undefined : `port ${port}`, path].filter(
        (part) => part !== undefined,
      );
      const lines = [title.join(', '), ...because.map((text) => `    because  ${text}`), `    needs    ${needs}`];
      return `${lines.map(printable).join('\n')}\n`;
    })
    .join('');
}
