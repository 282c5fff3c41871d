/** The command as a process: what bin/ does with it. */
import { parseLine } from '../../../lib/cli/args';
import { EXIT } from '../../../lib/cli/command';
import { generator } from '../../../lib/cli/commands/generator';
import { processIo } from '../../../lib/cli/io';
import { showIssues } from '../../../lib/cli/output/issues';
import { FleetError } from '../../../lib/errors';

const io = processIo();

async function run(): Promise<number> {
  try {
    return await generator.run({ ...parseLine(generator, process.argv.slice(2)), io });
  } catch (error) {
    if (!FleetError.is(error)) throw error;
    showIssues(error.issues, io);
    return EXIT.failure;
  }
}

void run().then((status) => {
  process.exitCode = status;
});
