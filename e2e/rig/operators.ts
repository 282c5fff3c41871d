/**
 * Stands in for cert-manager, trust-manager and External Secrets: reports every object of theirs as ready, so that Argo CD's
 * waves go on. Nothing is issued or copied.
 */
import type { Cluster } from './cluster';
import type { KubeObject } from './kube';
import { atEnd } from './processes';

const KINDS = [
  ['cert-manager.io/v1', 'Certificate'],
  ['cert-manager.io/v1', 'Issuer'],
  ['trust.cert-manager.io/v1alpha1', 'Bundle'],
  ['external-secrets.io/v1', 'ExternalSecret'],
  ['external-secrets.io/v1alpha1', 'PushSecret'],
] as const;

/** Starts it for a cluster; it ends with the file of tests. */
export function operators({ kube }: Cluster): void {
  let over = false;
  const round = async () => {
    for (const [apiVersion, kind] of KINDS) {
      const waiting = (await kube.list(apiVersion, kind)).filter(({ status }) => !(status?.conditions?.length > 0));
      await Promise.all(waiting.map((object) => kube.patch(object, { status: readyStatus(object) }, 'status')));
    }
  };
  const loop = async () => {
    while (!over) {
      // What is deleted between list and patch, or a server that a test has stopped, is for the next round.
      await round().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  const ended = loop();
  atEnd(async () => {
    over = true;
    await ended;
  });
}

function readyStatus({ metadata }: KubeObject) {
  const condition = (type: string) => ({
    type,
    status: 'True',
    reason: 'StandIn',
    message: 'reported by the tests',
    lastTransitionTime: '2026-01-01T00:00:00Z',
    observedGeneration: metadata['generation'],
  });
  return { conditions: [condition('Ready'), condition('Synced')] };
}
