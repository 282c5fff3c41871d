import { FleetError, issue, throwOnErrors } from '../../errors';
import { compileDocuments } from '../../fleet/compile';
import { check } from '../../project';
import { type Command, EXIT } from '../command';
import { openFleet } from '../open';

/** A code fleet as data. */
export const compile: Command = {
  name: 'compile',
  summary: 'Write a fleet described as code as data, for the Argo CD plugin and for fast reading',
  usage: '[fleet] [--output FILE]',
  examples: [
    ['linkerd-fleet compile fleets/prod.ts > fleet.json', 'the fleet as one JSON file'],
    ['linkerd-fleet compile fleets/global.ts --output fleet.json', 'the same, written to a file'],
  ],
  flags: {
    output: { type: 'string', short: 'o', value: 'FILE', help: 'file to write instead of standard output' },
  },
  async run({ flags, args, io }) {
    const project = await openFleet(args[0], io);
    throwOnErrors(check(project));
    const { attachments, customize } = project.loaded;
    if (attachments.length > 0 || customize !== undefined) throw onlyCode(attachments.map((a) => a.id));
    const text = compileDocuments(project.loaded.raws, project.loaded.readFile);
    if (typeof flags.output === 'string') {
      const { resolve } = await import('node:path');
      const { writeFileSync } = await import('node:fs');
      writeFileSync(resolve(io.cwd, flags.output), text);
      io.say('add', flags.output);
    } else io.out(text);
    return EXIT.fine;
  },
};

function onlyCode(ids: readonly string[]): FleetError {
  return new FleetError([
    issue('COMPILE_CODE', {
      path: 'Fleet',
      found: ids.length > 0 ? `charts of its own: ${ids.join(', ')}` : 'a customize hook',
    }),
  ]);
}
