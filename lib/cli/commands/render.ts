import { forOneCluster } from '../../engine';
import { FleetError, issue } from '../../errors';
import { renderOne } from '../../render';
import { writeStream } from '../../sinks/stdout';
import { type Command, EXIT } from '../command';
import { loadFleet } from '../open';
import { showIssues } from '../output/issues';

/** One cluster as one YAML stream. */
export const render: Command = {
  name: 'render',
  summary: 'Write one cluster to standard output, as one YAML stream',
  usage: '[fleet] --cluster NAME',
  examples: [
    ['linkerd-fleet render fleets/prod.ts --cluster prod-eu', 'every object of prod-eu'],
    ['linkerd-fleet render fleet.json --cluster prod-eu | kubectl diff -f -', 'what an apply would change'],
  ],
  flags: {
    cluster: { type: 'string', value: 'NAME', help: 'the cluster' },
  },
  args: 1,
  async run({ flags, args, io }) {
    if (typeof flags.cluster !== 'string') {
      throw new FleetError([
        issue('USAGE', {
          path: '--cluster',
          found: 'nothing',
          allowed: 'the name of a cluster',
          fix: 'Add --cluster NAME.',
        }),
      ]);
    }
    forOneCluster();
    const { files, warnings } = renderOne(await loadFleet(args[0], io), flags.cluster);
    showIssues(warnings, io);
    writeStream(
      files.filter((file) => file.applied),
      io.out,
    );
    return EXIT.fine;
  },
};
