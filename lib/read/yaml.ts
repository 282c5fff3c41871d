/**
 * YAML as plain data. The `yaml` library does the reading; what it must not be fed, and what it would let through, is refused here.
 * It is loaded at the first YAML text, so that a compiled fleet never pays for it.
 */
import type { Document } from 'yaml';
import { MAX_YAML_DOCUMENTS } from './limits';
import type { Parsed, ParsedDocument } from './parsed';
import { type Findings, findings } from './place';
import { checkCharacters, checkSize, guardedLexemes } from './yaml-guard';
import { plainDocument } from './yaml-value';
import { syntaxWords } from './yaml-words';

/**
 * Parses a stream of YAML 1.2 documents (core schema: `yes` and `no` are strings). Never throws and never ends the process,
 * whatever the text is. Documents that are empty have the value null.
 *
 * Codes: INPUT_SYNTAX, INPUT_TOO_DEEP, INPUT_TOO_MANY, INPUT_ALIAS, INPUT_TAG, INPUT_KEY, INPUT_DUPLICATE_KEY, INPUT_NUMBER.
 *
 * @param source - the name of the text in issues
 */
export function parseYaml(text: string, source: string): Parsed {
  const found = findings(text, source);
  let documents: ParsedDocument[] = [];
  const { stackTraceLimit } = Error;
  // The library makes an Error for each mistake, and a hostile file holds a million.
  Error.stackTraceLimit = 0;
  try {
    documents = parse(text, found);
  } catch {
    // A fault of the library; its message may hold text of the file.
    found.add('INPUT_SYNTAX', 0, { found: 'YAML that the parser cannot handle' });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return { documents: found.issues.length === 0 ? documents : [], issues: found.issues };
}

function parse(text: string, found: Findings): ParsedDocument[] {
  const yaml = require('yaml') as typeof import('yaml');
  checkCharacters(text, found);
  checkSize(text, yaml, found);
  if (found.issues.length > 0) return [];
  return compose(text, yaml, found).map((document) => plainDocument(document, yaml, found));
}

/**
 * Lexer, parser and composer are run in step: the first two are state machines with a stack of their own, the composer recurses, and
 * gets nothing that the guard has not seen.
 */
function compose(text: string, yaml: typeof import('yaml'), found: Findings): Document[] {
  const parser = new yaml.Parser();
  // The library's search for duplicate keys compares each key with each.
  const composer = new yaml.Composer({ version: '1.2', schema: 'core', uniqueKeys: false, logLevel: 'silent' });
  const documents: Document[] = [];
  for (const lexeme of guardedLexemes(text, yaml, parser, found)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (documents.length > MAX_YAML_DOCUMENTS) {
      found.add('INPUT_TOO_MANY', parser.offset, { found: `more than ${MAX_YAML_DOCUMENTS} documents` });
      return [];
    }
  }
  if (found.issues.length > 0) return [];
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  for (const error of documents.flatMap((d) => d.errors)) {
    found.add('INPUT_SYNTAX', error.pos[0], { found: syntaxWords(error) });
  }
  return documents.filter((d) => d.errors.length === 0);
}
