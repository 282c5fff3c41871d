import { codes } from './entry';

/** Policy manifests that users keep beside the fleet, given with --policies. */
export const ownPolicies = codes({
  OWN_POLICY_SHAPE: {
    allowed: 'objects of policy.linkerd.io as the API server takes them',
    why: 'What it would do cannot be told, and an answer without it would be wrong.',
    fix: 'Correct the object; `kubectl apply --dry-run=server` says what is wrong with it.',
  },
  OWN_POLICY_FOLDER: {
    severity: 'warning',
    allowed: 'folders that have the names of clusters, and files beside them for all clusters',
    why: 'Its files count for every cluster: meant for one whose name is written otherwise, they are in the answers of all, and missing in those of none.',
    fix: 'Give the folder the name of the cluster; or move the files up, where they are for all.',
  },
  OWN_POLICY_UNREAD: {
    severity: 'warning',
    allowed: 'Server, AuthorizationPolicy, MeshTLSAuthentication, NetworkAuthentication, HTTPRoute and GRPCRoute',
    why: 'The object admits or refuses callers, and is not understood here: answers do not count it.',
    fix: 'Write an AuthorizationPolicy in its place.',
  },
  OWN_POLICY_REFERENCE: {
    allowed: 'a Server, route and authentications that are in the files or written by the fleet',
    why: 'Linkerd ignores a policy whose authentication it does not find, and one whose target is not there does nothing.',
    fix: 'Correct the name, or add the object to the files.',
  },
  OWN_POLICY_SERVER: {
    allowed: 'one Server for a pod and port',
    why: 'Of two Servers that select one pod and port only one counts, and which one is not yours to say: the policy of the other does nothing.',
    fix: 'Remove the Server, and let `allow` of the Service name its callers; or leave `allow` out.',
  },
  OWN_POLICY_SERVER_MAYBE: {
    severity: 'warning',
    allowed: 'Servers that select all pods of a Service, or none',
    why: 'It selects pods by labels, or a port by a name, that the fleet does not know of the Service: some of its pods may be under it, and answers do not count it.',
    fix: 'Select by labels of the selector of the Service, and by the target port as the Service has it.',
  },
  OWN_POLICY_MEMBERS: {
    allowed: 'the same policies on all members of a federated Service',
    why: 'A member that refuses answers faster than one that works, and the balancer prefers the fast: with one of two members refusing, about three requests in four failed.',
    fix: 'Keep the files for all clusters, and write identities as strings: a reference means the trust domain of each cluster itself.',
  },
  OWN_POLICY_WIDENS: {
    severity: 'warning',
    allowed: 'callers of a Service with `allow` in its `allow`',
    why: 'Policies add up: whoever it names gets in besides those of `allow`.',
    fix: 'Move the callers to `allow`; or remove the policy.',
  },
  OWN_POLICY_ROUTE: {
    allowed: 'no route of your own on a Server that the fleet writes',
    why: 'The first route on a Server takes away its default route: kubelet probes are refused and what no route matches is answered 404.',
    fix: 'Say `routes` in `allow` of the Service, and remove the route.',
  },
});
