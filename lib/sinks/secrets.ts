/** The last gate before anything is written: secrets that must not reach Git. */
import type { Piece, SharedText } from '../emit/text';
import type { TextFile } from './files';

const verdicts = new WeakMap<SharedText, string | false>();

/** The last file of each path in which there was none: most pieces of the next are the same, in the same places. */
const clean = new Map<string, readonly Piece[]>();
const KEPT_FILES = 500;

/** What kind of secret a file holds, as {@link findSecret} says it; what many files have in common is looked at once. */
export function secretIn(file: TextFile): string | undefined {
  const { path, pieces } = file;
  if (pieces === undefined) return findSecret(file.text);
  const last = clean.get(path) ?? [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    if (i < last.length && piece === last[i]) continue;
    const secret = typeof piece === 'string' ? findSecret(piece) : verdict(piece);
    if (secret) return secret;
  }
  if (clean.size >= KEPT_FILES) clean.clear();
  clean.set(path, pieces);
  return undefined;
}

function verdict(piece: SharedText): string | false {
  let found = verdicts.get(piece);
  if (found === undefined) {
    found = findSecret(piece.within ?? piece.text) ?? false;
    verdicts.set(piece, found);
  }
  return found;
}

/**
 * Says what kind of secret a text holds, in words that are safe to print; `undefined` when it holds none.
 *
 * Recognised are private keys (PEM, age), JSON Web Tokens and credentials in kubeconfigs, also in base64 as in the `data`
 * of a Secret. A value that only says where the secret is (`{{ … }}`, `${…}`, `<path:…>`, `ENC[…]`) is none.
 */
export function findSecret(text: string): string | undefined {
  for (const { mark, judge } of PROBES) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) {
      const secret = judge(text, at);
      if (secret !== undefined) return secret;
    }
  }
  return holdsKubeconfig(text) ? kubeconfigCredential(text) : undefined;
}

/** A short text that a kind of secret contains and little else does, and the closer look at where it stands. */
interface Probe {
  readonly mark: string;
  readonly judge: (text: string, at: number) => string | undefined;
}

// Texts of a megabyte pass through here by the thousand. Each mark opens with a letter that is rare in manifests, so
// that the search runs at the speed of memory; one regular expression for all of them takes ten times as long.
const PROBES: readonly Probe[] = [
  { mark: 'KEY-', judge: privateKey },
  { mark: '.eyJ', judge: webToken },
  // `PRIVATE KEY` in base64, at each of the three places it can have there.
  ...['JVkFURSBLRV', 'WQVRFIEtFW', 'ZBVEUgS0VZ'].map((mark) => ({
    mark,
    judge: () => 'a private key (PEM) in base64',
  })),
  // `eyJ`, `apiV`, `kind: Con` and `{"apiV`, `{"kind":"Con` in base64: what tokens and kubeconfigs open with.
  ...['ZXlK', 'YXBpVm', 'ZDogQ29u', 'WZXJzaW9u', 'W5kIjoiQ29u'].map((mark) => ({ mark, judge: encoded })),
];

function privateKey(text: string, at: number): string | undefined {
  const around = text.slice(Math.max(0, at - 60), at + 20);
  if (around.includes('AGE-SECRET-KEY-1')) return 'a private key (age)';
  return /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(around) ? 'a private key (PEM)' : undefined;
}

/** The longest header and payload opening that is looked at on either side of the dot. */
const HEADER_LENGTH = 2000;

function webToken(text: string, dot: number): string | undefined {
  const around = text.slice(Math.max(0, dot - HEADER_LENGTH), dot + 20);
  return /eyJ[\w-]{8,}\.eyJ[\w-]{8,}/.test(around) ? 'a JSON Web Token' : undefined;
}

function holdsKubeconfig(text: string): boolean {
  for (let at = text.indexOf('Config'); at !== -1; at = text.indexOf('Config', at + 1)) {
    if (/kind\\?["']?: *\\?["']?Config(?!\w)/.test(text.slice(Math.max(0, at - 20), at + 7))) return true;
  }
  return false;
}

/** Passes over the whole text, which few files are long enough to feel: those with a kubeconfig in them. */
function kubeconfigCredential(text: string): string | undefined {
  for (const [, field, value = ''] of text.matchAll(CREDENTIAL)) {
    if (!REFERENCE.test(value.trim())) return `the ${field} of a kubeconfig`;
  }
  return undefined;
}

const CREDENTIAL =
  /(?<![\w.-])(token|password|client-key-data)\\?["']?[ \t]*:[ \t]*(?:[|>][-+0-9]*[ \t]*\n[ \t]*)?\\?["']?([^\n"'\\,}]*)/g;
const REFERENCE = /^(?:\{\{|\$\{|\$\(|<|ENC\[|[!&*#]|null$|~?$)/;

const RUN_LENGTH = 50_000;

function encoded(text: string, at: number): string | undefined {
  const [before = ''] = /[A-Za-z0-9+/]*$/.exec(text.slice(Math.max(0, at - 100), at)) ?? [];
  const [after = ''] = /^[A-Za-z0-9+/]*/.exec(text.slice(at, at + RUN_LENGTH)) ?? [];
  const secret = findSecret(Buffer.from(before + after, 'base64').toString('latin1'));
  return secret && `${secret} in base64`;
}
