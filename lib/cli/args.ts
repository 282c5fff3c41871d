/** argv → flags and arguments, by the parser of Node; wrong use comes back as issues with the nearest right word. */
import { parseArgs } from 'node:util';
import { FleetError, issue } from '../errors';
import { nearest } from '../nearest';
import { type Command, type FlagValues, parseConfig } from './command';

/** Flags and arguments of one command line. @throws USAGE */
export function parseLine(command: Command, argv: readonly string[]): { flags: FlagValues; args: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...parseConfig(command.flags), help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
    checkChoices(command, values as FlagValues);
    return { flags: values as FlagValues, args: positionals };
  } catch (error) {
    throw FleetError.is(error) ? error : wrongUse(command, error as Error);
  }
}

function checkChoices(command: Command, values: FlagValues): void {
  for (const [name, { choices }] of Object.entries(command.flags)) {
    const value = values[name];
    if (choices === undefined || value === undefined || choices.includes(String(value))) continue;
    const near = nearest(String(value), choices);
    throw new FleetError([
      issue('USAGE', {
        path: `--${name}`,
        found: JSON.stringify(value),
        allowed: choices.join(', '),
        fix: near === undefined ? undefined : `Did you mean ${near}?`,
      }),
    ]);
  }
}

function wrongUse(command: Command, error: Error): FleetError {
  const flag = /'(--?[^' <]+)/.exec(error.message)?.[1] ?? '';
  const shown = Object.entries(command.flags).filter(([, f]) => !f.hidden);
  const known = shown.map(([name]) => `--${name}`);
  const near = nearest(flag, known);
  return new FleetError([
    issue('USAGE', {
      path: `linkerd-fleet ${command.name}`,
      found: flag === '' ? (error.message.split('\n')[0] ?? '') : `${flag}`,
      allowed: known.join(', '),
      fix: near === undefined ? `See linkerd-fleet ${command.name} --help.` : `Did you mean ${near}?`,
    }),
  ]);
}
