import type { ClusterSelector } from '../fleet/spec';
import type { ClusterModel } from './types';

/** Whether `cluster` is selected. No selector selects every cluster; an empty list selects none. */
export function selects(selector: ClusterSelector | undefined, cluster: ClusterModel): boolean {
  if (selector === undefined) return true;
  if (Array.isArray(selector)) return selector.includes(cluster.name);
  if (selector.names && !selector.names.includes(cluster.name)) return false;
  if (selector.except?.includes(cluster.name)) return false;
  const labels = cluster.labels;
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) if (labels[key] !== value) return false;
  return (selector.matchExpressions ?? []).every((e) => {
    const value = labels[e.key];
    switch (e.operator) {
      case 'In':
        return value !== undefined && (e.values ?? []).includes(value);
      case 'NotIn':
        return value === undefined || !(e.values ?? []).includes(value);
      case 'Exists':
        return value !== undefined;
      case 'DoesNotExist':
        return value === undefined;
    }
  });
}

/** Names that a selector spells out, for checks that they exist. */
export function namesIn(selector: ClusterSelector | undefined): readonly string[] {
  if (selector === undefined) return [];
  return Array.isArray(selector) ? selector : [...(selector.names ?? []), ...(selector.except ?? [])];
}
