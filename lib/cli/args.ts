/** argv → flags and arguments, by the parser of Node; wrong use comes back as issues with the nearest right word. */
import { parseArgs } from 'node:util';
import { FleetError, type Issue, issue, throwOnErrors } from '../errors';
import { nearest } from '../nearest';
import { type Command, type Flag, type FlagValues, parseConfig } from './command';
import { EXTENSION_FLAGS } from './extension-flags';

/** Flags and arguments of one command line. @throws USAGE */
export function parseLine(command: Command, argv: readonly string[]): { flags: FlagValues; args: string[] } {
  const flags = { ...EXTENSION_FLAGS, ...command.flags };
  try {
    const { values, positionals, tokens } = parseArgs({
      args: argv.map((word) => withoutLooseValue(word, flags)),
      options: { ...parseConfig(flags), help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
    const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    if (values.help !== true) {
      const bad = badValues(command, values as FlagValues);
      throwOnErrors([...bad, ...repeated(command, given), ...tooMany(command, positionals)]);
    }
    return { flags: values as FlagValues, args: positionals };
  } catch (error) {
    throw FleetError.is(error) ? error : wrongUse(command, error as Error);
  }
}

/** `--verbose=false` is `--verbose`, of which the value means nothing to us. */
function withoutLooseValue(word: string, flags: Readonly<Record<string, Flag>>): string {
  const name = /^--([^=]+)=/.exec(word)?.[1];
  return name !== undefined && Object.hasOwn(flags, name) && flags[name]?.type === 'loose' ? `--${name}` : word;
}

function badValues({ flags }: Command, values: FlagValues): Issue[] {
  return Object.entries(flags).flatMap(([name, flag]) =>
    [values[name] ?? []].flat().flatMap((value) => badValue(`--${name}`, flag, String(value))),
  );
}

function badValue(path: string, { choices, hidden }: Flag, value: string): Issue[] {
  if (value === '' && !hidden) {
    const fix = 'Give it a value, or leave it out.';
    return [issue('USAGE', { path, found: 'an empty value', allowed: 'a value', fix })];
  }
  if (choices === undefined || choices.includes(value)) return [];
  const fix = didYouMean(nearest(value, choices));
  return [issue('USAGE', { path, found: JSON.stringify(value), allowed: choices.join(', '), fix })];
}

/** Of two values the parser takes the last: the other one was written for a reason too. */
function repeated({ flags }: Command, given: readonly string[]): Issue[] {
  const twice = given.filter(
    (name, i) => given.indexOf(name) < i && flags[name]?.type === 'string' && !flags[name].multiple,
  );
  const fix = 'Keep one of them.';
  return [...new Set(twice)].map((name) =>
    issue('USAGE', { path: `--${name}`, found: 'several values', allowed: 'one value', fix }),
  );
}

function tooMany({ name, usage, args = Number.POSITIVE_INFINITY }: Command, given: readonly string[]): Issue[] {
  if (given.length <= args) return [];
  const found = given
    .slice(args)
    .map((word) => JSON.stringify(word))
    .join(', ');
  const fix = 'Remove it; a flag that stands for several values is given several times.';
  return [
    issue('USAGE', { path: `linkerd-fleet ${name}`, found, allowed: `linkerd-fleet ${name} ${usage}`.trim(), fix }),
  ];
}

const didYouMean = (word: string | undefined) => (word === undefined ? undefined : `Did you mean ${word}?`);

/** What Node's parser says, in our words: it knows the flag, and whether it lacks a value or has one too many. */
function wrongUse(command: Command, { message }: Error): FleetError {
  const flag = /--?[^' <,]+(?=(?: <value>)?')/.exec(message)?.[0] ?? '';
  const shown = Object.entries(command.flags).filter(([, f]) => !f.hidden);
  const known = shown.map(([name]) => `--${name}`);
  const see = `See linkerd-fleet ${command.name} --help.`;
  if (message.startsWith('Unknown option')) {
    const fix = didYouMean(nearest(flag, [...known, '--help'])) ?? see;
    const allowed = known.length === 0 ? 'no flags' : known.join(', ');
    return new FleetError([issue('USAGE', { path: `linkerd-fleet ${command.name}`, found: flag, allowed, fix })]);
  }
  const value = command.flags[flag.replace(/^--/, '')]?.value ?? 'VALUE';
  const wants = !message.includes('does not take');
  const found = wants ? 'no value' : 'a value';
  const fix = wants
    ? `Write ${flag} ${value}, or ${flag}=${value} where it starts with a dash.`
    : `Write ${flag} alone.`;
  return new FleetError([issue('USAGE', { path: flag, found, allowed: wants ? 'a value' : 'no value', fix })]);
}
