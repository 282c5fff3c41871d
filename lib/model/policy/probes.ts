/** Requests of kubelets, on ports whose routes take Linkerd's own away: open to whoever has an address of the probe networks. */

import type { ClusterModel, ServiceModel } from '../types';
import type { Match } from './routes';

/** What `probePaths` opens. */
export function probesOf({ spec }: ServiceModel): readonly Match[] {
  return (spec.probePaths ?? []).map((value): Match => ({ type: 'Exact', value, method: 'GET' }));
}

/** Where kubelets ask from: as value `policyController.probeNetworks` of the chart has it, by its default from anywhere. */
export function probeNetworks({ values }: ClusterModel): readonly string[] {
  const { policyController } = values.controlPlane as { policyController?: { probeNetworks?: readonly string[] } };
  return policyController?.probeNetworks ?? ANYWHERE;
}

const ANYWHERE = ['0.0.0.0/0', '::/0'];
