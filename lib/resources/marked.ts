import type { Manifest } from '../emit/manifest';
import { MANAGED_BY_LABEL, MANAGER } from '../plan/mark';

/** The manifest with the label of what a fleet compiles, by which `check --orphans` finds it when nothing names it any more. */
export function marked(manifest: Manifest): Manifest {
  const { metadata } = manifest;
  return { ...manifest, metadata: { ...metadata, labels: { ...metadata.labels, [MANAGED_BY_LABEL]: MANAGER } } };
}
