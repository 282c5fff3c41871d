import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  type GatewayNetworkPolicyProps,
  gatewayNetworkPolicy,
  type ServiceNetworkPolicyProps,
  serviceNetworkPolicy,
} from '../policy/network';
import { objectProps } from './objects';

/** NetworkPolicy that lets sources dial the gateway of chart linkerd-multicluster. */
export class GatewayNetworkPolicy extends ApiObject {
  constructor(scope: Construct, id: string, props: GatewayNetworkPolicyProps = {}) {
    super(scope, id, objectProps(gatewayNetworkPolicy(props)));
  }
}

/**
 * NetworkPolicy that lets the pods of sources dial those of one Service on 4143, the port of every proxy: meshed traffic
 * between clusters goes there, whatever the port of the Service. With `gateway`, the gateway of the cluster may too.
 */
export class ServiceNetworkPolicy extends ApiObject {
  constructor(scope: Construct, id: string, props: ServiceNetworkPolicyProps) {
    super(scope, id, objectProps(serviceNetworkPolicy(props)));
  }
}
