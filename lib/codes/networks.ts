import { codes } from './entry';

/** Addresses: ranges of clusters, of networks, and of those who may call. */
export const networks = codes({
  CIDR_INVALID: {
    allowed: 'an address range such as 10.10.0.0/16 or fd00:10::/48',
    why: 'Kubernetes and the proxies refuse a range that they cannot parse; a list with one such range fails whole.',
    fix: 'Write the range in CIDR notation, without leading zeros.',
  },
  CIDR_HOST_BITS: {
    allowed: 'the first address of a range',
    why: 'With bits set behind the prefix it is not clear which range is meant, and NetworkPolicies and load balancers refuse it.',
    fix: 'Zero the bits behind the prefix.',
  },
  CIDR_EVERYTHING: {
    allowed: 'ranges of the cluster',
    why: 'No cluster has all addresses: it would overlap with every other.',
    fix: 'Give the ranges that the cluster was made with.',
  },
  CIDR_UNBOUNDED: {
    severity: 'warning',
    allowed: 'ranges narrower than all addresses',
    why: 'In clusterNetworks it makes the whole internet part of the cluster, which cluster-authenticated and cluster-unauthenticated policies admit; in a list of sources it admits everybody, as no list would.',
    fix: 'Name the ranges that are meant, or leave the list out.',
  },
  CIDR_REDUNDANT: {
    severity: 'warning',
    allowed: 'ranges that do not overlap within one list',
    why: 'One of the two says nothing; it may have been meant to be another.',
    fix: 'Remove the narrower range, or correct it.',
  },
  CLUSTER_RANGES_OVERLAP: {
    allowed: 'service ranges apart from pod and node ranges',
    why: 'An address in both is taken for a Service by kube-proxy: the pod or node that has it is not reached.',
    fix: 'Correct the range that is not as the cluster was made.',
  },
  NETWORK_RANGES_OVERLAP: {
    allowed:
      'pod ranges apart from all ranges, and service ranges apart from node ranges, of linked clusters in one network',
    why: 'Pods are dialled by their own address: one that also exists in the source is answered there, by something else or by nothing.',
    fix: 'Give the clusters different networks and link them through gateways, or renumber one. Where one allocator hands out single addresses of a shared range (pods on VPC subnets), leave podCidrs out.',
  },
  NETWORK_RANGES_MISSING: {
    severity: 'warning',
    allowed: 'podCidrs on every cluster that shares a network with one it is linked with',
    why: 'Pods of these clusters are dialled by their own address; without ranges overlaps cannot be seen before they break traffic.',
    fix: 'Set podCidrs and serviceCidrs.',
  },
  NETWORK_FAMILIES_DIFFER: {
    allowed: 'linked clusters of one network whose pods have IPv4 in common, or IPv6 that Linkerd of both takes',
    why: 'Pods dial pods by their own address: between IPv4 alone and IPv6 alone there is no way, and destination answers with no address of a family that its Linkerd leaves alone (disableIPv6).',
    fix: 'Give the clusters different networks and link them through gateways; or, where pods of both have IPv6, set values.controlPlane.disableIPv6 to false in both.',
  },
  IPV6_DISABLED: {
    allowed:
      'disableIPv6: false in a cluster whose pods have IPv6 addresses alone; it is written unless said otherwise',
    why: 'With disableIPv6 proxies listen on IPv4, IPv6 traffic is not redirected to them, and destination answers with no IPv6 address: nothing is meshed.',
    fix: 'Take the value out. With linkerd-cni, set disableIPv6: false in its own chart too.',
  },
  IPV6_UNSAID: {
    severity: 'warning',
    allowed: 'values.controlPlane.disableIPv6, one way or the other, in a cluster with ranges of both families',
    why: 'The default of the chart is true: what reaches a pod by IPv6 goes around its proxy, without mTLS and without policy. With false, destination answers with the IPv6 address of a pod that has both, which other clusters have to reach.',
    fix: 'Say which is meant. With linkerd-cni, say the same in its own chart.',
  },
  IPV6_DIFFERS: {
    severity: 'warning',
    allowed:
      'disableIPv6: false in targets with ranges of both families, where a source takes IPv6 and dials their pods',
    why: 'Of a pod that has both, destination of the source answers with the IPv6 address alone. In the target proxies listen on IPv4, and IPv6 is not redirected to them: what calls a Service of both families goes around the proxy, without mTLS and without policy, or is refused. Services of one family are not concerned.',
    fix: 'Say disableIPv6 alike in both: false in the target once its nodes redirect IPv6, or true in the source. Where no Service there has two families (ipFamilyPolicy: SingleStack), accept IPV6_DIFFERS.',
  },
  NETWORK_UNKNOWN: {
    severity: 'warning',
    allowed: 'the name of a network that a cluster of the fleet has',
    why: 'Sources fall back to the general address: the entry is never used.',
    fix: 'Correct the name, or remove the entry.',
  },
  CLUSTER_NETWORKS_UNCOVERED: {
    allowed: 'clusterNetworks that contain all pod, service and node ranges of their own cluster',
    why: 'Proxies ask for discovery only inside of clusterNetworks (LINKERD2_PROXY_DESTINATION_PROFILE_NETWORKS): traffic to what lies outside goes without mTLS, policy and metrics, and cluster-* policies take its callers for strangers. linkerd check fails on it.',
    fix: 'Add the range to clusterNetworks, or leave clusterNetworks out: the default is extended by what it does not cover.',
  },
  NETWORK_POLICY_SOURCES: {
    allowed: 'podCidrs on every cluster whose pods call pods of a cluster with networkPolicies',
    why: 'The NetworkPolicies of the target admit the pod ranges of its sources: pods of a cluster without ranges are refused, and callers time out.',
    fix: 'Set podCidrs of these sources, or leave networkPolicies out on the targets.',
  },
  GATEWAY_SOURCES_UNUSED: {
    severity: 'warning',
    allowed: 'gateway.sourceRanges together with networkPolicies or gateway.admit: linked',
    why: 'Only the NetworkPolicy and the NetworkAuthentication of the gateway use the ranges, and none is written: the gateway admits every address.',
    fix: 'Set networkPolicies or gateway.admit: linked, or use gateway.loadBalancerSourceRanges, which the load balancer enforces.',
  },
  GATEWAY_SOURCES_HIDDEN: {
    severity: 'warning',
    allowed: 'gateway.sourceRanges with externalTrafficPolicy Local, or with nodeCidrs',
    why: 'Unless the load balancer dials pods directly, kube-proxy replaces the address of a source by that of a node: the policy refuses every source.',
    fix: 'Set gateway.externalTrafficPolicy to Local. Giving nodeCidrs admits whatever comes through a node.',
  },
});
