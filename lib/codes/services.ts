import { codes } from './entry';

/** Services across clusters: what reaches whom, and what members of one federated Service must agree on. */
export const services = codes({
  SERVICE_DUPLICATE: {
    allowed: 'one description of a Service for each cluster',
    why: 'The two would overwrite each other in the cluster, and in Git the last file written would win.',
    fix: 'Give the two descriptions clusters that do not overlap, or merge them.',
  },
  SERVICE_PORT_REPEATED: {
    allowed: 'each number once for a protocol',
    why: 'Kubernetes refuses the Service, and every mirror of it.',
    fix: 'Remove one of the two ports.',
  },
  SERVICE_PORT_NOT_TCP: {
    severity: 'warning',
    allowed: 'TCP ports across clusters',
    why: 'Proxies and gateways carry TCP only: the port appears on the mirror, and nothing sent to it arrives.',
    fix: 'Leave the port out of what is exported, by a Service of its own.',
  },
  SERVICE_LABEL_OWNED: {
    allowed: 'labels and annotations outside mirror.linkerd.io and multicluster.linkerd.io',
    why: 'These decide how Links select a Service and mark what the mirror controllers made: written by hand they contradict the description, or have the Service deleted as a stale mirror.',
    fix: 'Use `exported` and `federated`.',
  },
  SERVICE_LABELS_UNSAID: {
    allowed: 'a `selector`, or `writeLabels` said: true or false',
    why: 'Labels are applied server side to a Service that its owner applies too. Where the owner is `kubectl apply` or an Application of Argo CD, Argo CD takes over all that it wrote and then removes what is not written here: the API server refuses that of `ports`, and the Application fails from then on; a headless Service loses its selector. Two Applications besides contest whose object it is.',
    fix: 'writeLabels: true where the owner is Helm, Flux, an operator, or anything else with a field manager of its own and without the annotation last-applied-configuration; writeLabels: false where the labels are in its own manifest, and for a Service of a chart that the fleet attaches; a `selector` where the fleet is to write the Service.',
  },
  SERVICE_LABELS_WHOLE: {
    allowed: 'writeLabels: false of Services without a `selector`',
    why: 'A Service that is written whole is written with its labels: it would be exported all the same.',
    fix: 'Remove writeLabels, or the `selector` if somebody else writes the Service.',
  },
  SERVICE_FEDERATION_NEVER: {
    allowed: 'edges on which pods reach pods, between members or from one source to two of them',
    why: 'Federation needs pod-to-pod edges: no cluster gets more than one member, so the federated Service adds nothing to the Service itself.',
    fix: 'Give clusters whose pods reach each other the same `network` and link them; or export through the gateway.',
  },
  SERVICE_FEDERATION_STOPS_AT_GATEWAY: {
    severity: 'warning',
    allowed: 'members of a federated Service on edges where pods reach pods',
    why: 'Federation does not cross a gateway: each side has a federated Service of its own, and clients fail over only inside it.',
    fix: 'Nothing, where islands are meant to be separate; otherwise give the clusters one `network`, or export the Service through the gateway as well.',
  },
  SERVICE_MEMBERS_PORTS: {
    allowed: 'the same port numbers, protocols and names on all members; target ports may differ',
    why: 'One member decides the ports of the federated Service; a member that lacks a port is dialled on its pods under the number of the port, silently.',
    fix: 'Make the ports equal.',
  },
  SERVICE_MEMBERS_BALANCING: {
    allowed: 'the same balancer, retry, timeout and opaque-ports annotations on all members',
    why: 'They are taken from the local member or from the oldest Link: clusters would treat the same Service differently, and Links of the same second make it flip.',
    fix: 'Make the annotations equal.',
  },
  SERVICE_MEMBERS_METADATA: {
    severity: 'warning',
    allowed: 'the same labels and annotations on all members',
    why: 'They are taken from the local member or from the oldest Link: what selects the federated Service by them works in one cluster and not in another.',
    fix: 'Make them equal, or exclude them with excludedLabels and excludedAnnotations.',
  },
  SERVICE_EXPORTED_AND_FEDERATED: {
    severity: 'warning',
    allowed: 'exported or federated, not both on one Link',
    why: 'The mirror controller makes the mirror and leaves the federation to the next change of the Service: the member joins up to ten minutes late.',
    fix: 'Choose one. Where a source needs one member by name, describe a second Service with the same selector and export that; where the first has `allow`, it is about callers of both.',
  },
  SERVICE_HEADLESS_FEDERATED: {
    allowed: 'a Service with a ClusterIP',
    why: 'The mirror controllers refuse a headless member (InvalidService), and only Link.status says so.',
    fix: 'Federate a second Service with the same selector and a ClusterIP.',
  },
  SERVICE_HEADLESS_EXPORTED: {
    severity: 'warning',
    allowed: 'a Service with a ClusterIP, or sources that mirror headless Services as such',
    why: 'The mirror there has a ClusterIP and no name for each pod: clients that look for single pods find none.',
    fix: 'Export a Service with a ClusterIP, or expect a ClusterIP in these sources. Through a gateway, `values.multicluster.controllerDefaults.enableHeadlessServices: true` of the sources (Linkerd 2.18 and later) mirrors each pod that has a host name, as those of a StatefulSet have.',
  },
  SERVICE_HEADLESS_SKIPPED: {
    allowed: 'pod-to-pod exports with a ClusterIP where the source has enableHeadlessServices',
    why: 'With it the mirror controller leaves headless Services to the Endpoints of gateway exports, of which this is none: there is no mirror, and Link.status says, wrongly, that headless mirrors are disabled.',
    fix: 'Export it through the gateway, or export a second Service with the same selector and a ClusterIP, or remove enableHeadlessServices from these sources.',
  },
  SERVICE_EXPORT_UNREACHABLE: {
    allowed: 'an export that the Links to its clusters can carry',
    why: 'No Link to any cluster that has the Service selects this kind of export: there is no mirror anywhere.',
    fix: 'Choose the other kind of export, or the mode of the edges that fits it.',
  },
  SERVICE_EXPORT_UNUSED: {
    severity: 'warning',
    allowed: 'exports from clusters that some source can mirror them from',
    why: 'No Link to these clusters carries the export: the label there does nothing.',
    fix: 'Link the clusters, or leave them out of the Service with `clusters`.',
  },
  SERVICE_EXPORT_SKIPS_SOURCES: {
    severity: 'warning',
    allowed: 'exports that every Link to the cluster carries',
    why: 'A flat Link selects remote-discovery only, and a gateway Link between networks only exports through the gateway: these sources have no mirror.',
    fix: 'Nothing, where these sources do not call it; otherwise change the mode of their edges, or federate the Service among them.',
  },
  SERVICE_NAMESPACE_MISSING: {
    allowed: 'the namespace in every cluster that has or mirrors the Service',
    why: 'Mirrors appear in the namespace of the same name and are skipped where there is none (MissingNamespace); a Service without its namespace is refused.',
    fix: 'Add it to `namespaces` where it exists by other means, or let the fleet create it (createNamespace: true).',
  },
  SERVICE_ANNOTATION_UNKNOWN: {
    allowed: 'the balancer, retry and timeout annotations that Linkerd reads',
    why: 'The policy controller ignores what it does not know without a word: the setting has no effect.',
    fix: 'Correct the annotation.',
  },
  SERVICE_ANNOTATION_VALUE: {
    allowed: 'a value that the policy controller parses',
    why: 'One value that does not parse drops the whole setting for this Service: no circuit breaking, retry or timeout at all, and only the log of the policy controller says so.',
    fix: 'Correct the value.',
  },
  SERVICE_ANNOTATION_IDLE: {
    allowed: 'annotations together with the one that switches them on',
    why: 'On its own it has no effect, and nothing says so.',
    fix: 'Add the annotation that switches it on, or remove this one.',
  },
  SERVICE_ANNOTATION_TOO_NEW: {
    severity: 'warning',
    allowed: 'annotations that the releases of all clusters with clients of the Service know',
    why: 'The policy controller of an older release refuses mode unified and ignores the alpha annotations: clients there have no circuit breaking.',
    fix: 'Use mode consecutive until these clusters run 2.20.',
  },
});
