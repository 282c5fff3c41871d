/** Words that a YAML reader turns into something other than a string when they stand unquoted. */

const WORDS = new Set([
  ...['', '~', '=', '<<', '.nan', '.NaN', '.NAN'],
  ...['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n'].flatMap((word) => [
    word,
    word[0]!.toUpperCase() + word.slice(1),
    word.toUpperCase(),
  ]),
]);

/** Tried on the word without underscores, which YAML 1.1 and Go allow inside of numbers. */
const NUMBERS = [
  /^[-+]?0(?:[bB][-+]?[01]*|[oO][0-7]*|[xX][0-9a-fA-F]*)$/,
  // Decimal, octal with a bare 0, and floats.
  /^[-+]?(?:\d+(?:\.\d*)?|\.\d*)(?:[eE][-+]?\d+)?$/,
  // Base 60: 1:30 is 90.
  /^[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?$/,
  /^[-+]?\.(?:inf|Inf|INF)$/,
];

const DATE = /^\d{4}-\d\d?-\d\d?(?:$|[Tt\s])/;

/**
 * Whether the bare word is read as a boolean, null, number, date or special key by YAML 1.1 or 1.2, or by the Go libraries that kubectl,
 * Helm and Argo CD use: `no`, `on`, `y`, `null`, `1e3`, `0o7`, `012`, `1_000`, `1:30`, `2026-01-01`. Such a name works until a template or
 * a person writes it without quotes. Errs on the side of true.
 */
export function isYamlNonString(word: string): boolean {
  if (WORDS.has(word) || DATE.test(word)) return true;
  // A leading underscore makes text of a number.
  if (!/^[-+.\d]/.test(word)) return false;
  const plain = word.replaceAll('_', '');
  return NUMBERS.some((form) => form.test(plain));
}
