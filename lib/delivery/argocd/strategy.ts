import type { ArgoCdModel, FleetModel } from '../../model/types';
import { LABELS } from './names';

/**
 * Waves that RollingSync goes through, ascending. None where a person syncs (`automated: false`), because RollingSync asks
 * nobody, and none where all clusters are of one wave, because there is nothing to wait for and automated sync also heals.
 */
export function rollingWaves(fleet: FleetModel, { automated, rollingSync }: ArgoCdModel): readonly number[] {
  if (!automated || !rollingSync) return [];
  const waves = new Set([...fleet.clusters.values()].map((cluster) => cluster.wave));
  return waves.size < 2 ? [] : [...waves].sort((a, b) => a - b);
}

/**
 * One step per wave: the next begins when every Application of the one before is Synced and Healthy. It changes only when a
 * wave gets its first cluster or loses its last.
 *
 * RollingSync needs progressive syncs (`applicationsetcontroller.enable.progressive.syncs: "true"` in
 * argocd-cmd-params-cm) and leaves Applications without automated sync: drift is shown, and healed by the next change.
 */
export function strategy(fleet: FleetModel, argocd: ArgoCdModel) {
  const waves = rollingWaves(fleet, argocd);
  if (waves.length === 0) return undefined;
  const steps = waves.map((wave) => ({
    matchExpressions: [{ key: LABELS.wave, operator: 'In', values: [String(wave)] }],
  }));
  return { type: 'RollingSync', rollingSync: { steps } };
}
