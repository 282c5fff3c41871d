/** From the nodes of a YAML document to plain data, in one walk that also finds what JSON cannot hold. */
import type { Document, Pair } from 'yaml';
import { MAX_DEPTH } from './limits';
import { isForbiddenKey, isInexact, type ParsedDocument } from './parsed';
import type { Findings } from './place';

interface Context {
  readonly yaml: typeof import('yaml');
  readonly found: Findings;
}

/** Converts a document that has no errors, aliases or tags. */
export function plainDocument(document: Document, yaml: Context['yaml'], found: Findings): ParsedDocument {
  const { contents } = document;
  const lineOf = (node: unknown) => found.placeOf(startOf(node) ?? document.range?.[0] ?? 0).line;
  const value = plain(contents, 1, { yaml, found });
  const list = yaml.isMap(contents) ? contents.get('items', true) : contents;
  const itemLines = yaml.isSeq(list) ? list.items.map(lineOf) : undefined;
  return { value, line: lineOf(contents), itemLines };
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: readonly number[] } | null)?.range?.[0];
}

function plain(node: unknown, depth: number, context: Context): unknown {
  const { yaml, found } = context;
  if (yaml.isScalar(node)) {
    if (typeof node.value === 'number' && isInexact(node.value)) {
      found.add('INPUT_NUMBER', startOf(node) ?? 0, { found: 'a number that JSON cannot hold' });
    }
    return node.value;
  }
  if (depth > MAX_DEPTH) {
    found.add('INPUT_TOO_DEEP', startOf(node) ?? 0, { found: `more than ${MAX_DEPTH} levels` });
  } else if (yaml.isMap(node)) {
    return mapping(node.items, depth, context);
  } else if (yaml.isSeq(node)) {
    return node.items.map((item) => plain(item, depth + 1, context));
  }
  return null;
}

function mapping(pairs: readonly Pair[], depth: number, context: Context): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const pair of pairs) {
    const key = keyOf(pair, context);
    const value = plain(pair.value, depth + 1, context);
    if (key === undefined) continue;
    if (Object.hasOwn(result, key)) {
      context.found.add('INPUT_DUPLICATE_KEY', startOf(pair.key) ?? 0, { found: 'a key that the mapping has already' });
    }
    result[key] = value;
  }
  return result;
}

/** The key of `pair`, or nothing when it may not be one. */
function keyOf({ key }: Pair, { yaml, found }: Context): string | undefined {
  const offset = startOf(key) ?? 0;
  if (!yaml.isScalar(key) || typeof key.value !== 'string') {
    found.add('INPUT_KEY', offset, { found: 'a key that is not a string' });
  } else if (key.value === '<<' && key.type === 'PLAIN') {
    found.add('INPUT_ALIAS', offset, { found: 'a merge key (<<)' });
  } else if (isForbiddenKey(key.value)) {
    found.add('INPUT_KEY', offset, { found: `the key ${key.value}` });
  } else {
    return key.value;
  }
  return undefined;
}
