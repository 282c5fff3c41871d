import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { FleetError, issue } from '../../errors';
import { type ExportedServiceProps, exportedService } from '../services';
import { objectProps } from './objects';

/**
 * A Service that crosses clusters, with the labels by which Links select it: whole when it has a `selector`; otherwise only
 * labels and annotations, applied server side to a Service of somebody else who applies with a field manager of its own (Helm, Flux,
 * an operator; not `kubectl apply`, nor Argo CD, whose fields Argo CD takes over and removes). For a Service of your own charts
 * there are `federate` and `exportService`.
 */
export class ExportedService extends ApiObject {
  /** @throws SERVICE_HEADLESS_FEDERATED */
  constructor(scope: Construct, id: string, props: ExportedServiceProps) {
    super(scope, id, objectProps(exportedService(props)));
    if (!props.federated || !props.headless) return;
    throw new FleetError([
      issue('SERVICE_HEADLESS_FEDERATED', { path: this.node.path, found: 'headless and federated' }),
    ]);
  }
}
