import type { Issue } from '../../errors';

/**
 * Issues in the format of `linkerd check -o json`, so that `linkerd check` shows ours among its own. It reads only
 * `error` and, of `result`, only whether it is "warning"; hints are links. (linkerd2 EXTENSIONS.md, cli/cmd/check.go)
 */
export function linkerdJson(
  categories: readonly { name: string; checked: string; issues: readonly Issue[] }[],
): string {
  const success = categories.every(({ issues }) => issues.every((i) => i.severity !== 'error'));
  const shown = categories.map(({ name, checked, issues }) => ({
    categoryName: name,
    checks: issues.length === 0 ? [{ description: checked, result: 'success' }] : issues.map(oneCheck),
  }));
  return `${JSON.stringify({ success, categories: shown }, null, 2)}\n`;
}

function oneCheck(i: Issue): Record<string, unknown> {
  return {
    description: `${i.path}`,
    hint: hintOf(i),
    error: `${i.code}: found ${i.found}; allowed: ${i.allowed}. ${i.why} Fix: ${i.fix}`,
    result: i.severity,
    // What Linkerd does not read, for scripts.
    code: i.code,
    path: i.path,
    found: i.found,
    allowed: i.allowed,
    why: i.why,
    fix: i.fix,
    clusters: i.clusters,
    ...(i.source ? { source: i.source } : {}),
  };
}

/** The section of a code in the documentation. */
export function hintOf(i: Issue): string {
  return `https://github.com/linkerd-fleet/linkerd-fleet/blob/main/docs/errors.md#${i.code.toLowerCase()}`;
}
