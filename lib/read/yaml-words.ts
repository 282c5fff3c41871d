/** What the YAML library found, in words that hold nothing of the file. */
import type { YAMLParseError } from 'yaml';

/** Codes whose messages are fixed sentences of the library; the others quote the text they complain of. */
const FIXED: ReadonlySet<string> = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'BLOCK_IN_FLOW',
  'KEY_OVER_1024_CHARS',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'TAB_AS_INDENT',
]);

const WORDS: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE: 'an escape sequence that YAML does not have',
  BAD_SCALAR_START: 'a plain value that starts with a character reserved by YAML; quote it',
  UNEXPECTED_TOKEN: 'something that cannot stand there',
};

/** The `found` of an INPUT_SYNTAX issue for an error of the library. */
export function syntaxWords(error: YAMLParseError): string {
  if (FIXED.has(error.code)) return `not YAML: ${error.message}`;
  return WORDS[error.code] ?? 'not YAML';
}
