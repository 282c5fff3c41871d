import type { ClusterSelector } from '../fleet/spec';
import type { Member } from './types';

/** Whether `cluster` is selected. No selector selects every cluster; an empty list selects none. */
export function selects(selector: ClusterSelector | undefined, cluster: Member): boolean {
  if (selector === undefined) return true;
  if (Array.isArray(selector)) return selector.includes(cluster.name);
  if (selector.names && !selector.names.includes(cluster.name)) return false;
  if (selector.except?.includes(cluster.name)) return false;
  const matchLabels = Object.entries(selector.matchLabels ?? {});
  if (!matchLabels.every(([key, value]) => labelOf(cluster, key) === value)) return false;
  return (selector.matchExpressions ?? []).every((expression) => holds(expression, labelOf(cluster, expression.key)));
}

/** A label as selectors see it: undefined where the cluster has none of that name. */
export function labelOf(cluster: Member, key: string): string | undefined {
  return Object.hasOwn(cluster.labels, key) ? cluster.labels[key] : undefined;
}

type Expression = NonNullable<Exclude<ClusterSelector, string[]>['matchExpressions']>[number];

/** As Kubernetes has it: NotIn holds for an object without the label. */
function holds({ operator, values = [] }: Expression, value: string | undefined): boolean {
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
}

/** Names that a selector spells out, for checks that they exist. */
export function namesIn(selector: ClusterSelector | undefined): readonly string[] {
  if (selector === undefined) return [];
  return Array.isArray(selector) ? selector : [...(selector.names ?? []), ...(selector.except ?? [])];
}
