import type { KubeObject } from './kube';

/**
 * Fields that an API server has filled into the lists of a custom resource. Lists of custom resources are one value each,
 * unless their CRD says otherwise: whoever compares such a list with what was written finds a difference for ever, which is
 * what Argo CD does, with server-side apply too.
 */
export function filledIntoLists(written: KubeObject, live: KubeObject): string[] {
  const [group] = written.apiVersion.split('/');
  if (!group!.includes('.') || group!.endsWith('.k8s.io')) return [];
  return [...added(written['spec'], live['spec'], 'spec', false)];
}

function* added(written: unknown, live: unknown, path: string, inList: boolean): Generator<string> {
  if (Array.isArray(written) && Array.isArray(live)) {
    for (const [i, item] of written.entries()) yield* added(item, live[i], `${path}[]`, true);
  } else if (isObject(written) && isObject(live)) {
    for (const key of Object.keys(live)) {
      if (key in written) yield* added(written[key], live[key], `${path}.${key}`, inList);
      else if (inList) yield `${path}.${key}`;
    }
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
