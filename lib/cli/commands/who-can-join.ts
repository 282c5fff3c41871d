import { type Joining, type Standing, whoMay } from '../../analysis/who-can/link';
import { FleetError, issue, throwOnErrors } from '../../errors';
import { check, clusterOf } from '../../project';
import { type Context, EXIT } from '../command';
import { openFleet } from '../open';
import { showIssues } from '../output/issues';
import { table } from '../output/table';

/** Who may link a cluster, export from it, or write its credentials. */
export async function runJoin(question: Joining, name: string, { flags, args, io }: Context): Promise<number> {
  if (flags.output === 'sh') {
    throw new FleetError([issue('USAGE', { path: '--output', found: '"sh"', allowed: 'table, json' })]);
  }
  const project = await openFleet(args[2], io);
  const cluster = clusterOf(project, name);
  const found = check(project);
  throwOnErrors(found.filter(({ code }) => code !== 'ASSERT_BROKEN'));
  showIssues(
    found.filter(({ code }) => code === 'ASSERT_BROKEN'),
    io,
  );
  const standings = whoMay(question, project.fleet, cluster);
  io.err(UNKNOWN);
  io.out(flags.output === 'json' ? `${JSON.stringify(standings, null, 2)}\n` : standingsTable(standings));
  return EXIT.fine;
}

const UNKNOWN =
  'From Git alone: who is bound to which rights in the cluster, who may merge, other Applications and projects of Argo CD, and whether guards are in force there are not known.\n';

function standingsTable(standings: readonly Standing[]): string {
  return table(
    ['WHO', 'MAY', 'BY'],
    standings.map(({ who, may, by }) => [who, may, by]),
  );
}
