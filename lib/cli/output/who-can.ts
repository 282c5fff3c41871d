/** Answers of `who-can call` as text. */
import type { Answer, Verdict } from '../../analysis/who-can';
import type { WhyNot } from '../../analysis/who-can-not';
import { printable } from '../io';
import { table } from './table';

/** Who gets in, port by port. */
export function answersTable(answers: readonly Answer[]): string {
  const rows = answers.flatMap((answer) => {
    const place = [answer.cluster, String(answer.port ?? 'all')];
    const anyone = `anyone (${answer.defaultInboundPolicy})`;
    const callers = answer.callers.map(({ from, path, called, identity, by }) => [
      ...place,
      identity ?? anyone,
      from,
      pathText(path, called),
      by ?? 'default inbound policy',
    ]);
    const networks = answer.networks.map(({ cidr, by }) => [...place, `anyone at ${cidr}`, '-', '-', by ?? '-']);
    const isOpen = answer.others === 'unguarded' && answer.defaultInboundPolicy !== 'deny';
    const rest = isOpen ? [] : [[...place, 'anyone else', '-', '-', restText(answer)]];
    return [...callers, ...networks, ...rest];
  });
  return table(['CLUSTER', 'PORT', 'CALLER', 'FROM', 'PATH', 'BY'], rows);
}

const restText = ({ others }: Answer) => (others === 'unguarded' ? 'refused by default inbound policy deny' : others);

/** `federated payments-federated`, and what no mirror leads to. */
const pathText = (path: string, called: string | undefined): string =>
  path === 'local' ? path : called === undefined ? `${path}, not mirrored` : `${path} ${called}`;

/** What becomes of one caller. */
export function verdictsTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ cluster, port, verdict, path, called, identity, addresses, by }) => [
    cluster,
    String(port ?? 'all'),
    addresses === undefined ? verdict : `${verdict} from ${addresses}`,
    path === undefined ? '-' : pathText(path, called),
    identity ?? '-',
    by ?? '-',
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
