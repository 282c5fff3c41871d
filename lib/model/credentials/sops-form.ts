/** Whether sops can read a file at all: what a formatter, or a hand, breaks in it is seen without any key. */
import { isPlain } from '../inherit';

/** A value as sops writes it, of a text. */
const VALUE = /^ENC\[AES256_GCM,data:[A-Za-z0-9+/=]+,iv:[A-Za-z0-9+/=]+,tag:[A-Za-z0-9+/=]+,type:str\]$/;

/** Whether this is an encrypted text, whole. */
export function isSopsValue(value: unknown): boolean {
  return typeof value === 'string' && VALUE.test(value);
}

/** The time, in quotes: a plain one is a time to the YAML library of sops, which wants a text (sops stores.go, Metadata). */
const LAST_MODIFIED = /^\s+["']?lastmodified["']?:\s+(["']).*\1\s*(?:#.*)?,?$/m;

/** Whether what sops says of the file can be read by it. */
export function hasSopsMetadata(sops: unknown, text: string): boolean {
  return isPlain(sops) && isSopsValue(sops['mac']) && LAST_MODIFIED.test(text);
}

/**
 * Whether all values stand in the order of `written`, whatever they are: the MAC of sops is one over all values, in their order
 * (sops.go, Tree.Encrypt). Where keys are others, there is no order to judge.
 */
export function isInOrder(found: unknown, written: unknown): boolean {
  const [is, was] = [leaves(found), leaves(written)];
  return [...is].sort().join('\n') !== [...was].sort().join('\n') || is.join('\n') === was.join('\n');
}

const leaves = (value: unknown, path = ''): readonly string[] =>
  isPlain(value) ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`)) : [path];
