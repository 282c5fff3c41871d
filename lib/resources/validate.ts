/** What code of the fleet's author says is wrong, as issues: with the validations of its constructs, or by throwing. */
import type { IConstruct } from 'constructs';
import { FleetError, type Issue, issue } from '../errors';
import { at } from '../fleet/description';

/** What the validations of the constructs below `root` say, each of them run once. */
export function constructIssues(root: IConstruct): readonly Issue[] {
  return root.node
    .findAll()
    .flatMap(({ node }) =>
      node.validate().map((message) => issue('CONSTRUCT_INVALID', { path: node.path, found: message })),
    );
}

/** What became of running code: what it returned, or what is wrong with it. */
export type Outcome<T> = { readonly value: T } | { readonly issues: readonly Issue[] };

/**
 * Runs code of the author for one cluster. What it throws is an issue: CONSTRUCT_FAILED with the place in the author's own
 * file, or what a FleetError carries.
 *
 * @param what its part of the fleet, for the paths of issues: `attach(payments)`
 */
export function attempt<T>(what: string, cluster: string, code: () => T): Outcome<T> {
  try {
    return { value: code() };
  } catch (error) {
    const issues = FleetError.is(error) ? error.issues : [failure(error)];
    const path = (i: Issue) => `${what} ${i.path}`.trim() || at.cluster(cluster);
    return { issues: issues.map((i) => ({ ...i, path: path(i), clusters: [cluster] })) };
  }
}

/**
 * Takes what a function of the author returned, which has to be done by then.
 *
 * @throws CONSTRUCT_ASYNC when it returned a promise
 */
export function finished(returned: unknown): void {
  if (typeof (returned as PromiseLike<unknown> | undefined | null)?.then !== 'function') return;
  // What becomes of it is of no interest any more, and must not end the process.
  Promise.resolve(returned).catch(() => {});
  throw new FleetError([issue('CONSTRUCT_ASYNC', { path: '', found: 'a function that returns a promise' })]);
}

function failure(error: unknown): Issue {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return issue('CONSTRUCT_FAILED', { path: place(stack), found: message });
}

/** `payments-chart.ts:31:7`: the innermost call that is neither in a package nor in this one. */
function place(stack: string): string {
  const frames = stack.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  const own = frames.find((line) => !/node_modules|node:/.test(line) && !line.includes(LIB));
  return own?.match(/([^/\\( ]+:\d+:\d+)\)?$/)?.[1] ?? '';
}

const LIB = __dirname.replace(/resources$/, '');

/** Issues of several clusters that say the same: one, with all of them. */
export function oncePerCause(issues: readonly Issue[]): readonly Issue[] {
  const causes = new Map<string, Issue>();
  for (const i of issues) {
    const cause = JSON.stringify([i.code, i.path, i.found]);
    causes.set(cause, { ...i, clusters: [...(causes.get(cause)?.clusters ?? []), ...i.clusters] });
  }
  return [...causes.values()];
}
