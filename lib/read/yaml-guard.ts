/** What may not reach the YAML library's parser: it recurses into nesting, and anchors, tags and directives have no place in a fleet. */
import type { CST, Parser } from 'yaml';
import { MAX_DEPTH, MAX_YAML_BLANKS, MAX_YAML_TOKENS } from './limits';
import type { Findings } from './place';

/** The document and the scalar that is being read are on the parser's stack too. */
const MAX_STACK = MAX_DEPTH + 2;

/** Control characters, and carriage returns that do not end a line: YAML 1.2 forbids the former, and readers disagree on the latter. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]|\r(?!\n)/;

/** Reports a character that may not be in YAML text at all. */
export function checkCharacters(text: string, found: Findings): void {
  const at = text.search(FORBIDDEN);
  if (at !== -1) found.add('INPUT_SYNTAX', at, { found: 'a control character' });
}

/** Reports a text of too many tokens, before the parser makes an object of each. */
export function checkSize(text: string, { Lexer }: typeof import('yaml'), found: Findings): void {
  // A character is one token at most, and a scalar has a second one that marks it.
  if (text.length * 2 <= MAX_YAML_TOKENS) return;
  let tokens = 0;
  for (const _ of new Lexer().lex(text)) {
    if (++tokens <= MAX_YAML_TOKENS) continue;
    found.add('INPUT_TOO_MANY', 0, { found: `more than ${MAX_YAML_TOKENS} tokens` });
    return;
  }
}

/**
 * The lexemes of `text` for `parser`, which must be given each before the next is taken. Stops with an issue where reading on would
 * cost too much, or when the file has enough issues.
 */
export function* guardedLexemes(
  text: string,
  { Lexer, CST }: typeof import('yaml'),
  parser: Parser,
  found: Findings,
): Generator<string, void> {
  let blanks = 0;
  let inScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type: TokenType = inScalar ? null : CST.tokenType(lexeme);
    inScalar = type === 'scalar';
    blanks = type === 'space' || type === 'newline' || type === 'comment' ? blanks + 1 : 0;
    refuse(type, parser.offset, found);
    if (parser.stack.length > MAX_STACK) {
      found.add('INPUT_TOO_DEEP', parser.offset, { found: `more than ${MAX_DEPTH} levels` });
    } else if (blanks > MAX_YAML_BLANKS) {
      found.add('INPUT_TOO_MANY', parser.offset, {
        found: `more than ${MAX_YAML_BLANKS} successive blank lines and comments`,
        fix: 'Remove them.',
      });
    } else if (!found.full()) {
      yield lexeme;
      continue;
    }
    return;
  }
}

type TokenType = ReturnType<typeof CST.tokenType>;

function refuse(type: TokenType, offset: number, found: Findings): void {
  if (type === 'anchor') found.add('INPUT_ALIAS', offset, { found: 'an anchor (&)' });
  else if (type === 'alias') found.add('INPUT_ALIAS', offset, { found: 'an alias (*)' });
  else if (type === 'tag') found.add('INPUT_TAG', offset, { found: 'a tag (!)' });
  else if (type === 'directive-line') found.add('INPUT_TAG', offset, { found: 'a directive (%)' });
}
