import type { Issue } from '../../../lib/errors';
import type { Rule } from '../../../lib/model/rules/rule';
import { buildTestFleet, type TestFleet } from '../fixtures';

/** What rules say of a fleet, or of some of its clusters. */
export function ask(rules: Rule | readonly Rule[], given: TestFleet, names?: readonly string[]): Issue[] {
  const { fleet } = buildTestFleet(given);
  const clusters = (names ?? [...fleet.clusters.keys()]).map((name) => fleet.clusters.get(name)!);
  return [rules].flat().flatMap((rule) => {
    const issues = rule.check(fleet, clusters);
    for (const { code } of issues) if (!rule.codes.includes(code)) throw new Error(`the rule does not list ${code}`);
    return issues;
  });
}

/** `CODE path: found`, in order: what most tests compare. */
export const told = (issues: readonly Issue[]): string[] => issues.map((i) => `${i.code} ${i.path}: ${i.found}`);
