/** Routes of a Server: an HTTPRoute for each set of requests, and the policy of those who may make them. */
import { createHash } from 'node:crypto';
import type { HttpRouteSpec } from '../../../imports/policy.linkerd.io';
import type { Manifest } from '../../emit/manifest';
import { POLICY_GROUP } from '../../linkerd/names';
import { type Match, matchText } from '../../model/policy/routes';
import type { Spec } from '../spec';
import { inWave, WAVES } from '../waves';
import { admissions } from './policy';

/** Requests on a Server, and who may make them besides those whom the Server itself admits. */
export interface ServerRouteProps {
  /** Name of the Server. */
  readonly server: string;
  /** Its namespace. */
  readonly namespace: string;
  /** Path and method. */
  readonly match: Match;
  /** As in ServerPolicyProps. */
  readonly identities: readonly string[];
  /** As in ServerPolicyProps. */
  readonly networks: readonly string[];
}

/**
 * An HTTPRoute of policy.linkerd.io, which chart linkerd-crds of every release brings. Once a Server has one, Linkerd's own
 * routes for it are gone, and with them that of probes; what the Server admits is admitted to all its routes
 * (linkerd2 policy-controller/k8s/index/src/inbound/index.rs). Named by what it matches, so that others keep their names.
 */
export function serverRoute({ server, namespace, match, identities, networks }: ServerRouteProps): readonly Manifest[] {
  const { type, value, method } = match;
  const name = `${server}-${createHash('sha256').update(matchText(match)).digest('hex').slice(0, 8)}`;
  const path = { type: type as unknown as NonNullable<RouteMatch['path']>['type'], value };
  const matches = [{ ...(method === undefined ? {} : { method: method as unknown as RouteMatch['method'] }), path }];
  const route = inWave(WAVES.policy, {
    apiVersion: `${POLICY_GROUP}/v1beta3`,
    kind: 'HTTPRoute',
    metadata: { name, namespace },
    spec: {
      parentRefs: [{ group: POLICY_GROUP, kind: 'Server', name: server }],
      rules: [{ matches }],
    } satisfies Spec<HttpRouteSpec>,
  });
  return [route, ...admissions({ name, namespace, kind: 'HTTPRoute', identities, networks })];
}

type RouteMatch = NonNullable<NonNullable<NonNullable<HttpRouteSpec['rules']>[number]['matches']>[number]>;
