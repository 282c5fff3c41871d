/** The command: argv in, exit status out. Every failure is an issue with a fix; a stack trace is a bug of ours and says so. */
import { join } from 'node:path';
import { surprises } from '../emit/surprise';
import { FleetError, type Issue, issue } from '../errors';
import { nearest } from '../nearest';
import { parseLine } from './args';
import { type Command, EXIT } from './command';
import { commandHelp, help } from './help';
import { type Io, processIo } from './io';
import { showIssues } from './output/issues';
import { version } from './version';

/** Loaded when named, so that `render` never pays for the others. */
const COMMANDS: Readonly<Record<string, () => Command>> = {
  init: () => require('./commands/init').init,
  check: () => require('./commands/check').check,
  plan: () => require('./commands/plan').plan,
  synth: () => require('./commands/synth').synth,
  render: () => require('./commands/render').render,
  compile: () => require('./commands/compile').compile,
  cmp: () => require('./commands/cmp').cmp,
  generator: () => require('./commands/generator').generator,
  trust: () => require('./commands/trust').trust,
  rotate: () => require('./commands/rotate').rotate,
  credentials: () => require('./commands/credentials').credentials,
  decommission: () => require('./commands/decommission').decommission,
  'who-can': () => require('./commands/who-can').whoCan,
  '_extension-metadata': () => require('./commands/extension').extensionMetadata,
};

/** Runs one command line. */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    if (FleetError.is(error)) showIssues(error.issues, io);
    else if (isSystemError(error)) showIssues([systemIssue(error)], io);
    else
      io.err(
        `${io.sign('fail')} This is a mistake of linkerd-fleet ${version()}, please report it:\n${stackOf(error)}\n`,
      );
    return EXIT.failure;
  }
}

const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error;

/** The machine refuses: a full disk, a directory that may not be written to, standard output that is closed. */
function systemIssue({ path, message, code }: NodeJS.ErrnoException): Issue {
  const found = message.split(', ')[0] ?? String(code);
  return issue('OUTPUT_FAILED', { path: path ?? 'standard output', found });
}

async function run([name, ...rest]: readonly string[], io: Io): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const listed = Object.entries(COMMANDS).filter(([n]) => !n.startsWith('_'));
    (name === undefined ? io.err : io.out)(help(listed.map(([, load]) => load())));
    return name === undefined ? EXIT.failure : EXIT.fine;
  }
  if (name === '--version') {
    io.out(`${version()}\n`);
    return EXIT.fine;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) throw unknownCommand(name);
  const command = load();
  const { flags, args } = parseLine(
    command,
    rest.filter((word) => word !== PROFILE),
  );
  if (flags.help === true) {
    io.out(commandHelp(command));
    return EXIT.fine;
  }
  const isProfiled = rest.includes(PROFILE);
  const act = () => command.run({ flags: isProfiled ? { ...flags, profile: true } : flags, args, io });
  const status = isProfiled ? await profile(name, act, io) : await act();
  if (flags.verbose !== undefined) for (const what of surprises()) io.say('warn', `cdk8s: ${what}: written slowly`);
  return status;
}

const PROFILE = '--profile';

/** Says where the time went, also of a run that fails. */
async function profile(name: string, act: () => number | Promise<number>, io: Io): Promise<number> {
  const { profiled, stageTable, stageTimes, writeProfile } = require('../profile') as typeof import('../profile');
  const { result, profile: found } = await profiled(async () => {
    try {
      return { status: await act() };
    } catch (error) {
      return { error };
    }
  });
  const file = join(io.cwd, `linkerd-fleet-${name.replace(/^_/, '')}.cpuprofile`);
  writeProfile(file, found);
  io.err(stageTable(stageTimes(found)));
  io.say('ok', `CPU profile: ${file}`);
  if ('error' in result) throw result.error;
  return result.status;
}

function unknownCommand(name: string): FleetError {
  const known = Object.keys(COMMANDS).filter((n) => !n.startsWith('_'));
  const near = nearest(name, [...known, '--help', '--version']);
  const fix = near === undefined ? undefined : `Did you mean ${near}?`;
  return new FleetError([
    issue('USAGE', { path: 'linkerd-fleet', found: JSON.stringify(name), allowed: known.join(', '), fix }),
  ]);
}
