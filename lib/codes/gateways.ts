import { codes } from './entry';

/** How sources reach a cluster: its gateway and its API server. */
export const gateways = codes({
  GATEWAY_MISSING: {
    allowed: 'a `gateway` on every target of a gateway edge',
    why: 'The Link would have no address: mirrors are made without endpoints, and every call to them fails.',
    fix: 'Describe the gateway of the target, or put both clusters into one network, or remove the edges.',
  },
  GATEWAY_ADDRESS_MISSING: {
    allowed: 'gateway.address, or gateway.networks with an address for the network of each source',
    why: 'Link.spec.gatewayAddress cannot be known from Git otherwise; without it mirrors have no endpoints.',
    fix: 'Set gateway.address to the DNS name or IPs that sources dial, or to a name that external-dns gives the load balancer.',
  },
  GATEWAY_ADDRESS_INVALID: {
    allowed: 'IP addresses or DNS names, without scheme, port or path',
    why: 'The mirror controller writes IPs into Endpoints and resolves everything else (linkerd2 multicluster/service-mirror/cluster_watcher.go): what is neither is passed over with a line in its log, and mirrors have no endpoints when nothing is left.',
    fix: 'Give the bare address; ports are fields of their own.',
  },
  GATEWAY_ADDRESS_FAMILY: {
    allowed: 'an IPv4 address or a DNS name, for sources whose Linkerd leaves IPv6 alone',
    why: 'Mirrors get the address, and destination of such a source answers with no IPv6 address (disableIPv6, true unless said otherwise): calls to the mirrors have no endpoint.',
    fix: 'Name the IPv4 address of the gateway as well, or set values.controlPlane.disableIPv6 to false in the sources.',
  },
  GATEWAY_ADDRESS_DUPLICATE: {
    severity: 'warning',
    allowed: 'each address once',
    why: 'The address is written into every mirror twice, and a missing second gateway goes unnoticed.',
    fix: 'Remove the copy, or correct it.',
  },
  GATEWAY_ADDRESS_SHARED: {
    allowed: 'an address and port of its own for each target of one source',
    why: 'Both Links lead to one gateway: calls to the mirrors of one of the clusters reach the other, or fail because its identity is another.',
    fix: 'Correct the address of one of them.',
  },
  GATEWAY_ADDRESS_PRIVATE: {
    severity: 'warning',
    allowed: 'addresses that sources of other networks can dial',
    why: 'A private address means nothing, or something else, outside of its network: the gateway then counts as dead and mirrors have no endpoints.',
    fix: 'Use a public address or a DNS name. Where the address is routed to those sources, say so: give it again under gateway.networks.<their network>.address.',
  },
  GATEWAY_CLUSTER_IP: {
    severity: 'warning',
    allowed: 'serviceType LoadBalancer or NodePort where sources are in other networks',
    why: 'A ClusterIP is reached from inside its cluster only, unless something in front forwards to it.',
    fix: 'Change serviceType. Where something forwards to the gateway, give its address under gateway.networks.<network of the sources>.address.',
  },
  GATEWAY_NODE_PORT_MISSING: {
    allowed: 'nodePort and probeNodePort for serviceType NodePort',
    why: 'Kubernetes would choose the ports when the Service is made, and the Links of other clusters could not name them.',
    fix: 'Choose two free ports of the node port range, by default 30000 to 32767.',
  },
  GATEWAY_NODE_PORT_RANGE: {
    severity: 'warning',
    allowed: '30000 to 32767, unless the API server has another --service-node-port-range',
    why: 'The API server refuses a Service with a port outside of its range, and the gateway is not made.',
    fix: 'Choose a port of the range.',
  },
  GATEWAY_PORTS_EQUAL: {
    allowed: 'different ports for traffic, probes and health checks',
    why: 'Kubernetes refuses a Service that has a port twice, and two listeners cannot share one behind a load balancer.',
    fix: 'Change one of the ports.',
  },
  GATEWAY_PORT_NOT_PROXY: {
    severity: 'warning',
    allowed: 'the ports of the proxy: 4143 and, for probes, 4191, or those that values.controlPlane.proxy.ports says',
    why: 'The chart forwards the port of the Service to the same port of the gateway pod, and its proxy acts as a gateway on its inbound port only (linkerd2-proxy linkerd/app/inbound/src/accept.rs) and answers probes on its admin port.',
    fix: 'Leave the port of the gateway as it is; where a load balancer in front maps another one, give that under gateway.networks.<network>.port and probePort.',
  },
  GATEWAY_SERVICE_FIELD: {
    allowed: 'fields that Kubernetes takes for this serviceType',
    why: 'The chart writes the field whatever the type, and Kubernetes refuses the Service (loadBalancerIP it ignores).',
    fix: 'Remove the field, or set it only on clusters whose gateway has that serviceType.',
  },
  GATEWAY_PROBE_PERIOD: {
    allowed: 'whole seconds, 1s or more',
    why: 'The chart takes the period as a number of seconds; sources would probe at another rate than the gateway announces.',
    fix: 'Round the period to seconds.',
  },
  GATEWAY_PROBE_PATH: {
    allowed: 'a path that begins with /',
    why: 'It is appended to the address of the probe as it is: no probe succeeds and the gateway counts as dead.',
    fix: 'Use /ready.',
  },
  GATEWAY_HEALTH_CHECK_NODE_PORT: {
    severity: 'warning',
    allowed: 'healthCheckNodePort from Linkerd 2.20 on',
    why: 'The chart of an earlier release has no such value: Kubernetes chooses the port that the load balancer checks.',
    fix: 'Remove it, or run Linkerd 2.20.',
  },
  API_SERVER_MISSING: {
    allowed: 'apiServer.url on every target, where credentials travel by External Secrets',
    why: 'The kubeconfig that the source gets would have no server.',
    fix: 'Set apiServer.url of the target to the address that its sources reach.',
  },
  API_SERVER_URL: {
    allowed:
      'https://<host>[:port][/path], with a host that other clusters reach; no user, query, template or slash at the end',
    why: 'It becomes `server` of the kubeconfig of each source, inside a template that External Secrets executes.',
    fix: 'Give the address of the API server as other clusters reach it.',
  },
  API_SERVER_SHARED: {
    allowed: 'an API server of its own for each target of one source',
    why: 'Both Links would watch one cluster: its services are mirrored under two names, those of the other cluster not at all.',
    fix: 'Correct the URL of one of them.',
  },
  API_SERVER_CHANGED: {
    severity: 'warning',
    allowed: 'another URL or caBundle in the commit that mints the next token of the Links',
    why: 'It changes in the Secrets of the sources, in place, and nobody notices: the mirror controller reads its Secret when the spec of the Link changes, destination when it starts. Both go on with the old address and CA, and when these are gone their mirrors grow stale while every check stays green.',
    fix: 'Raise credentials.epoch in the same commit and finish the rotation (`linkerd-fleet rotate credentials`): its second commit has readers read again. Or, once the Secrets have changed, restart the mirror controllers of the target and destination in the sources. Until then both addresses have to answer, by certificates that both CAs verify.',
  },
  API_SERVER_PROXY_CA: {
    severity: 'warning',
    allowed: 'apiServer.caBundle where a URL of the API server has a path',
    why: 'A path means that a proxy stands before the API server. Without caBundle the kubeconfig of each source has the CA of the cluster itself, which did not sign the certificate of the proxy: the mirror controllers retry in vain.',
    fix: 'Give the CA that signed the certificate of the proxy.',
  },
  API_SERVER_CA: {
    allowed: 'PEM certificates, and no key',
    why: 'It becomes certificate-authority-data of the kubeconfig of each source; the file is copied into Git and into every source.',
    fix: 'Give the public certificate of the CA that signs the API server.',
  },
});
