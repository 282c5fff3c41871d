import type { Severity } from '../errors';

/** What is always true of an issue code; a case may say it more exactly. */
export interface CodeEntry {
  /** @default 'error' */
  readonly severity?: Severity;
  /** What is allowed, in one sentence fragment. */
  readonly allowed: string;
  /** What Linkerd (or Argo CD, Kubernetes) does with the wrong value; the reason the check exists. */
  readonly why: string;
  /** The change to make, imperative. */
  readonly fix: string;
}

/** Keeps the keys of a table of codes as literals. */
export const codes = <K extends string>(table: Record<K, CodeEntry>): Record<K, CodeEntry> => table;
