import type { ParseArgsConfig } from 'node:util';
import type { Io } from './io';

/** Exit statuses. 0 fine; 1 findings or differences; 2 wrong use or failure. */
export const EXIT = { fine: 0, findings: 1, failure: 2 } as const;

/** A flag of a command. */
export interface Flag {
  /** `loose`: with a value or without, as flags of Linkerd's CLI are passed (`--verbose`, `--verbose=false`). */
  readonly type: 'string' | 'boolean' | 'loose';
  readonly short?: string;
  /** May be given several times. @default false */
  readonly multiple?: boolean;
  /** What stands for the value in help: `--cluster NAME`. */
  readonly value?: string;
  /** Allowed values. @default - any */
  readonly choices?: readonly string[];
  readonly help: string;
  /** Part of Linkerd's extension contract: accepted, without effect, not shown. @default false */
  readonly hidden?: boolean;
}

/** Values of flags as given. */
export type FlagValues = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** What a command is run with. */
export interface Context {
  readonly flags: FlagValues;
  /** Arguments that are not flags. */
  readonly args: readonly string[];
  readonly io: Io;
}

/** One command; its name is its file's. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Arguments after the name, e.g. `[fleet]`. */
  readonly usage: string;
  /** At least two, each with what it does. */
  readonly examples: readonly (readonly [command: string, does: string])[];
  readonly flags: Readonly<Record<string, Flag>>;
  /** Most arguments that are not flags. @default - any number */
  readonly args?: number;
  /** Exit status. Throws FleetError for problems of the user's making. */
  readonly run: (context: Context) => number | Promise<number>;
}

/** Flags in the form `node:util` parses. */
export function parseConfig(flags: Readonly<Record<string, Flag>>): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(flags).map(([name, { type, short, multiple }]) => [
      name,
      {
        type: type === 'loose' ? 'boolean' : type,
        multiple: multiple ?? false,
        ...(short === undefined ? {} : { short }),
      },
    ]),
  );
}
