/** The line of a value in a file that was read: asked for when something is shown, and not kept for every value. */
import { parseData } from './tree';

/**
 * Line on which the value at `keys` of a document starts, from 1. That of the document where the text is JSON, or no longer
 * the one that was read.
 *
 * @param line on which the document starts
 */
export function lineOf(text: string, file: string, line: number, keys: readonly (string | number)[]): number {
  // Only what the reader of descriptions takes is given to the library once more.
  if (/\.json$/i.test(file) || parseData(text, file).issues.length > 0) return line;
  const { LineCounter, parseAllDocuments, isNode } = require('yaml') as typeof import('yaml');
  const counter = new LineCounter();
  for (const document of parseAllDocuments(text, { lineCounter: counter })) {
    const start = document.contents?.range?.[0];
    if (start === undefined || counter.linePos(start).line !== line) continue;
    const node = document.getIn(keys, true);
    const at = isNode(node) ? node.range?.[0] : undefined;
    return at === undefined ? line : counter.linePos(at).line;
  }
  return line;
}
