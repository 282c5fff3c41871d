/**
 * What a person is told when something is wrong. Every check in the project reports Issues; nothing else reaches the user.
 * `lib/codes/` is the closed list of codes, with the words that do not depend on the case at hand.
 */
import { CODES, type IssueCode } from './codes';
import { WARNINGS } from './codes/warnings';

/** `error` refuses the fleet; `warning` is shown and does not. */
export type Severity = 'error' | 'warning';

/** One problem, complete enough to be mended without asking anybody. */
export interface Issue {
  /** Stable code; `docs/errors.md` has a section of that name. */
  readonly code: IssueCode;
  /** @default - the severity of the code in CODES */
  readonly severity: Severity;
  /** Where it is in the description: `Cluster/prod-eu.spec.podCidrs[0]`, or a file or flag where it is not in one. */
  readonly path: string;
  /** The file, relative to the description, and the line where its document starts; absent for fleets described as code. */
  readonly source?: { readonly file: string; readonly line: number };
  /** What was found, in the words of the description. Never file content. */
  readonly found: string;
  /** What is allowed there. */
  readonly allowed: string;
  /** What Linkerd, Argo CD or Kubernetes would do with it. */
  readonly why: string;
  /** The change to make. */
  readonly fix: string;
  /** Clusters concerned, by name, sorted. */
  readonly clusters: readonly string[];
}

/** The parts of an Issue that depend on the case; the rest comes from the code's entry. */
export interface IssueInput {
  readonly path: string;
  readonly found: string;
  readonly allowed?: string;
  readonly why?: string;
  readonly fix?: string;
  readonly clusters?: readonly string[];
}

/**
 * Makes an Issue of `code`; what the case does not say is taken from the code's entry in CODES, when it is asked for: a
 * warning that the fleet accepts is never shown.
 */
export function issue(code: IssueCode, input: IssueInput): Issue {
  return {
    code,
    severity: WARNINGS.has(code) ? 'warning' : 'error',
    path: input.path,
    found: input.found,
    get allowed() {
      return input.allowed ?? CODES[code].allowed;
    },
    get why() {
      return input.why ?? CODES[code].why;
    },
    get fix() {
      return input.fix ?? CODES[code].fix;
    },
    clusters: [...(input.clusters ?? [])].sort(),
  };
}

/** Thrown when a fleet cannot be used: carries every issue that was found, not the first. */
export class FleetError extends Error {
  override readonly name = 'FleetError';
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map(formatIssue).join('\n'));
  }

  /** Knows a FleetError of another copy of this module too. */
  static is(error: unknown): error is FleetError {
    return error instanceof Error && error.name === 'FleetError' && 'issues' in error;
  }
}

/** Throws a FleetError when any issue is an error. Warnings alone pass. */
export function throwOnErrors(issues: readonly Issue[]): void {
  if (issues.some((i) => i.severity === 'error')) throw new FleetError(sortIssues(issues));
}

/** One line for a log: code, path, found, allowed, fix. */
export function formatIssue(i: Issue): string {
  return `${i.code} ${i.path}: found ${i.found}; allowed: ${i.allowed}. ${i.why} Fix: ${i.fix}`;
}

/** Errors first, then by path, then by code: the order does not depend on which check ran first. */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  const rank = (i: Issue) => (i.severity === 'error' ? 0 : 1);
  const by = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...issues].sort(
    (a, b) => rank(a) - rank(b) || by(a.path, b.path) || by(a.code, b.code) || by(a.found, b.found),
  );
}
