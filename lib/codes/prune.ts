import { codes } from './entry';

/** What a commit takes out of the tree, and nobody takes out of the clusters. */
export const prune = codes({
  GRANT_NOT_PRUNED: {
    allowed:
      'argocd.prune that selects the cluster, in the commit that takes out of its directory what admits or exports',
    why: 'Argo CD deletes nothing in clusters that argocd.prune does not select, so that what is no longer written stays in force: a policy goes on admitting, an older Server on the same port wins over the new one, a binding goes on letting its accounts read, a label goes on exporting. who-can and assert answer from the description, and would say that it is taken back.',
    fix: 'Add the clusters to argocd.prune in this commit, and take them out again in a later one, when linkerd-multicluster and linkerd-cluster of each are Synced at it.',
  },
  GRANT_KEPT: {
    allowed: 'labels and annotations of objects that nothing prunes, taken off before the object is no longer written',
    why: 'Namespaces and Services of others are never pruned, since they are more than what is written of them; and what is no longer written of them stays on them: the Service goes on being exported or a member, the namespace keeps its default inbound policy.',
    fix: 'Two commits. First leave the Service in the description, of these clusters, without exported and federated (or take the namespace out of namespacePolicies, and leave its Services): Argo CD takes off what it had applied. When linkerd-cluster, for a namespace linkerd-control-plane, is Synced, take it out.',
  },
  GRANT_ELSEWHERE: {
    severity: 'warning',
    allowed: 'labels taken out of the manifest of the owner first, where the fleet has writeLabels: false',
    why: 'The fleet does not write these labels and cannot take them off: the Service goes on being exported or a member, while who-can and assert answer from the description.',
    fix: 'Have its owner take the labels out and deliver that, then change the description. check --orphans names labels that are left (ORPHAN_EXPORT).',
  },
  OBJECTS_NOT_PRUNED: {
    severity: 'warning',
    allowed: 'argocd.prune that selects the cluster, in the commit that takes objects out of its directory',
    why: 'Argo CD deletes nothing in clusters that argocd.prune does not select: what is no longer written stays. That lets nobody in, but accounts and credentials stay good as who they are, guards go on refusing, mirror controllers go on running.',
    fix: 'Add the clusters to argocd.prune in this commit, and take them out again when linkerd-multicluster and linkerd-cluster of each are Synced; or delete by hand what linkerd-fleet check --orphans names.',
  },
});
