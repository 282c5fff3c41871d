import { codes } from './entry';

/** Names of clusters, regions, services, and what Linkerd makes of them. */
export const names = codes({
  NAME_DUPLICATE: {
    allowed: 'each name once',
    why: 'Names are directories, Links and Secrets: two of one name overwrite each other.',
    fix: 'Rename one of them.',
  },
  NAME_UNKNOWN_REGION: {
    allowed: 'a region that the fleet lists',
    why: 'The cluster would silently miss every setting of its region.',
    fix: 'Correct the name, or add the region to the Fleet.',
  },
  NAME_UNKNOWN_CLUSTER: {
    allowed: 'names of clusters of the fleet',
    why: 'A name that no cluster has selects nothing: the edge, or the Service, would be missing without a word.',
    fix: 'Correct the name, or add the cluster.',
  },
  NAME_CLUSTER: {
    allowed: 'lower-case letters, digits and dashes; a letter first, a letter or digit last',
    why: 'The name becomes a directory, a Link, and the end of the name of every mirror Service; Kubernetes refuses other characters in them.',
    fix: 'Rename the cluster.',
  },
  NAME_CLUSTER_YAML: {
    allowed: 'a name that YAML reads as text: not y, n, yes, no, on, off, true, false or null',
    why: 'Chart linkerd-multicluster prints the name unquoted in labels: Kubernetes refuses six of its objects ("cannot unmarshal … into … labels of type string") and takes the rest.',
    fix: 'Rename the cluster.',
  },
  NAME_CLUSTER_LENGTH: {
    allowed: 'at most 52 characters; 40 for a target of clusters with Linkerd 2.17',
    why: 'The Deployment of its mirror controller is called controller-<cluster>, in 2.17 linkerd-service-mirror-<cluster>; the injector writes that name as a label value and the identity starts with it, and both end at 63.',
    fix: 'Shorten the name. Clusters cannot be renamed later without removing their Links.',
  },
  NAME_CLUSTER_FEDERATED: {
    allowed: 'any other name',
    why: 'Mirrors of its Services would be called <service>-federated, like the federated Services: an existing one is kept in silence and the mirror is missing.',
    fix: 'Rename the cluster.',
  },
  NAME_LABEL_VALUE: {
    allowed: 'at most 63 letters, digits, dashes, underscores and dots, a letter or digit first and last',
    why: 'It becomes a label value, which Kubernetes refuses otherwise.',
    fix: 'Change the value.',
  },
  NAME_LABEL_KEY: {
    allowed:
      'a Kubernetes key: at most 63 letters, digits, dashes, underscores and dots, with a DNS name and a slash before it if need be',
    why: 'Kubernetes refuses an object with any other key in its labels or annotations.',
    fix: 'Correct the key.',
  },
  NAME_LABEL_SHADOWED: {
    severity: 'warning',
    allowed: 'labels other than name, region, environment and network, or the same value in both places',
    why: 'Selectors see the field of the cluster under this key, never the label.',
    fix: 'Remove the label, or set the field instead.',
  },
  NAME_SERVICE: {
    allowed: 'at most 63 lower-case letters, digits and dashes; a letter first, a letter or digit last',
    why: 'Kubernetes refuses a Service of any other name, and so the mirrors made from it.',
    fix: 'Write the name as it is in the clusters.',
  },
  NAME_NAMESPACE: {
    allowed: 'at most 63 lower-case letters, digits and dashes, a letter or digit first and last',
    why: 'Kubernetes has no namespace of any other name.',
    fix: 'Write the name as it is in the clusters.',
  },
  NAME_PORT: {
    allowed:
      'where there are several ports, a name for each: at most 63 lower-case letters, digits and dashes, each name once',
    why: 'Kubernetes refuses the Service, and every mirror of it.',
    fix: 'Name the ports as they are in the clusters.',
  },
  NAME_TARGET_PORT: {
    allowed:
      'a port number, or the name of a container port: at most 15 lower-case letters, digits and single dashes, one letter at least',
    why: 'Kubernetes refuses the Service.',
    fix: 'Write the name of the container port.',
  },
  NAME_MIRROR_LENGTH: {
    allowed: 'at most 63 characters in <service>-<target> and <service>-federated',
    why: 'Sources create Services of these names; Kubernetes refuses longer ones, and nothing is mirrored.',
    fix: 'Shorten the name of the Service, or do not export it from these clusters.',
  },
  NAME_MIRROR_COLLISION: {
    allowed: 'one Service behind each name in a source',
    why: 'The last event wins: ports and labels of the mirror flip between the two, both Links report Mirrored, and removing one removes the mirror of both.',
    fix: 'Rename one of the Services, or do not export both to the same sources.',
  },
  NAME_MIRROR_TAKEN: {
    allowed: 'no Service of the source that has the name of a mirror or of a federated Service there',
    why: 'The mirror is not made, without a word, or takes the Service over; when the export ends the controller deletes the Service, whoever made it.',
    fix: 'Rename the Service, or end the export.',
  },
});
