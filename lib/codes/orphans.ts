import { codes } from './entry';

/** What clusters have that the fleet does not name, in dumps of them. */
export const orphans = codes({
  DUMP_UNREADABLE: {
    allowed:
      'CLUSTER=FILE with what `kubectl get -A -o json` printed, CLUSTER=- for standard input, CLUSTER=context:NAME to ask kubectl',
    why: 'What cannot be read proves nothing about the cluster.',
    fix: 'Make the dump anew, with the command of docs/removing.md.',
  },
  ORPHANS_UNSEEN: {
    allowed: 'a dump with the Links that the fleet has in that cluster, or one of them at least',
    why: 'A dump of another cluster, of another namespace or without Links shows no orphans either: it proves nothing.',
    fix: 'Make the dump anew, with the command of docs/removing.md and the context of that cluster.',
  },
  ORPHAN_LINK: {
    allowed: 'Links of the fleet, each in the multicluster namespace of its source',
    why: 'Its mirror controller goes on reading a cluster that the fleet does not link, and whoever deletes it leaves its mirrors.',
    fix: 'Delete it, or describe it.',
  },
  ORPHAN_CONTROLLER: {
    allowed: 'mirror controllers and leases of Links of the fleet',
    why: 'A controller without its Link does nothing and is paid for; nothing ever deletes its lease.',
    fix: 'Delete it.',
  },
  ORPHAN_MIRROR: {
    allowed: 'mirrors of Services that the target of a Link of the fleet exports',
    why: 'Nobody repairs or removes it: clients go on resolving it and dial addresses that may be anybody’s by now.',
    fix: 'Delete it.',
  },
  ORPHAN_MEMBER: {
    allowed: 'members over Links of the fleet',
    why: 'A member that left stays in the annotation through every later update: destination goes on looking for its cluster.',
    fix: 'Take it out of the annotation.',
  },
  ORPHAN_CREDENTIAL: {
    allowed: 'credentials and accounts of Links of the fleet',
    why: 'It lets somebody read a cluster whom the fleet does not let in, or keeps the way open.',
    fix: 'Delete it.',
  },
  ORPHAN_EXPORT: {
    allowed: 'Services that the fleet exports or federates in this cluster',
    why: 'Sources go on mirroring it: whoever they let in calls a Service that no check has looked at.',
    fix: 'Take the label off, or describe the Service.',
  },
  EXPORT_MISSING: {
    severity: 'warning',
    allowed: 'the labels of `federated` and `exported` on Services with writeLabels: false',
    why: 'The fleet does not write them, and no Link selects the Service without: it is neither mirrored nor a member, whatever the description says.',
    fix: 'Have its owner put the label into its manifest, or take it out of the description.',
  },
  APPLIED_BY_OTHERS: {
    allowed:
      'Namespaces and Services of the fleet that nobody else applies, or who does has a field manager of its own, as Helm has',
    why: 'Server-side apply knows appliers by name: Argo CD takes over what `kubectl apply` or another of its Applications applied, and removes what is not in the tree. A Namespace loses linkerd.io/inject, a Service ports and selector, or the sync fails for ever.',
    fix: 'Leave the object to whoever applies it.',
  },
  ORPHAN_OWN_POLICY: {
    allowed: 'policies with label app.kubernetes.io/managed-by: linkerd-fleet that the fleet writes',
    why: 'A Server that stays refuses callers whom nobody names any more; what admits to it lets in those who were named once.',
    fix: 'Delete it, Servers first. Their pods are then under the default inbound policy: where that is too open, write your own before.',
  },
  ORPHAN_POLICY: {
    allowed: 'identities of clusters of the fleet',
    why: 'It admits whoever is issued an identity of that trust domain: today nobody, tomorrow perhaps another cluster of that name.',
    fix: 'Take the identity out of it.',
  },
  DRAIN_UNFINISHED: {
    allowed: 'neither mirrors nor members over a Link that drains, before it is removed',
    why: 'A mirror controller removes them within seconds of the drain, while it runs and its target answers. What is there when the Link goes stays.',
    fix: 'Wait; after a minute restart the mirror controller, which stops working for good when it has once lost its lease.',
  },
});
