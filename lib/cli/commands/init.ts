import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { FleetError, issue } from '../../errors';
import { makeDirectories } from '../../mkdir';
import { type Command, EXIT } from '../command';
import { CODE, DATA, EXAMPLE_ANCHOR } from '../templates';

/** A working fleet to start from. */
export const init: Command = {
  name: 'init',
  summary: 'Write a working fleet to start from, as code or as data',
  usage: '[directory] [--data]',
  examples: [
    ['linkerd-fleet init', 'a fleet as code in fleets/main.ts'],
    ['linkerd-fleet init platform --data', 'a fleet as data in platform/fleet, a file per owner'],
  ],
  flags: {
    data: { type: 'boolean', help: 'data (YAML documents) instead of code' },
  },
  args: 1,
  run({ flags, args, io }) {
    const root = resolve(io.cwd, args[0] ?? '.');
    const data = flags.data === true;
    const files = data
      ? { ...DATA, 'fleet/trust/anchors.pem': EXAMPLE_ANCHOR }
      : { ...CODE, 'fleets/trust/anchors.pem': EXAMPLE_ANCHOR };
    const inTheWay = Object.keys(files).filter((path) => existsSync(join(root, path)));
    if (inTheWay.length > 0) throw exists(inTheWay);
    writeAll(root, files);
    for (const path of Object.keys(files)) io.say('add', path);
    io.say(
      'ok',
      `next: ${inside(args[0])}${data ? '' : 'npm install linkerd-fleet cdk8s constructs && '}linkerd-fleet synth ${data ? 'fleet' : 'fleets/main.ts'}`,
    );
    return EXIT.fine;
  },
};

const inside = (directory = '.') => (resolve('/', directory) === '/' ? '' : `cd ${directory} && `);

/** All of the files or, where the file system refuses one, none. */
function writeAll(root: string, files: Readonly<Record<string, string>>): void {
  const made: string[] = [];
  try {
    for (const [path, text] of Object.entries(files)) {
      const first = makeDirectories(dirname(join(root, path)));
      if (first !== undefined) made.push(first);
      made.push(join(root, path));
      writeFileSync(join(root, path), text, { flag: 'wx' });
    }
  } catch (error) {
    for (const path of made.reverse()) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

function exists(paths: readonly string[]): FleetError {
  return new FleetError(
    paths.map((path) =>
      issue('USAGE', {
        path,
        found: 'a file that is there already',
        allowed: 'a directory without a fleet',
        why: 'Nothing that you wrote is overwritten.',
        fix: 'Name another directory, or remove the file.',
      }),
    ),
  );
}
