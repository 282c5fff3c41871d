import type { Construct } from 'constructs';
import { type ServerPolicyProps, serverPolicy } from '../policy/policy';
import { ManifestGroup } from './objects';

/**
 * Who may call one port of pods: a Server of policy.linkerd.io, and an AuthorizationPolicy with its authentication for the
 * identities and one for the networks that it admits. Other callers are refused.
 */
export class ServerPolicy extends ManifestGroup {
  constructor(scope: Construct, id: string, props: ServerPolicyProps) {
    super(scope, id, serverPolicy(props));
  }
}
