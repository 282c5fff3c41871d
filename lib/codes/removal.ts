import { codes } from './entry';

const LEFT =
  'Deleting a Link deletes nothing that its mirror controller made: mirror Services with their addresses, members of federated Services, the lease. They go on drawing traffic to a cluster that no longer answers for it.';

/** From one state of a fleet to the next: what goes, and what only looks new. */
export const removal = codes({
  LINK_NOT_DRAINED: {
    allowed: 'the removal of Links that `drain` names in the fleet before this step',
    why: LEFT,
    fix: 'First commit `drain` for the edge, and take it out when no mirror and no member is left: `linkerd-fleet decommission --link "SOURCE->TARGET"` shows both commits and what to see between them. Where the target answers no more, name it in `dead`.',
  },
  CLUSTER_NOT_DRAINED: {
    allowed: 'the removal of clusters all of whose edges `drain` names in the fleet before this step',
    why: LEFT,
    fix: 'First commit `drain: [{ source: CLUSTER, both: true }]`, and take the cluster out when no mirror and no member is left: `linkerd-fleet decommission --cluster CLUSTER` shows both commits and what to see between them. Where it answers no more, name it in `dead`.',
  },
  CLUSTER_RENAMED: {
    allowed: 'another name once the cluster is drained, with the trust domain that it has',
    why: 'To Linkerd it is one cluster that goes and another that comes: the name is that of each Link, of its credentials and its controller, the end of the name of each mirror and, unless said otherwise, part of every identity.',
    fix: 'Three commits. Drain the old name; take it out when no mirror and no member is left; add the new name with the old `trustDomain` said. Callers of `<service>-<old name>` move to the new name. Delete the Argo CD Applications of the old name before those of the new one sync: they do not take their objects with them.',
  },
  CLUSTER_REPLACED: {
    allowed: 'a name for one cluster as long as there are Links by it',
    why: 'A Link is known by the name of its target, and so are its mirrors, its credentials and its account: what was made for one cluster would be taken for that of the other. Its Secrets would change in place, which destination does not notice: it would go on asking the first cluster. The first one would keep a token of the second.',
    fix: 'Give the new cluster a name of its own. Or three commits: drain the name, take it out, and give it again when no mirror, no member and no credential by it is left (`linkerd-fleet decommission --cluster` shows the first two). Where it is the same cluster, and its API server, gateway and podCidrs were only written down anew, write them down in two commits.',
  },
  NAMESPACE_CHANGED: {
    allowed: 'namespaces that stay while a cluster is linked',
    why: 'Everything in them is made anew beside the old: a second control plane whose identities nobody admits, or second controllers, Links and accounts that go on with the first.',
    fix: 'Drain and remove the Links of the cluster, both ways, as `linkerd-fleet decommission --cluster` shows without removing it; change the namespace, and link it again.',
  },
  GATEWAY_CHANGED: {
    severity: 'warning',
    allowed: 'a step in which the old address still leads to a gateway, on the ports that sources know',
    why: 'Sources do not change at one moment: those that are behind dial the old address, and their mirrors lose their endpoints when its probe fails.',
    fix: 'Three commits. Name both addresses in `gateway.address`; when every Link has both, and its mirrors have, take the old one out; then take down what it led to. A port cannot be two: put another gateway beside the first, or plan for the gap.',
  },
  NETWORK_CHANGED: {
    severity: 'warning',
    allowed: 'a move after which Links carry what they carried',
    why: 'Pod to pod and through a gateway are exported by different labels, and federated Services exist pod to pod only: what the Link no longer selects is removed from the source within seconds.',
    fix: 'Four commits. Set `mode` gateway on the edges while pods still reach each other; export what is to be called with `exported: true`; move callers to `<service>-<cluster>`; then change `network`, and move the cluster.',
  },
  LINK_MODE_CHANGED: {
    severity: 'warning',
    allowed: 'a mode in which the Link carries what it carried',
    why: 'Each mode selects Services by labels of its own: what the Link no longer selects is removed from the source within seconds, and calls of its mirrors fail.',
    fix: 'Export the Services for the new mode in a commit before, and move callers that name mirrors; accept the warning where nobody calls them.',
  },
  LINK_LEFT_BEHIND: {
    severity: 'warning',
    allowed: 'Links that are drained before their source is revoked',
    why: 'A source that is let in no longer cannot see its target: its mirrors stay as they were, and nothing removes them, also where the Link says drain. What was drained before the revocation is gone.',
    fix: 'Delete by hand what the source has of the target: `linkerd-fleet check --orphans` names it, with the commands.',
  },
  DECOMMISSION_LINK_UNKNOWN: {
    allowed: 'a Link of the fleet',
    why: 'There is nothing to take out; a plan for another Link would drain what serves.',
    fix: 'Name a Link as `linkerd-fleet plan --cluster SOURCE` shows it.',
  },
  DEAD_CLUSTER_LINKED: {
    severity: 'warning',
    allowed: 'dead clusters without Links',
    why: 'Links of a cluster that is named in `dead` may be removed without draining. While it has some, that is one commit away from mirrors that nobody removes.',
    fix: 'Remove the cluster, or the Links, in the same commit; where it answers again, take it out of `dead`.',
  },
});
