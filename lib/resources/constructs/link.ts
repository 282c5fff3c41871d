import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { FleetError, issue } from '../../errors';
import { DEFAULT_LINKERD_VERSION, release } from '../../linkerd/releases';
import { type LinkProps, link } from '../link';
import { objectProps } from './objects';

/**
 * A Link, held by its source: what `linkerd multicluster link-gen` writes, from facts instead of from the target's API. It
 * needs `LinkCredentials` beside it, `LinkAccess` on the target, and an entry in `controllers` of chart linkerd-multicluster.
 *
 * @example
 * new Link(chart, 'prod-eu', {
 *   targetClusterName: 'prod-eu',
 *   gateway: {
 *     address: 'gateway.prod-eu.example.com',
 *     identity: gatewayIdentity('linkerd-multicluster', 'linkerd', 'prod-eu.mesh.example.com'),
 *   },
 * });
 */
export class Link extends ApiObject {
  /** @throws EXCLUDED_UNSUPPORTED for exclusions, and for a credentialsEpoch, before Linkerd 2.18 */
  constructor(scope: Construct, id: string, props: LinkProps) {
    super(scope, id, objectProps(link(props)));
    const { version, capabilities } = release(props.linkerdVersion ?? DEFAULT_LINKERD_VERSION);
    const epoch = (props.credentialsEpoch ?? 1) === 1 ? [] : [`credentialsEpoch ${props.credentialsEpoch}`];
    const excluded = [...(props.excludedLabels ?? []), ...(props.excludedAnnotations ?? []), ...epoch];
    if (excluded.length === 0 || capabilities.excludedLabels) return;
    const found = `${excluded.join(', ')} with Linkerd ${version}`;
    throw new FleetError([issue('EXCLUDED_UNSUPPORTED', { path: this.node.path, found })]);
  }
}
