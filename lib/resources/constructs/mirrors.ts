import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { type ServiceMirror217Props, serviceMirror217 } from '../mirror-217';
import { type MirrorPodMonitorProps, mirrorPodMonitor } from '../observability/monitoring';
import { ManifestGroup, objectProps } from './objects';

/**
 * The service mirror of one Link in Linkerd 2.17, as `linkerd multicluster link` makes it. Later releases run it from
 * `controllers` of chart linkerd-multicluster.
 */
export class ServiceMirror217 extends ManifestGroup {
  constructor(scope: Construct, id: string, props: ServiceMirror217Props) {
    super(scope, id, serviceMirror217(props));
  }
}

/** Prometheus operator PodMonitor of the mirror controllers, which the one of chart linkerd-control-plane does not find. */
export class MirrorPodMonitor extends ApiObject {
  constructor(scope: Construct, id: string, props: MirrorPodMonitorProps = {}) {
    super(scope, id, objectProps(mirrorPodMonitor(props)));
  }
}
