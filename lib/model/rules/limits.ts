/** What Links cost, measured with Linkerd's own controllers, and the amounts from which a fleet is warned. */

/** Watches of one mirror controller on its target: Services and Endpoints, unfiltered. */
export const MIRROR_WATCHES = 2;

/**
 * Watches of one destination replica of a source on the target of a Link whose Secret is in the control-plane namespace:
 * EndpointSlices, Pods, Services, Servers and metadata of ReplicaSets, unfiltered.
 */
export const DESTINATION_WATCHES = 5;

/**
 * Watches that sources may hold on one target. Each node of a cluster watches Services and EndpointSlices for kube-proxy, so
 * this is the load of 500 more nodes; and it includes all Pods, which no node watches unfiltered. Reached by 59 sources with
 * highly available control planes, 142 with one destination replica, or 500 across gateways.
 */
export const WATCHES_PER_TARGET = 1000;

/**
 * Links that one source may hold. Each is a pod of its own, of 60 to 75 MB and a proxy: at 100 they fill the 110 pods that a
 * kubelet runs by default, and about 10 GB.
 */
export const LINKS_PER_SOURCE = 100;

/**
 * Gateway exports of one target. The mirror controller makes five API calls a second and rewrites the Endpoints of each
 * gateway mirror once a minute: 500 took 101 seconds, so 300 take the whole minute, and new exports are handled in between.
 */
export const GATEWAY_EXPORTS_PER_LINK = 250;

/** Bytes of one entry of Link.status: 174,456 bytes were measured for 505 entries. */
export const LINK_STATUS_ENTRY_BYTES = 345;

/** Largest request that etcd takes unless told otherwise (`--max-request-bytes`). */
export const ETCD_REQUEST_BYTES = 1.5 * 1024 * 1024;

/**
 * Entries of one Link.status: three quarters of what etcd takes, since names may be longer than those measured and the rest
 * of the object counts too.
 */
export const STATUS_ENTRIES_PER_LINK = Math.floor((0.75 * ETCD_REQUEST_BYTES) / LINK_STATUS_ENTRY_BYTES / 100) * 100;
