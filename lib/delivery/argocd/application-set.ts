/**
 * One ApplicationSet per component: an Application for every cluster that the generator finds. The objects need Argo CD 3.2 or
 * later (`retry.refresh`).
 *
 * Guards, and what they are against:
 *
 * - `applicationsSync: create-update`: a generator that finds nothing (a wrong path, an emptied branch) would delete every
 *   Application, without an error anywhere. A cluster that leaves the fleet keeps its Applications until somebody removes
 *   them. A `--policy` of the controller overrides the field unless it also has `--enable-policy-override`.
 * - `preserveResourcesOnDeletion: true`: Applications get no finalizer, so that deleting one, or the ApplicationSet, leaves
 *   the mesh alone.
 * - `prune: false`, but where a removal is planned: what is no longer written stays and shows as OutOfSync. Under RollingSync
 *   later waves wait until it is gone.
 * - `project` is no template: no cluster.json, and no answer of a server, can move an Application to another project.
 *
 * There are no `ignoreDifferences`: with server-side apply, what others write into an object is no difference (the caBundle
 * that cert-manager injects into webhooks, tokens in account Secrets, status), and the charts render alike every time. Lists
 * of custom resources are compared whole: what the API server would fill into them is written here. To ignore the caBundle
 * would keep one that is given in values from ever being replaced.
 */
import type {
  ApplicationSetSpecTemplateSpec,
  ApplicationSetSpecTemplateSpecSyncPolicy,
} from '../../../imports/argoproj.io';
import type { Manifest } from '../../emit/manifest';
import type { ArgoCdModel, FleetModel } from '../../model/types';
import type { Component } from './components';
import { clusterDirectory, generators } from './generators';
import { ARGOPROJ, LABELS, MANIFEST_GENERATE_PATHS, SKIP_RECONCILE, SYNC_WAVE } from './names';
import { prunePatch } from './prune';
import { type Delivery, deliveryOf } from './settings';
import { sources, watchedPaths } from './sources';
import { isRolling, strategy } from './strategy';

/**
 * The ApplicationSet of a component, in namespace `argocd.namespace`.
 *
 * @param order sync wave among the ApplicationSets, for an Application over `argocd/`. It says in which order they are created
 * and no more: Argo CD 3.2 calls a new ApplicationSet healthy before its Applications have begun, and the next follows within
 * seconds. What makes a component wait for another is that Applications retry.
 */
export function applicationSet(fleet: FleetModel, argocd: ArgoCdModel, component: Component, order: number): Manifest {
  const delivery = deliveryOf(fleet);
  return {
    apiVersion: ARGOPROJ,
    kind: 'ApplicationSet',
    metadata: {
      name: `${fleet.name}-${component.name}`,
      namespace: argocd.namespace,
      annotations: { [SYNC_WAVE]: String(order) },
      labels: { [LABELS.component]: component.name },
    },
    spec: {
      generators: generators(fleet, argocd),
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      // A person may stop one Application; the controller would take the annotation away.
      preservedFields: { annotations: [SKIP_RECONCILE] },
      strategy: strategy(fleet, argocd),
      syncPolicy: { applicationsSync: 'create-update', preserveResourcesOnDeletion: true },
      template: {
        metadata: templateMetadata(component, argocd, delivery),
        spec: templateSpec(fleet, argocd, component),
      },
      templatePatch: argocd.automated ? prunePatch(delivery, component) : undefined,
    },
  };
}

function templateMetadata(component: Component, argocd: ArgoCdModel, delivery: Delivery): Manifest['metadata'] {
  const paths = watchedPaths(component, clusterDirectory(argocd, delivery), delivery);
  return {
    name: `${component.name}-{{ .name }}`,
    annotations: paths === undefined ? undefined : { [MANIFEST_GENERATE_PATHS]: paths },
    labels: {
      [LABELS.component]: component.name,
      [LABELS.cluster]: '{{ .name }}',
      [LABELS.region]: '{{ .region }}',
      [LABELS.environment]: '{{ .environment }}',
      [LABELS.wave]: '{{ .wave }}',
    },
  };
}

function templateSpec(fleet: FleetModel, argocd: ArgoCdModel, component: Component): ApplicationSetSpecTemplateSpec {
  return {
    project: argocd.project,
    destination: {
      // One of the two is empty, and Application has no empty fields.
      name: '{{ .destination.name }}',
      server: '{{ .destination.server }}',
      namespace: `{{ .linkerd.${component.namespace} }}`,
    },
    ...sources(argocd, component, deliveryOf(fleet)),
    syncPolicy: syncPolicy(fleet, argocd, component),
  };
}

/**
 * Retries never end: nobody else tries again, neither automated sync at a revision that failed, nor RollingSync. A retry
 * takes the newest revision, so that a commit can mend what it is about.
 */
function syncPolicy(
  fleet: FleetModel,
  argocd: ArgoCdModel,
  { syncOptions = [] }: Component,
): ApplicationSetSpecTemplateSpecSyncPolicy {
  const automated = argocd.automated && !isRolling(fleet, argocd);
  return {
    // RollingSync syncs by itself and switches this off. Said here, every cluster would sync at once where the controller
    // runs without progressive syncs.
    automated: automated ? { prune: false, selfHeal: true } : undefined,
    retry: { limit: -1, refresh: true, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } },
    syncOptions: ['CreateNamespace=false', 'ServerSideApply=true', ...syncOptions],
  };
}
