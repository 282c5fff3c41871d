/** What JSON.parse does not tell, counted over the text without parsing it. */

/** Counts of a JSON text; meaningful only when the text is JSON. */
export interface JsonCounts {
  /** Deepest nesting of objects and arrays. */
  readonly depth: number;
  /** Offset of the bracket that first went deeper than the limit, or -1. */
  readonly tooDeepAt: number;
  /** Members of all objects, duplicates included. */
  readonly members: number;
  /** Upper bound of the number of values. */
  readonly values: number;
}

/** Scans `text` once, stopping where brackets nest deeper than `maxDepth`. */
export function scanJson(text: string, maxDepth: number): JsonCounts {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  let values = 1;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x22: // "
        i = endOfString(text, i);
        break;
      case 0x3a: // :
        members++;
        break;
      case 0x2c: // ,
        values++;
        break;
      case 0x5b: // [
      case 0x7b: // {
        values++;
        if (++depth > deepest) deepest = depth;
        if (depth > maxDepth) return { depth, tooDeepAt: i, members, values };
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
    }
  }
  return { depth: deepest, tooDeepAt: -1, members, values };
}

/** Offset of the quote that ends the string which starts at `start`; the length of the text when nothing does. */
export function endOfString(text: string, start: number): number {
  let end = start;
  for (;;) {
    end = text.indexOf('"', end + 1);
    if (end === -1) return text.length;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return end;
  }
}
