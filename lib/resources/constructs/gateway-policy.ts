import type { Construct } from 'constructs';
import { type GatewayAdmissionProps, gatewayAdmission } from '../policy/gateway';
import { ManifestGroup } from './objects';

/**
 * Whom the gateway of chart linkerd-multicluster lets in: replaces two objects of the chart, which admits every meshed
 * identity. Apply it after the chart, or in one Argo CD Application with it, as a later source.
 */
export class GatewayAdmission extends ManifestGroup {
  constructor(scope: Construct, id: string, props: GatewayAdmissionProps) {
    super(scope, id, gatewayAdmission(props));
  }
}
