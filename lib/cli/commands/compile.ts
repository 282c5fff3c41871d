import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FleetError, issue, throwOnErrors } from '../../errors';
import { compileDocuments } from '../../fleet/compile';
import { check, type Project } from '../../project';
import { type Command, EXIT } from '../command';
import { fleetPath, openFleet } from '../open';
import { refuseOutputInside } from '../outdir';

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
  args: 1,
  async run({ flags, args, io }) {
    const project = await openFleet(args[0], io);
    throwOnErrors(check(project));
    const { attachments, customize } = project.loaded;
    if (attachments.length > 0 || customize !== undefined) throw onlyCode(attachments.map((a) => a.id));
    const text = compileDocuments(project.loaded.raws, textsOf(project));
    if (typeof flags.output === 'string') {
      const file = resolve(io.cwd, flags.output);
      refuseOutputInside(fleetPath(args[0], io), file, flags.output);
      replaceFile(file, text);
      io.say('add', flags.output);
    } else io.out(text);
    return EXIT.fine;
  },
};

/** Files that the description names: to check it, all have been read. */
function textsOf({ reads = new Map() }: Project): ReadonlyMap<string, string> {
  return new Map([...reads].flatMap(([path, file]) => ('text' in file ? [[path, file.text]] : [])));
}

/** At once: whoever reads the file meanwhile has the old fleet or the new one, never half. */
function replaceFile(path: string, text: string): void {
  const old = statSync(path, { throwIfNoEntry: false });
  if (old !== undefined && !old.isFile()) {
    writeFileSync(path, text);
    return;
  }
  // Through a symbolic link the file that it stands for is replaced, not the link.
  const target = old === undefined ? path : realpathSync(path);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw Object.assign(error as Error, { path });
  }
}

function onlyCode(ids: readonly string[]): FleetError {
  return new FleetError([
    issue('COMPILE_CODE', {
      path: 'Fleet',
      found: ids.length > 0 ? `charts of its own: ${ids.join(', ')}` : 'a customize hook',
    }),
  ]);
}
