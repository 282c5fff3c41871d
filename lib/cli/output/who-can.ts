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
    const callers = answer.callers.map(({ from, path, called, identity, requests, by }) => [
      ...place,
      identity ?? anyone,
      from,
      pathText(path, called),
      withRequests(by ?? 'default inbound policy', requests),
    ]);
    const networks = answer.networks.map(({ cidr, requests, by }) => [
      ...place,
      `anyone at ${cidr}`,
      '-',
      '-',
      withRequests(by ?? '-', requests),
    ]);
    const isOpen = answer.others === 'unguarded' && answer.defaultInboundPolicy !== 'deny';
    const rest = isOpen ? [] : [[...place, 'anyone else', '-', '-', restText(answer)]];
    return [...callers, ...networks, ...rest];
  });
  return table(['CLUSTER', 'PORT', 'CALLER', 'FROM', 'PATH', 'BY'], rows);
}

const restText = ({ others }: Answer) => (others === 'unguarded' ? 'refused by default inbound policy deny' : others);

/** Entries that are about some requests say which. */
const withRequests = (by: string, requests?: readonly string[]): string =>
  requests === undefined ? by : `${by}: ${requests.join(', ')}`;

/** `federated payments-federated`, and what no mirror leads to. */
const pathText = (path: string, called: string | undefined): string =>
  path === 'local' ? path : called === undefined ? `${path}, not mirrored` : `${path} ${called}`;

/** What becomes of one caller. */
export function verdictsTable(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ cluster, port, verdict, path, called, identity, addresses, requests, by }) => [
    cluster,
    String(port ?? 'all'),
    addresses === undefined ? verdict : `${verdict} from ${addresses}`,
    path === undefined ? '-' : pathText(path, called),
    identity ?? '-',
    withRequests(by ?? '-', requests),
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
