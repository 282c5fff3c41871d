import type { Manifest } from '../../emit/manifest';
import { MULTICLUSTER_GROUP } from '../../linkerd/names';
import type { ArgoCdModel } from '../../model/types';
import { SYNC_OPTIONS } from './names';

/**
 * Health of a Link in Lua. Argo CD has none of its own for it, so that every Link counts as healthy and no wave waits for
 * one.
 *
 * A Link without a status is healthy: its controller writes none before the first Service is exported. A condition that is
 * False (linkerd2 multicluster/service-mirror/cluster_watcher.go: MissingNamespace, InvalidService, Error) makes it Degraded,
 * and RollingSync stops there. The controller does not take the last entry of a list back: a Link can stay Degraded over a
 * Service that is exported no more, until its status is cleared or another Service is exported.
 */
export const LINK_HEALTH = `local hs = { status = "Healthy", message = "nothing mirrored yet" }
if obj.status == nil then
  return hs
end
local services, failed, first = 0, 0, ""
for _, list in ipairs({ obj.status.mirrorServices or {}, obj.status.federatedServices or {} }) do
  for _, service in ipairs(list) do
    services = services + 1
    for _, condition in ipairs(service.conditions or {}) do
      if condition.status == "False" then
        failed = failed + 1
        if failed == 1 then
          local ref = service.remoteRef or {}
          first = (ref.namespace or "?") .. "/" .. (ref.name or "?") .. ": " ..
            (condition.reason or "not mirrored") .. ": " .. (condition.message or "")
        end
      end
    end
  end
end
if failed > 0 then
  hs.status = "Degraded"
  hs.message = first
  if failed > 1 then
    hs.message = first .. " (and " .. (failed - 1) .. " more)"
  end
elseif services > 0 then
  hs.message = services .. " mirrored or federated"
end
return hs
`;

/**
 * The part of ConfigMap argocd-cm that fleets want, for `kubectl patch`, or to be taken into the values of Argo CD's own
 * installation. Never for apply, of kubectl or of Argo CD: whoever applies a part of what was applied as a whole takes over the
 * other keys and removes them. So it lies beside the ApplicationSets and not among them, and Argo CD skips the file.
 */
export function linkHealth({ namespace }: ArgoCdModel): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'argocd-cm',
      namespace,
      annotations: { [SYNC_OPTIONS]: 'ServerSideApply=true,Prune=false,Delete=false' },
      // Argo CD reads no ConfigMap without it.
      labels: { 'app.kubernetes.io/part-of': 'argocd' },
    },
    data: { [`resource.customizations.health.${MULTICLUSTER_GROUP}_Link`]: LINK_HEALTH },
  };
}
