/** Whether two programs wrote the same Links, whatever their YAML looks like. */
import { parse } from 'yaml';

/** Documents in a form in which equal ones are equal strings, sorted. The same text is parsed once. */
export class Documents {
  private readonly known = new Map<string, string | undefined>();

  /** The documents of a YAML stream. Empty ones do not count. */
  ofStream(text: string): readonly string[] {
    return text
      .split(/^---(?:\n|$)/m)
      .map((one) => this.canonicalOf(one))
      .filter((one) => one !== undefined)
      .sort();
  }

  private canonicalOf(text: string): string | undefined {
    if (!this.known.has(text)) {
      const value: unknown = parse(text, { version: '1.1' });
      this.known.set(text, value === null ? undefined : canonical(value));
    }
    return this.known.get(text);
  }
}

/** JSON with the keys of every object sorted. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}
