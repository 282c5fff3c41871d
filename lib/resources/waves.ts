/**
 * Sync waves inside the Application of a cluster: what a wave needs is healthy before it. Argo CD applies waves in
 * ascending order and waits for the health of each (annotation argocd.argoproj.io/sync-wave).
 */
import type { Manifest } from '../emit/manifest';

/** Wave of each part of a cluster's directory. */
export const WAVES = {
  namespaces: -3,
  trust: -1,
  /** What guards allow: before anything that they are asked about. */
  guarded: 0,
  /** Objects of Helm charts have no annotation, which is this wave. */
  chart: 0,
  access: 1,
  credentials: 2,
  links: 3,
  gateway: 3,
  // Before Services are exported: what joins a federation is guarded when it does.
  policy: 3,
  services: 4,
  observability: 5,
  guards: 6,
  bindings: 7,
} as const;

/** The manifest with the annotation of its wave. */
export function inWave(wave: number, manifest: Manifest): Manifest {
  const { metadata } = manifest;
  const annotations = { ...metadata.annotations, 'argocd.argoproj.io/sync-wave': String(wave) };
  return { ...manifest, metadata: { ...metadata, annotations } };
}
