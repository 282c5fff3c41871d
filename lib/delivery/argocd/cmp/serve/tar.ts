/**
 * Entries of a tar archive in memory: ustar, with the long names and sizes of pax (as Go writes them) and of GNU tar.
 * Whatever the bytes are, this ends with entries or a refusal.
 */
import { FleetError, issue } from '../../../../errors';
import { MAX_ENTRIES } from '../../../../read/limits';
import { short } from '../words';

/** A file, directory or symbolic link. Hard links, devices and pipes are left out, as Argo CD leaves them out. */
export interface Entry {
  /** Relative, `/`-separated, without `.` and `..`; '' for the root. */
  readonly path: string;
  readonly kind: 'file' | 'directory' | 'link';
  /** Content of a file; empty for the others. */
  readonly content: Buffer;
  /** Target of a link: relative, and leading to somewhere in the tree. */
  readonly target: string;
}

const BLOCK = 512;
const MAX_PATH = 4096;

/** Reads an archive. @throws CMP_TREE */
export function readTar(bytes: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  let long: Long = {};
  let at = 0;
  while (at + BLOCK <= bytes.length) {
    const header = bytes.subarray(at, at + BLOCK);
    at += BLOCK;
    if (header.every((byte) => byte === 0)) return entries;
    checkSum(header);
    const type = String.fromCharCode(header[156]!);
    const size = long.size ?? number(header, 124, 12);
    if (size > bytes.length - at) throw refused('the archive', 'an end in the middle of a file');
    const content = bytes.subarray(at, at + size);
    at += Math.ceil(size / BLOCK) * BLOCK;
    const extended = extension(type, content, long);
    if (extended !== undefined) {
      long = extended;
      continue;
    }
    if (entries.length >= MAX_ENTRIES) throw refused('the archive', `more than ${MAX_ENTRIES} entries`);
    const entry = entryOf(type, header, content, long);
    if (entry !== undefined) entries.push(entry);
    long = {};
  }
  throw refused('the archive', 'no end of archive');
}

/** What headers before an entry say about it. */
interface Long {
  readonly path?: string;
  readonly target?: string;
  readonly size?: number;
}

/** What is said so far about the next entry, when this one is about the next; undefined otherwise. */
function extension(type: string, content: Buffer, long: Long): Long | undefined {
  if (type === 'x') return { ...long, ...pax(content) };
  if (type === 'g') return long;
  if (type === 'L') return { ...long, path: text(content) };
  if (type === 'K') return { ...long, target: text(content) };
  return undefined;
}

/** Records `<length> <key>=<value>\n`. */
function pax(content: Buffer): Long {
  const found: { path?: string; target?: string; size?: number } = {};
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at);
    const length = Number(content.toString('latin1', at, space));
    if (space === -1 || space - at > 8 || !Number.isInteger(length) || length < 5 || at + length > content.length) {
      throw refused('the archive', 'a header that cannot be read');
    }
    const [key, value] = split(content.toString('utf8', space + 1, at + length - 1));
    if (key === 'path') found.path = value;
    else if (key === 'linkpath') found.target = value;
    else if (key === 'size') found.size = /^\d{1,12}$/.test(value) ? Number(value) : Number.POSITIVE_INFINITY;
    at += length;
  }
  return found;
}

function split(record: string): [string, string] {
  const at = record.indexOf('=');
  return [record.slice(0, at), record.slice(at + 1)];
}

function entryOf(type: string, header: Buffer, content: Buffer, long: Long): Entry | undefined {
  const prefix = header.toString('latin1', 257, 262) === 'ustar' && header[262] === 0 ? text(header, 345, 155) : '';
  const name = long.path ?? (prefix === '' ? '' : `${prefix}/`) + text(header, 0, 100);
  const path = pathOf(name);
  const common = { path, target: '' };
  switch (type) {
    case '0':
    case '\0':
    case '7':
      return name.endsWith('/')
        ? { ...common, kind: 'directory', content: NONE }
        : { ...common, kind: 'file', content };
    case '5':
      return { ...common, kind: 'directory', content: NONE };
    case '2':
      return { ...common, kind: 'link', content: NONE, target: targetOf(path, long.target ?? text(header, 157, 100)) };
    case '1':
    case '3':
    case '4':
    case '6':
      return undefined;
    default:
      throw refused(short(name), `an entry of type ${short(type)}`);
  }
}

const NONE = Buffer.alloc(0);

/** The path of an entry. @throws CMP_TREE when it could lead out of the tree */
function pathOf(name: string): string {
  const parts = name.split('/').filter((part, i) => part !== '.' && (part !== '' || i === 0));
  const problem =
    name.length > MAX_PATH
      ? 'a path that is too long'
      : name.includes('\0') || name.includes('\ufffd')
        ? 'a name that is no text'
        : name.startsWith('/')
          ? 'an absolute path'
          : parts.includes('..')
            ? 'a path that leads out of the tree'
            : undefined;
  if (problem !== undefined) throw refused(short(name), problem);
  return parts.filter((part) => part !== '').join('/');
}

/** The target of the link at `path`. @throws CMP_TREE when it leads out of the tree, as far as its text says */
function targetOf(path: string, target: string): string {
  let depth = path.split('/').length - 1;
  for (const part of target.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) break;
  }
  if (depth < 0 || target.startsWith('/') || target === '' || target.length > MAX_PATH || target.includes('\0')) {
    throw refused(short(path), 'a symbolic link that leads out of the tree');
  }
  return target;
}

/** The text of a field, up to its first NUL. */
function text(bytes: Buffer, start = 0, length = bytes.length): string {
  const end = bytes.subarray(start, start + length).indexOf(0);
  return bytes.toString('utf8', start, end === -1 ? start + length : start + end);
}

/** Octal digits, or GNU's big-endian number with the first bit set. */
function number(header: Buffer, start: number, length: number): number {
  if ((header[start]! & 0x80) !== 0) {
    if (header[start] !== 0x80) return Number.POSITIVE_INFINITY;
    return header.subarray(start + 1, start + length).reduce((value, byte) => value * 256 + byte, 0);
  }
  const digits = text(header, start, length).trim();
  if (!/^[0-7]*$/.test(digits)) throw refused('the archive', 'a header that cannot be read');
  return Number.parseInt(digits || '0', 8);
}

function checkSum(header: Buffer): void {
  let sum = 8 * 0x20;
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += header[i]!;
  if (number(header, 148, 8) !== sum) throw refused('the archive', 'a header with a wrong checksum');
}

/** The refusal of a tree. */
export const refused = (path: string, found: string): FleetError =>
  new FleetError([issue('CMP_TREE', { path, found })]);
