import type { Component } from './components';
import type { Delivery } from './settings';

/**
 * Pruning where a removal is planned, as a `templatePatch`; none where there is none, so that nothing is deleted by itself.
 *
 * The ApplicationSet names the clusters: nothing that a generator says can add one. RollingSync takes `automated` away and
 * keeps its `prune` for the syncs that it starts itself (argo-cd applicationset/controllers, syncValidApplications). Where the
 * controller runs without progressive syncs, these clusters, and no others, sync by themselves. `allowEmpty`, because the last
 * Link of a cluster may be the last object of its Application: Argo CD would keep it (argo-cd controller/appcontroller.go,
 * "auto-sync will wipe out all resources").
 */
export function prunePatch({ prune }: Delivery, { removable }: Component): string | undefined {
  if (prune.length === 0 || !removable) return undefined;
  const names = prune.map((name) => JSON.stringify(name)).join(' ');
  return `{{- if has .name (list ${names}) }}
spec:
  syncPolicy:
    automated:
      prune: true
      allowEmpty: true
      selfHeal: true
{{- else }}
{}
{{- end }}
`;
}
