import type { Manifest } from '../emit/manifest';

/**
 * The manifest, left alone by what prunes: Argo CD neither removes it when it is no longer written nor with its
 * Application, Flux does not collect it. For what takes much more with it than itself; somebody removes it by hand.
 */
export function kept(manifest: Manifest): Manifest {
  const { metadata } = manifest;
  const annotations = {
    ...metadata.annotations,
    'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
    'kustomize.toolkit.fluxcd.io/prune': 'disabled',
  };
  return { ...manifest, metadata: { ...metadata, annotations } };
}
