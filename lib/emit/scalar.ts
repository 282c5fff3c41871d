/**
 * The text of one scalar, as the `yaml` library writes it for YAML 1.1 without folding. Common shapes are decided here;
 * for every other string the library is asked, because quoting is where a wrong guess turns a string into a number.
 */

/** Options under which cdk8s calls `yaml`; `compat` also quotes what only YAML 1.2 reads as a number, such as `0o7`. */
const YAML_OPTIONS = {
  keepUndefined: true,
  lineWidth: 0,
  version: '1.1',
  compat: 'core',
  aliasDuplicateObjects: false,
} as const;

/** What `yaml` makes of a whole value. The library is loaded on first use: starting without it saves a render 30 ms. */
export function libraryText(value: unknown): string {
  return (require('yaml') as typeof import('yaml')).stringify(value, YAML_OPTIONS);
}

// A leading letter leaves only these words and exponents (`e3` is a float to YAML 1.1) to be taken for something else.
const NAME = /^(?![eE]-?[0-9]+$)[A-Za-z][A-Za-z0-9_./-]*$/;
const PRINTABLE = /^[A-Za-z/](?:[!-9;-~]|:(?!$| )| (?!$|#))*$/;
const EXPONENT = /^[eE][-+]?[0-9]+$/;
const WORDS = new Set(
  ['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null'].flatMap((word) => [
    word,
    word.toUpperCase(),
    word.charAt(0).toUpperCase() + word.slice(1),
  ]),
);
const INTEGER = /^-?[0-9]+$/;
// Templates of other programs; without quotes or backslashes inside, quotes are all they need.
const TEMPLATE = /^\{\{[ !#-[\]-~]*\}\}$/;
// The same with double quotes inside, and no single ones: those go around it.
const QUOTING_TEMPLATE = /^\{\{[ -&(-[\]-~]*\}\}$/;
// Quantities, Go durations, addresses and lists of ranges that begin with one of IPv4, and schedules of cron.
const QUANTITY_OR_ADDRESS =
  /^[0-9]+(?:[%]|[KMG]i)$|^(?:[0-9]+(?:ms|[smh]))+$|^[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:\/[0-9]{1,2})?(?:,(?:[0-9a-f.:]+\/[0-9]{1,3}|[0-9a-f.:]*[0-9a-f]))*$|^[0-9]+ [0-9]+ \* \* \*$/;
const LINES = /^[!-~][ -~\n]*$/;
const LAST_LINE = /[!-~]\n?$/;
// What kubectl and Argo CD read as a number once underscores are removed (Go's strconv) and `yaml` may leave plain.
const GO_NUMBER =
  /^[-+]?(?:0(?:[bB][01]+|[oO][0-7]+|[xX][0-9a-fA-F]+)|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)$/;
// What the same reader takes for something else, or refuses, in the form `yaml` chooses: line breaks of YAML 1.1, which
// could end a scalar and start a key; blocks that open with a tab; blocks of nothing but space.
const MISREAD = /[\u0085\u2028\u2029]|^\n+\t|^\t[\s\S]*\n|^(?=\n*[ ])[ \t\n]*$/;

const MEMO_ENTRIES = 20_000;
const MEMO_LENGTH = 256;
const values = new Map<string, string>();
const keys = new Map<string, string>();
const rootKeys = new Map<string, string>();

/** A string as the value of a map or an element of a list, `indent` columns in. */
export function stringText(value: string, indent: number): string {
  if (NAME.test(value)) return nameText(value);
  const text = plainOrQuoted(value) ?? literal(value) ?? ask(values, value, valueByLibrary);
  return text.includes('\n') ? text.replace(/\n(?=[^\n])/g, `\n${pad(indent - 2)}`) : text;
}

/**
 * A string as the key of a map. At the root of a document a key that looks like a document marker is quoted.
 * `undefined` for a key so long that YAML wants the `? key` form.
 */
export function keyText(key: string, isRoot: boolean): string | undefined {
  if (key.length > 1000) return undefined;
  if (NAME.test(key)) return nameText(key);
  return plainOrQuoted(key) ?? ask(isRoot ? rootKeys : keys, key, isRoot ? rootKeyByLibrary : keyByLibrary);
}

/** A number as JSON writes it, or YAML's names for what JSON cannot write. */
export function numberText(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  return Number.isNaN(value) ? '.nan' : value < 0 ? '-.inf' : '.inf';
}

const PADS = Array.from({ length: 64 }, (_, width) => ' '.repeat(width));

/** `width` spaces. */
export function pad(width: number): string {
  return PADS[width] ?? ' '.repeat(width);
}

function nameText(name: string): string {
  return name.length <= 5 && WORDS.has(name) ? `"${name}"` : name;
}

function plainOrQuoted(value: string): string | undefined {
  if (value === '' || INTEGER.test(value) || TEMPLATE.test(value)) return `"${value}"`;
  if (QUOTING_TEMPLATE.test(value)) return `'${value}'`;
  const isPlain = PRINTABLE.test(value) ? !EXPONENT.test(value) : QUANTITY_OR_ADDRESS.test(value);
  return isPlain ? value : undefined;
}

function literal(value: string): string | undefined {
  if (!value.includes('\n') || !LINES.test(value) || !LAST_LINE.test(value)) return undefined;
  const isClipped = value.endsWith('\n');
  const body = isClipped ? value.slice(0, -1) : value;
  return `${isClipped ? '|' : '|-'}\n  ${body.replace(/\n+/g, '$&  ')}`;
}

function ask(memo: Map<string, string>, value: string, library: (value: string) => string): string {
  const known = memo.get(value);
  if (known !== undefined) return known;
  const answer = library(value);
  const text = MISREAD.test(value) ? escaped(value) : answer === value && isNumberToGo(value) ? `"${value}"` : answer;
  if (memo.size >= MEMO_ENTRIES) memo.clear();
  if (value.length <= MEMO_LENGTH) memo.set(value, text);
  return text;
}

function escaped(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isNumberToGo(value: string): boolean {
  return /^[-+0-9]/.test(value) && GO_NUMBER.test(value.replaceAll('_', ''));
}

const valueByLibrary = (value: string) => libraryText({ k: value }).slice('k: '.length, -1);
const rootKeyByLibrary = (key: string) => libraryText({ [key]: 1 }).slice(0, -': 1\n'.length);
const keyByLibrary = (key: string) => libraryText({ k: { [key]: 1 } }).slice('k:\n  '.length, -': 1\n'.length);
