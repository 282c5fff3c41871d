/** Where in a file something is: issues name line and column, never the text that stands there. */
import type { IssueCode } from '../codes';
import { type Issue, type IssueInput, issue } from '../errors';
import { MAX_ISSUES } from './limits';
import { printable } from './text';

/** A position as editors count: both start at 1, columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into places; the line starts are found once, at the first question. */
export function placesOf(text: string): (offset: number) => Place {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

/** Collects the issues of one file, at offsets of its text. */
export interface Findings {
  readonly issues: Issue[];
  /** Adds an issue, unless the same code was found there or the file has enough of them. */
  readonly add: (code: IssueCode, offset: number, input: Omit<IssueInput, 'path'>) => void;
  /** Whether the file has as many issues as are reported. */
  readonly full: () => boolean;
  readonly placeOf: (offset: number) => Place;
}

/** @param source - the name of the file in issues: `fleet.yaml` gives the path `fleet.yaml:3:7` */
export function findings(text: string, source: string): Findings {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const placeOf = placesOf(text);
  const full = () => issues.length >= MAX_ISSUES;
  const file = printable(source);
  const add: Findings['add'] = (code, offset, input) => {
    const { line, column } = placeOf(Math.max(0, Math.min(offset, text.length)));
    const path = `${file}:${line}:${column}`;
    if (full() || seen.has(code + path)) return;
    seen.add(code + path);
    issues.push({ ...issue(code, { ...input, path }), source: { file, line } });
  };
  return { issues, add, full, placeOf };
}
