import type { ArgoCdModel, ClusterModel, FleetModel } from '../../model/types';
import { LABELS } from './names';
import { deliveryOf } from './settings';

/** Clusters that change together. */
interface Step {
  readonly environment?: string;
  readonly wave: number;
}

/**
 * Whether RollingSync rolls changes out. Not where a person syncs (`automated: false`), because RollingSync asks nobody, and
 * not where all clusters are of one step, because there is nothing to wait for and automated sync also heals.
 */
export function isRolling(fleet: FleetModel, argocd: ArgoCdModel): boolean {
  return argocd.automated && argocd.rollingSync && stepsOf(fleet).length > 1;
}

/**
 * One step per wave, or per environment and wave where the fleet has an order of environments: the next begins when every
 * Application of the one before is Synced and Healthy. It changes only when a step gets its first cluster or loses its last.
 *
 * RollingSync needs progressive syncs (`applicationsetcontroller.enable.progressive.syncs: "true"` in
 * argocd-cmd-params-cm) and leaves Applications without automated sync: drift is shown, and healed by the next change.
 */
export function strategy(fleet: FleetModel, argocd: ArgoCdModel) {
  if (!isRolling(fleet, argocd)) return undefined;
  const steps = stepsOf(fleet).map(({ environment, wave }) => ({
    matchExpressions: [
      ...(environment === undefined ? [] : [equals(LABELS.environment, environment)]),
      equals(LABELS.wave, String(wave)),
    ],
  }));
  return { type: 'RollingSync', rollingSync: { steps } };
}

const equals = (key: string, value: string) => ({ key, operator: 'In', values: [value] });

function stepsOf(fleet: FleetModel): readonly Step[] {
  const { environments } = deliveryOf(fleet);
  const clusters = [...fleet.clusters.values()];
  if (environments.length === 0) return wavesOf(clusters).map((wave) => ({ wave }));
  return environments.flatMap((environment) =>
    wavesOf(clusters.filter((cluster) => cluster.environment === environment)).map((wave) => ({ environment, wave })),
  );
}

function wavesOf(clusters: readonly ClusterModel[]): readonly number[] {
  return [...new Set(clusters.map(({ wave }) => wave))].sort((a, b) => a - b);
}
