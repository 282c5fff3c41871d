/** One file below a root directory as text. The file and its name may be hostile: nothing of the content reaches a message. */
import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { type Issue, issue } from '../errors';
import { MAX_FILE_BYTES, MAX_JSON_BYTES } from './limits';

/** The text of a file, or the reason why it was not read. */
export interface TextFile {
  /** Without byte order mark; line ends as they are. Absent when there are issues. */
  readonly text?: string;
  /** Size of the file in bytes, as far as it was read. */
  readonly bytes: number;
  readonly issues: readonly Issue[];
}

/** What may be read. */
export interface ReadOptions {
  /** Largest size in bytes. @default - 32 MiB for .json, 4 MiB for anything else */
  readonly maxBytes?: number;
}

/**
 * Reads `path`, resolved against `root`, as UTF-8.
 *
 * The file must lie inside `root` after symbolic links on either side are followed, and must be a regular file: a pipe or a device
 * is refused without being opened for waiting. Issues carry `path` as it was given.
 *
 * Codes: INPUT_NOT_FOUND, INPUT_OUTSIDE, INPUT_TOO_LARGE, INPUT_ENCODING.
 */
export function readFileWithin(root: string, path: string, options: ReadOptions = {}): TextFile {
  const real = realPathWithin(root, path);
  if (typeof real !== 'string') return { bytes: 0, issues: [real] };
  const maxBytes = options.maxBytes ?? (/\.json$/i.test(path) ? MAX_JSON_BYTES : MAX_FILE_BYTES);
  const bytes = readRegular(real, path, maxBytes);
  if (!Buffer.isBuffer(bytes)) return { bytes: 0, issues: [bytes] };
  const misencoded = encodingIssue(bytes, path);
  if (misencoded) return { bytes: bytes.length, issues: [misencoded] };
  const text = bytes.toString('utf8');
  return { text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, bytes: bytes.length, issues: [] };
}

/** The real path of `path` inside `root`, or the issue that keeps it from being one. */
export function realPathWithin(root: string, path: string): string | Issue {
  let realRoot: string;
  try {
    realRoot = realpathSync.native(root);
  } catch (error) {
    return notFound(path, error);
  }
  const wanted = resolve(realRoot, path);
  try {
    const real = realpathSync.native(wanted);
    return isWithin(realRoot, real) ? real : outside(path);
  } catch (error) {
    // Whether a file outside the root exists is nobody's business.
    return isWithin(realRoot, wanted) || isWithin(resolve(root), wanted) ? notFound(path, error) : outside(path);
  }
}

/** Whether `path` is `root` or below it; both absolute and free of symbolic links. */
function isWithin(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** The issue for a path that could not be followed or opened. */
export function notFound(path: string, error: unknown): Issue {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'no such file';
  return issue('INPUT_NOT_FOUND', { path: printable(path), found: reason });
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ELOOP: 'symbolic links that lead in a circle',
  ENAMETOOLONG: 'a path that is too long',
  EMFILE: 'too many open files',
  EIO: 'a read error',
};

function outside(path: string): Issue {
  return issue('INPUT_OUTSIDE', { path: printable(path), found: 'a path that leads out of the directory' });
}

/** Bytes of the regular file at `real`; `path` is its name in issues. */
function readRegular(real: string, path: string, maxBytes: number): Buffer | Issue {
  let fd: number;
  try {
    // Not blocking: opening a pipe would wait for its writer. Not following: the path was resolved a moment ago.
    fd = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  } catch (error) {
    // Sockets cannot be opened.
    return (error as NodeJS.ErrnoException).code === 'ENXIO' ? notRegular(path) : notFound(path, error);
  }
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile()) return notRegular(path);
    return stat.size > maxBytes
      ? tooLarge(path, maxBytes)
      : (readAtMost(fd, stat.size, maxBytes) ?? tooLarge(path, maxBytes));
  } catch (error) {
    return notFound(path, error);
  } finally {
    closeSync(fd);
  }
}

/** All bytes of `fd`, or nothing when there are more than `maxBytes`: the size is what the file says, not what it holds. */
function readAtMost(fd: number, size: number, maxBytes: number): Buffer | undefined {
  let buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const n = readSync(fd, buffer, length, buffer.length - length, null);
    if (n === 0) return buffer.subarray(0, length);
    length += n;
    if (length > maxBytes) return undefined;
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
  }
}

/** The issue for a pipe, device, socket or directory in the place of a file. */
export function notRegular(path: string): Issue {
  return issue('INPUT_OUTSIDE', { path: printable(path), found: 'something other than a regular file' });
}

function tooLarge(path: string, maxBytes: number): Issue {
  return issue('INPUT_TOO_LARGE', { path: printable(path), found: `more than ${maxBytes} bytes` });
}

function encodingIssue(bytes: Buffer, path: string): Issue | undefined {
  const hasNul = bytes.includes(0);
  if (!hasNul && isUtf8(bytes)) return undefined;
  // How certificates begin in DER: a sequence, with a length of two bytes.
  const isDer = bytes[0] === 0x30 && bytes[1] === 0x82;
  if (isDer)
    return issue('INPUT_ENCODING', { path: printable(path), found: 'binary data that begins as DER does', fix: DER });
  return encoding(path, hasNul ? 'a NUL byte (UTF-16, or a binary file)' : 'bytes that are not UTF-8');
}

const DER = 'A certificate is given as PEM: openssl x509 -inform der -in FILE -out FILE.pem';

const encoding = (path: string, found: string) => issue('INPUT_ENCODING', { path: printable(path), found });

/** Characters of a file name that would change how a terminal shows it, or that its reader could not type. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd]/gu;

/** `path` with such characters written as `\u{…}`. */
export function printable(path: string): string {
  return path.replace(UNPRINTABLE, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`);
}
