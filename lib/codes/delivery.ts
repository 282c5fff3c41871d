import { codes } from './entry';

/** How what is written reaches its cluster. */
export const delivery = codes({
  ARGOCD_NAME: {
    allowed: 'lower-case letters, digits and dashes, a letter or digit first and last',
    why: 'It is the name of an AppProject or a namespace, or begins the names of ApplicationSets: Kubernetes refuses others.',
    fix: 'Rename it.',
  },
  ARGOCD_PATH: {
    allowed: 'a directory of the repository such as dist or platform/linkerd, from its root; "." for the root itself',
    why: 'Argo CD looks for cluster.json under this path as under a pattern: where it finds none, no Application is made and nothing says why.',
    fix: 'Write the directory that the tree is committed to, without .., wildcards, braces or white space.',
  },
  ARGOCD_SOURCE: {
    allowed: 'the URL of a Git repository, and a branch, tag or commit; no password, white space or {{',
    why: 'It is written into ApplicationSets: a password would be in Git in plain text, and the controller runs {{ as a template.',
    fix: 'Write the URL as it is registered in Argo CD, and give credentials to Argo CD in a repository Secret.',
  },
  ARGOCD_SERVER: {
    allowed: "the URL in Argo CD's Secret of the cluster: https://, and no slash at the end",
    why: 'Argo CD compares the text: an Application for any other is an error, and the AppProject does not admit it.',
    fix: 'Copy the server that `argocd cluster list` shows, or leave it out and name the cluster.',
  },
  ARGOCD_DESTINATION_SHARED: {
    allowed: 'one cluster of the fleet for each destination',
    why: 'The Applications of both would write the same objects into one cluster, each undoing the other.',
    fix: 'Correct `argocd.name` or `argocd.server` of one of them.',
  },
  ARGOCD_ENVIRONMENT: {
    allowed: 'for every cluster one of `argocd.environments`, and each of those once',
    why: 'RollingSync goes through environments in that order and never syncs an Application that is in none of its steps.',
    fix: 'Add the environment to `argocd.environments`, or correct that of the cluster.',
  },
  ARGOCD_DESTINATION_MOVED: {
    allowed: 'for each cluster the destination that it has, or one that no cluster of the fleet had before',
    why: 'The Applications of one cluster would be applied to the other: its control plane, trust domain, Links and accounts beside or over what is there, and nothing of before is deleted. Nothing in Argo CD notices.',
    fix: 'Put back `argocd.name` or `argocd.server`. Where Argo CD has them the wrong way round, register the clusters anew under names that neither had, and name those.',
  },
  ARGOCD_DESTINATION_CHANGED: {
    severity: 'warning',
    allowed: 'the destination that the cluster has',
    why: 'Applications go where Argo CD has that name or server: if that is another cluster, everything of this one is made there, and what is here is looked after by nobody.',
    fix: 'See that it is the same cluster: `argocd cluster list`, and the API server of both. Then accept ARGOCD_DESTINATION_CHANGED in the same commit, and take it back in the next.',
  },
  ARGOCD_PRUNE: {
    allowed: 'clusters of the fleet, and automated sync',
    why: 'A removal is planned where nothing would carry it out.',
    fix: 'Remove `automated: false`, or prune by hand: argocd app sync --prune.',
  },
  ARGOCD_PLUGIN: {
    allowed: 'names and addresses as Argo CD has them: https://host:port, $<Secret>:<key>, linkerd-fleet-v<version>',
    why: 'Argo CD takes the token of a plugin generator from a Secret only, and asks a plugin by the name it was started with.',
    fix: 'Correct it; put the token itself into the Secret.',
  },
  ARGOCD_ROLLING_MANUAL: {
    severity: 'warning',
    allowed: 'rollingSync with automated sync',
    why: 'RollingSync starts syncs by itself, so it is left out where a person is to start them: nothing keeps the waves in order then.',
    fix: 'Remove `automated: false` to roll out by wave, or `rollingSync` to sync by hand.',
  },
});
