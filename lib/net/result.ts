/** What a parser of this folder answers. */
export type Result<T> = { readonly ok: true; readonly value: T } | Problem;

/** Why a text was refused. */
export interface Problem {
  readonly ok: false;
  /** The fault, as the end of a sentence about the text: `has a leading zero`. */
  readonly reason: string;
  /** What was most likely meant; itself accepted by the same parser. */
  readonly suggestion?: string;
}

/** An accepted value. */
export const accept = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** A refusal. */
export const refuse = (reason: string, suggestion?: string): Problem =>
  suggestion === undefined ? { ok: false, reason } : { ok: false, reason, suggestion };
