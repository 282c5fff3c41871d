/** Strings that Argo CD owns, and those that its objects have in common here. */

/** apiVersion of Application, ApplicationSet and AppProject. */
export const ARGOPROJ = 'argoproj.io/v1alpha1';
/** Annotation: place of an object in the order of a sync, ascending. */
export const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';
/** Annotation: sync options of one object, comma-separated. */
export const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';
/** Annotation of an Application: a commit that touches none of these paths does not render it again. */
export const MANIFEST_GENERATE_PATHS = 'argocd.argoproj.io/manifest-generate-paths';
/** Annotation of an Application: "true" stops its reconciliation. */
export const SKIP_RECONCILE = 'argocd.argoproj.io/skip-reconcile';

/** Labels of Applications. Their values are those of the description, as strings; empty where it says nothing. */
export const LABELS = {
  component: 'linkerd-fleet.dev/component',
  cluster: 'linkerd-fleet.dev/cluster',
  region: 'linkerd-fleet.dev/region',
  environment: 'linkerd-fleet.dev/environment',
  wave: 'linkerd-fleet.dev/wave',
} as const;
