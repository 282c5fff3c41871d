/** Objects of Argo CD, by their names. */

/** Namespace of Argo CD on the management cluster. */
export const NAMESPACE = 'argocd';

/** An object of Argo CD. */
export const reference = (kind: 'Application' | 'ApplicationSet' | 'AppProject', name: string) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind,
  metadata: { name, namespace: NAMESPACE },
});
