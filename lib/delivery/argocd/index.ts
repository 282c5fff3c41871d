/** What carries a cluster's directory to its cluster, where a fleet says `argocd`. */
import type { Manifest } from '../../emit/manifest';
import type { FleetModel } from '../../model/types';
import { appProject } from './app-project';
import { applicationSet } from './application-set';
import { COMPONENTS } from './components';
import { linkHealth } from './link-health';
import { pluginConfig } from './plugin-config';
import { deliveryOf } from './settings';

/** A file at the root of the written tree. */
export interface RootFile {
  /** Relative to the tree, `/`-separated. */
  readonly path: string;
  readonly manifests: readonly Manifest[];
  /** What it is, where Argo CD is to skip it. @default - it is applied */
  readonly notApplied?: string;
}

/**
 * The files under `argocd/`; none without `argocd`. An Application over that directory (not recursive, so that
 * `settings/` stays out) applies them in order: the AppProject, then one ApplicationSet after the other.
 */
export function argocdFiles(fleet: FleetModel): readonly RootFile[] {
  const { argocd } = fleet;
  if (argocd === undefined) return [];
  const { generator } = deliveryOf(fleet);
  const plugin = generator.kind === 'plugin' ? [pluginConfig(argocd, generator)] : [];
  return [
    { path: 'argocd/appproject.yaml', manifests: [appProject(fleet, argocd)] },
    ...plugin.map((manifest) => ({ path: 'argocd/plugin-generator.yaml', manifests: [manifest] })),
    ...COMPONENTS.map((component, order) => ({
      path: `argocd/applicationset-${component.name}.yaml`,
      manifests: [applicationSet(fleet, argocd, component, order)],
    })),
    { path: 'argocd/settings/argocd-cm.yaml', manifests: [linkHealth(argocd)], notApplied: 'A patch of a ConfigMap' },
  ];
}
