import { codes } from './entry';

/** Who links whom, the selectors that say so, and what the number of Links costs. */
export const topology = codes({
  SELECTOR_EXPRESSION: {
    allowed: 'values with In and NotIn; none with Exists and DoesNotExist',
    why: 'Kubernetes refuses such a selector; read leniently, it would select nothing or everything.',
    fix: 'Add or remove the values.',
  },
  SELECTOR_UNKNOWN_LABEL: {
    severity: 'warning',
    allowed: 'keys that at least one cluster has: its labels, name, region, environment, network',
    why: 'No cluster has the label: In and Exists select nothing, NotIn and DoesNotExist select everything.',
    fix: 'Correct the key.',
  },
  SELECTOR_SELECTS_NOTHING: {
    severity: 'warning',
    allowed: 'a selector that at least one cluster answers to',
    why: 'What it stands for does nothing.',
    fix: 'Correct the selector, or remove the entry.',
  },
  TOPOLOGY_NO_HUB: {
    allowed: 'hubs that select at least one cluster',
    why: 'Without a hub no spoke is linked with anything.',
    fix: 'Correct the selector of the hubs.',
  },
  TOPOLOGY_NO_ISLAND: {
    allowed: 'region, environment, network, or a label that clusters have',
    why: 'No selected cluster has a value for it, so there is no island and no edge.',
    fix: 'Correct `by`, or give the clusters the label.',
  },
  TOPOLOGY_BRIDGE_OUTSIDE: {
    allowed: 'bridges that are on an island',
    why: 'A bridge without an island of its own, or outside `clusters`, links nothing.',
    fix: 'Put the cluster on an island, or choose another bridge.',
  },
  TOPOLOGY_BRIDGE_ALONE: {
    severity: 'warning',
    allowed: 'bridges on at least two islands',
    why: 'Bridges are linked with those of other islands; there are none.',
    fix: 'Choose a bridge on each island that is to be linked.',
  },
  TOPOLOGY_SELF_EDGE: {
    allowed: 'two different clusters',
    why: 'A cluster does not mirror its own Services; as a member of a federated Service it takes part without a Link.',
    fix: 'Remove the edge, or correct one of its ends.',
  },
  TOPOLOGY_EDGE_REPEATED: {
    severity: 'warning',
    allowed: 'each edge once in a list',
    why: 'The last one decides the mode; the others are read by people and by nothing else.',
    fix: 'Keep one.',
  },
  TOPOLOGY_REFINES_NOTHING: {
    severity: 'warning',
    allowed: 'edges that an entry before it made',
    why: 'Entries are applied in order: `without`, `drain` and `mode` concern only edges that are there already.',
    fix: 'Remove it, or move it behind the entry that makes the edges.',
  },
  TOPOLOGY_CUTS_EVERYTHING: {
    severity: 'warning',
    allowed: 'a source, a target, or a selection of them',
    why: 'Without either it removes, or drains, every edge that earlier entries made: every Link of the fleet.',
    fix: 'Say which edges, or remove the entries before it.',
  },
  FLAT_WITHOUT_NETWORK: {
    allowed: 'mode flat between clusters of one `network`',
    why: 'Flat traffic dials pods of the target directly: where they are not reached, every mirror of the Link times out, and the Link itself reports nothing.',
    fix: 'Set the same `network` on both clusters if their pods reach each other; otherwise take mode gateway.',
  },
  SCALE_LINKS: {
    severity: 'warning',
    allowed: 'at most 100 Links in a cluster',
    why: 'Each Link is a mirror controller of its own in the source: a pod with a proxy, 60 to 75 MB, and a lease.',
    fix: 'Link fewer clusters: islands with bridges, or hubs.',
  },
  SCALE_WATCHES: {
    severity: 'warning',
    allowed: 'at most 1,000 watches by sources on one API server',
    why: 'Each Link holds two watches on its target, and five more for each destination replica of its source where traffic goes pod to pod; all of them are unfiltered, so every change of a pod is sent to each.',
    fix: 'Link the cluster from fewer sources: islands with bridges, or mode gateway, which needs two watches.',
  },
  SCALE_GATEWAY_MIRRORS: {
    severity: 'warning',
    allowed: 'at most 250 Services exported through the gateway of one cluster',
    why: 'The mirror controller rewrites the Endpoints of every gateway mirror each minute at five API calls a second: with about 300 the pass takes longer than the minute, and new exports and a dead gateway wait for it.',
    fix: 'Export fewer Services, or export them pod to pod (remote-discovery) where clusters share a network.',
  },
  SCALE_LINK_STATUS: {
    severity: 'warning',
    allowed: 'at most 3,400 mirrored and federated Services on one Link',
    why: 'Link.status lists every one with about 345 bytes and is written whole at each change; near 4,300 it reaches the 1.5 MiB that etcd takes, and mirroring stops.',
    fix: 'Export or federate fewer Services of this cluster.',
  },
});
