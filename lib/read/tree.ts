/** A description in files, as documents: the only way from a path to data. */
import { type Issue, issue } from '../errors';
import { listDataFiles } from './files';
import { parseJson } from './json';
import { MAX_TOTAL_BYTES } from './limits';
import type { Parsed, ParsedDocument, RawDocument } from './parsed';
import { printable, readFileWithin } from './text';
import { parseYaml } from './yaml';
import { plainDocuments } from './yaml-plain';

/** What was read from one file. */
export interface FileDocuments {
  readonly documents: readonly RawDocument[];
  /** Size of the file. */
  readonly bytes: number;
  readonly issues: readonly Issue[];
}

/** What was read from a path. */
export interface TreeDocuments {
  /** In the order of files by code unit, then as they stand. Files with issues are left out. */
  readonly documents: readonly RawDocument[];
  /** Real path of the directory that files named in the description are relative to; empty when there is none. */
  readonly root: string;
  readonly issues: readonly Issue[];
}

/**
 * Reads all documents of `path`, a .yaml, .yml or .json file or a directory of such. Arrays, and `items` of documents of
 * `kind: List`, count as the documents they hold; empty documents are skipped. All issues of all files are collected.
 *
 * Codes: all INPUT_* codes.
 */
export function readDocuments(path: string): TreeDocuments {
  const { root, files, issues: listed } = listDataFiles(path);
  const documents: RawDocument[] = [];
  const issues = [...listed];
  let bytes = 0;
  for (const file of files) {
    const read = readDataFile(root, file);
    for (let i = 0; i < read.documents.length; i++) documents.push(read.documents[i]!);
    issues.push(...read.issues);
    bytes += read.bytes;
    if (bytes > MAX_TOTAL_BYTES) {
      issues.push(
        issue('INPUT_TOO_LARGE', { path: file, found: `more than ${MAX_TOTAL_BYTES} bytes up to this file` }),
      );
      break;
    }
  }
  if (documents.length === 0 && issues.length === 0) {
    issues.push(issue('INPUT_EMPTY', { path: printable(path), found: 'no document' }));
  }
  return { documents, root, issues };
}

/** Reads the documents of one file that {@link listDataFiles} has listed. */
export function readDataFile(root: string, file: string): FileDocuments {
  const { text, bytes, issues } = readFileWithin(root, file);
  if (text === undefined) return { documents: [], bytes, issues };
  const parsed = parseData(text, file);
  const documents: RawDocument[] = [];
  for (const document of parsed.documents) flatten(document, file, documents);
  return { documents, bytes, issues: parsed.issues };
}

/** Parses `text` as the name of its file says: JSON for .json, YAML otherwise. */
export function parseData(text: string, source: string): Parsed {
  if (/\.json$/i.test(source)) return parseJson(text, source);
  const documents = plainDocuments(text);
  return documents === undefined ? parseYaml(text, source) : { documents, issues: [] };
}

/** Adds the documents in a document: itself, or the elements of the list it is. */
function flatten({ value, line, itemLines }: ParsedDocument, file: string, into: RawDocument[]): void {
  const items = Array.isArray(value) ? value : listItems(value);
  if (items === undefined) {
    if (value !== null) into.push({ value, file, line });
    return;
  }
  for (let i = 0; i < items.length; i++) flatten({ value: items[i], line: itemLines?.[i] ?? line }, file, into);
}

function listItems(value: unknown): unknown[] | undefined {
  const list = value as { kind?: unknown; items?: unknown } | null;
  return list?.kind === 'List' && Array.isArray(list.items) ? list.items : undefined;
}
