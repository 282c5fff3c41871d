/**
 * YAML of the plainest kind, read at a tenth of the time of the `yaml` library: maps and lists in block or on one line, words,
 * quoted words, whole numbers and literal blocks, in ASCII. Whatever is not certainly that is left to the library, mistakes
 * above all: this reader has no opinion about them. A fuzz test holds it to what the library reads.
 */
import { isForbiddenKey, type ParsedDocument } from './parsed';
import { plainScalar, readFlow, readQuoted } from './yaml-inline';

/** Thrown where the library has to be asked. */
const UNSURE = Symbol('not certainly plain YAML');

const MAX_TEXT = 200_000;
// Below the limits of the library's guard, which has the words for what is beyond.
const MAX_INDENT = 40;
const MAX_DOCUMENTS = 1000;
const MAX_BLANKS = 1000;

/** The documents of `text`; undefined where the library has to be asked. */
export function plainDocuments(text: string): readonly ParsedDocument[] | undefined {
  if (text.length > MAX_TEXT || !/^[ -~\n]*\n$/.test(text)) return undefined;
  try {
    return documentsOf({ lines: text.split('\n'), at: 0, blanks: 0 });
  } catch (error) {
    if (error === UNSURE) return undefined;
    throw error;
  }
}

interface Reader {
  readonly lines: string[];
  /** The line to be read next. */
  at: number;
  /** Lines of nothing and of comments so far. */
  blanks: number;
}

interface Line {
  readonly indent: number;
  readonly text: string;
}

function unsure(): never {
  throw UNSURE;
}

function documentsOf(reader: Reader): readonly ParsedDocument[] {
  const documents: ParsedDocument[] = [];
  let begins = isSeparator(reader);
  for (;;) {
    if (begins) reader.at++;
    const line = lineAt(reader);
    // A document without content is one too.
    if (line === undefined) return begins || documents.length === 0 ? unsure() : documents;
    const number = reader.at + 1;
    const value = line.indent === 0 && !isElement(line) ? mapAt(reader, 0) : unsure();
    // The lines of its elements are asked for.
    if (Object.hasOwn(value, 'items') || documents.length === MAX_DOCUMENTS) unsure();
    documents.push({ value, line: number, itemLines: undefined });
    begins = isSeparator(reader);
    if (!begins && lineAt(reader) !== undefined) unsure();
  }
}

/** Whether the next line with anything on it separates documents. */
function isSeparator(reader: Reader): boolean {
  skip(reader);
  return reader.lines[reader.at] === '---';
}

function skip(reader: Reader): void {
  for (; reader.at < reader.lines.length && /^ *(#|$)/.test(reader.lines[reader.at] as string); reader.at++) {
    if (++reader.blanks > MAX_BLANKS) unsure();
  }
}

/** The next line with anything on it, where the document has one. */
function lineAt(reader: Reader): Line | undefined {
  skip(reader);
  const raw = reader.lines[reader.at];
  if (raw === undefined || raw === '---') return undefined;
  const indent = raw.search(/[^ ]/);
  if (indent > MAX_INDENT || raw.endsWith(' ') || /^(---|\.\.\.|%)/.test(raw)) unsure();
  return { indent, text: raw.slice(indent) };
}

const isElement = ({ text }: Line): boolean => text.startsWith('- ') || text === '-';

const ENTRY = /^([A-Za-z_][A-Za-z0-9_./-]{0,200}|"[^"\\]{1,200}"|'[^']{1,200}'):(?: +([^ ].*))?$/;

function mapAt(reader: Reader, indent: number): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  for (let line = lineAt(reader); line?.indent === indent; line = lineAt(reader)) {
    const [, name, inline] = ENTRY.exec(line.text) ?? unsure();
    const key = keyOf(name as string);
    if (Object.hasOwn(map, key)) unsure();
    reader.at++;
    map[key] = inline === undefined ? below(reader, indent) : inlineValue(reader, inline, indent);
  }
  return map;
}

function keyOf(name: string): string {
  const key = readQuoted(name) ?? plainScalar(name);
  return typeof key !== 'string' || isForbiddenKey(key) ? unsure() : key;
}

/** What stands below a key. */
function below(reader: Reader, indent: number): unknown {
  const line = lineAt(reader);
  if (line === undefined || line.indent < indent) return null;
  if (line.indent === indent) return isElement(line) ? listAt(reader, indent) : null;
  return isElement(line) ? listAt(reader, line.indent) : nested(reader, line.indent, indent);
}

function nested(reader: Reader, indent: number, parent: number): unknown {
  const map = mapAt(reader, indent);
  const next = lineAt(reader);
  return next !== undefined && next.indent > parent ? unsure() : map;
}

function listAt(reader: Reader, indent: number): readonly unknown[] {
  const list: unknown[] = [];
  for (let line = lineAt(reader); line?.indent === indent && isElement(line); line = lineAt(reader)) {
    const [dash = '', rest = ''] = /^(- +)(.*)$/.exec(line.text)?.slice(1) ?? unsure();
    if (rest.startsWith('- ') || rest === '-') unsure();
    if (ENTRY.test(rest)) {
      // A map that begins behind the dash: its other entries stand below this one.
      reader.lines[reader.at] = ' '.repeat(indent + dash.length) + rest;
      list.push(nested(reader, indent + dash.length, indent));
    } else {
      reader.at++;
      list.push(inlineValue(reader, rest, indent));
    }
  }
  const next = lineAt(reader);
  return next !== undefined && next.indent > indent ? unsure() : list;
}

function inlineValue(reader: Reader, text: string, indent: number): unknown {
  if (text === '|' || text === '|-') return literal(reader, indent, text === '|');
  const value = readQuoted(text) ?? readFlow(text) ?? plainScalar(text);
  if (value === undefined) unsure();
  const next = lineAt(reader);
  // A value may go on in the next line.
  return next !== undefined && next.indent > indent ? unsure() : value;
}

/** Lines that stand deeper than `parent`, as they are. */
function literal(reader: Reader, parent: number, endsLine: boolean): string {
  const indent = (reader.lines[reader.at] ?? '').search(/[^ ]/);
  if (indent <= parent || indent > MAX_INDENT) unsure();
  const margin = ' '.repeat(indent);
  const found: string[] = [];
  for (; reader.at < reader.lines.length; reader.at++) {
    const line = reader.lines[reader.at] as string;
    if (/^ +$/.test(line)) unsure();
    if (line === '' || line.startsWith(margin)) found.push(line.slice(indent));
    else if (line.search(/[^ ]/) > parent) unsure();
    else break;
  }
  while (found.at(-1) === '') found.pop();
  return found.join('\n') + (endsLine ? '\n' : '');
}
