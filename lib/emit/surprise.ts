/** What of the cdk8s that is installed is not as this package knows it: its own emission, slower, is then used instead. */

const SURPRISES = Symbol.for('linkerd-fleet.surprises');

/** One set for all copies of this package in a process. */
function known(): Set<string> {
  const scope = globalThis as { [SURPRISES]?: Set<string> };
  scope[SURPRISES] ??= new Set();
  return scope[SURPRISES];
}

/** Notes that cdk8s does not keep something where it did. */
export function surprise(what: string): void {
  known().add(what);
}

/** What was noted so far, in words. */
export function surprises(): readonly string[] {
  return [...known()].sort();
}
