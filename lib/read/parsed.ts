/** What the parsers of YAML and JSON give back, and what both refuse although their syntax allows it. */
import type { Issue } from '../errors';

/** One document of a text. */
export interface ParsedDocument {
  /** Plain data: null, booleans, finite numbers, strings, arrays, and objects without forbidden keys. */
  readonly value: unknown;
  /** Line on which the content starts, from 1. */
  readonly line: number;
  /** Lines of the elements when the document is an array or has an array `items`; JSON does not know them. */
  readonly itemLines?: readonly number[];
}

/** A document of a description before anything is known about it. */
export interface RawDocument {
  /** From files plain data: no cycles, at most 64 levels, no `__proto__`, `constructor` or `prototype` keys. */
  readonly value: unknown;
  /** File, relative to the root, with `/`; absent for fleets described as code. */
  readonly file?: string;
  /** Line on which it starts, from 1; for an element of a list in JSON, the line of the list. */
  readonly line?: number;
}

/** The documents of a text: none when anything in it is wrong. */
export interface Parsed {
  readonly documents: readonly ParsedDocument[];
  readonly issues: readonly Issue[];
}

/** Whether `key` would reach a prototype when a careless merge copies it. */
export function isForbiddenKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

/** Whether `value` may differ from the digits it was read from, or has no JSON form. */
export function isInexact(value: number): boolean {
  return !Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value));
}
