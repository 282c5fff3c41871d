/** Words of others in a message: short, on one line, without anything that a terminal or a browser would obey. */

/** A value as it was given, at most 60 characters of it. */
export function short(value: unknown, quoted = true): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const cut = line(text.length > 60 ? `${text.slice(0, 57)}...` : text);
  return quoted && typeof value === 'string' ? `"${cut}"` : cut;
}

/** `text` on one line, printable. */
export function line(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ').trim();
}
