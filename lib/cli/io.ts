/** stdout is data, stderr is voice. Nothing else writes to either. */
import { writeSync } from 'node:fs';

/** Where a command speaks. */
export interface Io {
  /** Data. */
  readonly out: (text: string) => void;
  /** Voice: one line, with the mark of its kind. */
  readonly say: (kind: Mark, text: string) => void;
  /** Voice as it is. */
  readonly err: (text: string) => void;
  /** A mark for stderr, coloured where it is a terminal. */
  readonly sign: (kind: Mark) => string;
  /** Progress of long work; nothing unless stderr is a terminal. */
  readonly progress: (done: number, of: number, what: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Text of standard input. */
  readonly stdin: () => string;
}

/** ► begins, ✚ makes, ✔ is fine, ⚠ warns, ✗ fails. */
export type Mark = 'begin' | 'add' | 'ok' | 'warn' | 'fail';

const MARKS: Readonly<Record<Mark, readonly [sign: string, colour: number]>> = {
  begin: ['►', 36],
  add: ['✚', 32],
  ok: ['✔', 32],
  warn: ['⚠', 33],
  fail: ['✗', 31],
};

/** A mark without colour, for text that is data. */
export const plainSign = (kind: Mark): string => MARKS[kind][0];

/** The terminal, pipes or files of this process. */
export function processIo(): Io {
  const { env } = process;
  // Asked for when something is said: making the stream costs a render that says nothing a few milliseconds.
  let isTerminal: boolean | undefined;
  const terminal = () => {
    isTerminal ??= process.stderr.isTTY === true && env.TERM !== 'dumb';
    return isTerminal;
  };
  // A line of progress goes before anything else is said.
  let underway = false;
  const err = (text: string) => {
    write(2, underway ? CLEAR + text : text);
    underway = false;
  };
  const sign = (kind: Mark) =>
    terminal() && (env.NO_COLOR ?? '') === '' ? `\u001b[${MARKS[kind][1]}m${MARKS[kind][0]}\u001b[0m` : plainSign(kind);
  return {
    out: (text) => write(1, text),
    err,
    sign,
    say: (kind, text) => err(`${sign(kind)} ${printable(text)}\n`),
    progress: (done, of, what) => {
      if (!terminal()) return;
      write(2, done === of ? CLEAR : `${CLEAR}${bar(done / of)} ${done}/${of} ${printable(what)}`);
      underway = done < of;
    },
    env,
    cwd: process.cwd(),
    stdin: () => require('node:fs').readFileSync(0, 'utf8'),
  };
}

/** Written whole before the process may end: a pipe that is full is waited for. */
function write(fd: 1 | 2, text: string): void {
  let bytes: Uint8Array = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(fd, bytes));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

const CLEAR = '\r\u001b[2K';

const bar = (part: number): string => `[${'█'.repeat(Math.round(part * 20)).padEnd(20, '·')}]`;

/** Names may come from a hostile repository: no escape sequence of theirs reaches the terminal. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (c) => (c === '\n' || c === '\t' ? c : '\ufffd'));
}
