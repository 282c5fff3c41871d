import { codes } from './entry';

/** Who may call whom: what policy can enforce on the path a caller takes. */
export const policy = codes({
  POLICY_PODS: {
    allowed: 'one of `selector` and `podSelector` on a Service with `allow`',
    why: 'A Server selects pods, not Services: without their labels there is nothing to attach the policy to.',
    fix: 'Give `podSelector` where the Service is written elsewhere, and only `selector` where it is written here.',
  },
  POLICY_WITHOUT_ALLOW: {
    allowed: '`accessPolicy` and `podSelector` together with `allow`',
    why: 'They say how `allow` is enforced: on their own nothing is written, and everybody gets in.',
    fix: 'Add `allow`, `[]` to admit nobody; or remove the field.',
  },
  POLICY_CALLER: {
    allowed: 'an account with its namespace, a namespace, clusters, or networks',
    why: 'An identity names account, namespace and cluster; an unmeshed caller has none of them, only an address.',
    fix: 'Add `namespace` to the account; write meshed and unmeshed callers as two entries.',
  },
  POLICY_ACCOUNT_NAME: {
    allowed: 'names of accounts and namespaces as DNS-1123 labels: up to 63 lower-case letters, digits and dashes',
    why: 'Each is one label of an identity. Linkerd certifies no account of another name (linkerd2 controller/identity), its webhook refuses most others in a MeshTLSAuthentication, and takes `*` for every account.',
    fix: 'Correct the name; for every account of a namespace leave `serviceAccount` out.',
  },
  POLICY_PORT_UNKNOWN: {
    allowed: 'names and numbers of TCP ports of the Service',
    why: 'The entry would admit its callers to no port at all.',
    fix: 'Correct the port, or add it to `ports` of the Service.',
  },
  POLICY_PORT_SKIPPED: {
    allowed: '`allow` on ports that reach the proxies of the pods',
    why: 'Ports of value proxyInit.ignoreInboundPorts (4567 and 4568 unless it is set) go past the proxy: no policy holds there, and everybody gets in.',
    fix: 'Take the port out of values.controlPlane.proxyInit.ignoreInboundPorts, where it replaces the default of the chart; or let the pods listen on another.',
  },
  POLICY_PORTS_SHARED: {
    allowed: 'in `ports` of an entry, all ports of the Service that lead to one port of the pods, or none of them',
    why: 'A proxy knows the port of the pods alone: callers let in by one port of the Service would come in by the others.',
    fix: 'Name all of them in the entry; or give each a port of the pods of its own.',
  },
  POLICY_ROUTE: {
    allowed: 'paths that begin with a slash, and gRPC without path and method',
    why: 'The API server or the proxy refuses the route, or it matches what nobody meant.',
    fix: 'Correct the route; write calls of gRPC and other requests as two routes.',
  },
  POLICY_ROUTE_PROTOCOL: {
    allowed: '`routes` on ports whose proxyProtocol is unknown, HTTP/1 or HTTP/2',
    why: 'On an opaque port there are no requests to look into, and on one of proxyProtocol gRPC HTTPRoutes do not count: the callers of the entry would be refused.',
    fix: 'Limit the entry to ports that carry HTTP with `ports`; for gRPC set proxyProtocol: HTTP/2.',
  },
  POLICY_ROUTE_PROBES: {
    allowed: '`probePaths` together with `routes`',
    why: 'The first route on a port takes away the one by which Linkerd lets kubelet probes in: pods would never get ready.',
    fix: "Name the paths of the pods' HTTP probes on these ports, `[]` where they have none there.",
  },
  POLICY_PROBE_REFUSED: {
    severity: 'warning',
    allowed: 'on ports that `allow` guards, probes by plain HTTP where the proxy reads HTTP, by TCP or by exec',
    why: 'Linkerd lets in the HTTP requests that kubelets are known to make (linkerd2 policy-controller inbound/workload.rs), and those of `probePaths` where there are routes. A gRPC call, or a request inside of TLS, is refused like that of any other caller: the pods never get ready, or are restarted.',
    fix: 'Probe a port that the Service does not have, or by exec; or admit the nodes: an entry of `allow` with their `networks`, for gRPC with `routes: [{grpc: {service: grpc.health.v1.Health}}]`, and `probePaths` for HTTP.',
  },
  POLICY_NETWORK: {
    allowed: 'a CIDR without host bits: 10.0.0.0/8, 2001:db8::/32',
    why: 'The API server refuses the NetworkAuthentication, and with it the sync of the cluster.',
    fix: 'Correct the range.',
  },
  POLICY_NO_PATH: {
    severity: 'warning',
    allowed: 'callers in clusters from which the Service can be reached',
    why: 'No Link carries the Service there and the cluster has none of its own: the entry admits nobody today, and somebody unexpected after a change of the topology.',
    fix: 'Link the cluster, export or federate the Service, or leave the cluster out.',
  },
  POLICY_GATEWAY_HIDES_CALLER: {
    allowed: 'callers whose identity reaches the Service: in its own cluster, or over pod-to-pod edges',
    why: 'Behind a gateway the proxy of the Service sees the identity of the gateway and not of the caller: the callers asked for would be refused, and admitting the gateway admits all of its clients.',
    fix: 'Give the clusters one network and flat edges, leave these clusters out of the entry, or accept all clients of the gateway with `throughGateway: true`.',
  },
  POLICY_EXPORT_REFUSED: {
    severity: 'warning',
    allowed: 'with `exported: true` and `allow`, callers that come through the gateway',
    why: 'Mirrors of the Service lead through the gateway, whose identity no entry admits: every call by them gets 403.',
    fix: 'Accept all clients of the gateway in an entry with `throughGateway: true`; export with `remote-discovery` or federate over flat edges; or do not export the Service.',
  },
  POLICY_ADMITS_GATEWAY: {
    allowed: 'callers other than the gateway of the cluster',
    why: 'The gateway is an account of the cluster, a pod with an address of its pods, and serves Services that were never exported: an entry that covers its identity or its address lets in whoever the gateway lets in.',
    fix: 'Name the namespaces of the callers; or accept all clients of the gateway with `throughGateway: true`.',
  },
  POLICY_MAY_ADMIT_GATEWAY: {
    severity: 'warning',
    allowed: '`networks` without the pods of a cluster that has the Service and a gateway',
    why: 'Whoever comes through the gateway has the address of its pod for the proxy of the Service: if the range holds that address, it lets in all clients of the gateway.',
    fix: 'Give `podCidrs` of the cluster, and ranges that leave them out; or accept all clients of the gateway with `throughGateway: true`.',
  },
  POLICY_TRUST_DOMAIN_SHARED: {
    allowed: 'trust domains that tell the clusters of the entry from the others',
    why: 'An account has one identity in all clusters of a trust domain: the callers left out would be admitted with the others.',
    fix: 'Give the clusters trust domains of their own (a live cluster changes its trust domain only by a plan), or name all of them in the entry.',
  },
  POLICY_NAMESPACE: {
    allowed: 'in namespacePolicies, namespaces of Services that the fleet writes',
    why: 'The policy is an annotation of the Namespace: one that the fleet does not write stays open, and those of Linkerd have policies of their own.',
    fix: 'Correct the name, annotate the namespace where it is written, or leave it to the fleet: not in `namespaces`, and `createNamespace: true` on a Service in it.',
  },
  POLICY_CLOSES_METRICS: {
    severity: 'warning',
    allowed: 'with PodMonitors and a default inbound policy that refuses, observability.prometheus',
    why: 'Proxies answer probes on port 4191 whatever the policy, and metrics only to whom it admits: Prometheus gets 403.',
    fix: 'Say by which account or from which addresses Prometheus scrapes.',
  },
  POLICY_GATEWAY_ADMITS_OTHERS: {
    severity: 'warning',
    allowed: 'with gateway.admit: linked, trust domains that tell linked clusters from the others',
    why: 'The gateway knows its clients by trust domain alone: clusters that share one with a linked cluster, or with its own, are let in like it.',
    fix: 'Give the clusters trust domains of their own (a live cluster changes its trust domain only by a plan), or narrow addresses with gateway.sourceRanges.',
  },
  GUARD_WRITERS: {
    allowed: 'with guards.credentials, the user names that write link credentials',
    why: 'Nobody could write the credentials of a Link: in mode deny the next rotation of a token, or the next Link, is refused.',
    fix: 'Name the account of the controller that makes the Secrets, system:serviceaccount:<namespace>:<account>.',
  },
  GUARD_KUBERNETES: {
    allowed: 'guards with Kubernetes 1.30 and later',
    why: 'Earlier API servers do not serve ValidatingAdmissionPolicy v1: the sync of the cluster fails.',
    fix: 'Leave guards out on this cluster until it is upgraded.',
  },
  POLICY_MEMBERS_DIFFER: {
    allowed: 'on all members of a federated Service the same `allow`, or defaults that all refuse or all admit',
    why: 'A member that refuses answers faster than one that works, and the balancer prefers the fast: with one of two members refusing, about three requests in four failed.',
    fix: 'Make `allow` and `accessPolicy` equal; where the default inbound policies differ, give the Service `allow`, which decides in all of them.',
  },
  POLICY_SERVERS_OVERLAP: {
    allowed: 'one Server for a pod and port',
    why: 'Of two Servers that select one pod and port only one counts, and which one is not yours to say: the policy of the other does nothing.',
    fix: 'Put the callers of both into `allow` of one of the Services, by whatever Service they come, and leave `allow` out of the other.',
  },
  POLICY_NAMES_COLLIDE: {
    allowed: 'Services and target ports whose names, put together, are of one Server only',
    why: 'A Server is called <service>-<target port>, its policy for addresses <service>-<target port>-networks: of two objects of one name the one applied last stays, and the pods of the other are left to the default inbound policy.',
    fix: 'Rename one of the Services or target ports, or give the port by its number.',
  },
  POLICY_PORT_FORMS: {
    severity: 'warning',
    allowed:
      'target ports of the same pods by number throughout, or by name throughout, where one of them is guarded otherwise',
    why: 'Only the pods say which number a name has: if both are one port, one `allow` decides there for both Services, and of two Servers the older.',
    fix: 'Give the target ports of these Services in one form.',
  },
  POLICY_GUARDED_IN_PART: {
    severity: 'warning',
    allowed: 'Services of which `allow`, their own or of another, guards all pods or none',
    why: 'Where pods of two Services are the same, the `allow` of the one decides about callers of the other: of its pods some refuse whom the others let in.',
    fix: 'Put a label on the selector of the wider Service that the guarded pods do not have; or move `allow`, with the callers of both, to the wider Service.',
  },
  POLICY_SERVERS_MAY_OVERLAP: {
    severity: 'warning',
    allowed: 'Servers whose labels cannot both be on one pod',
    why: 'A pod with the labels of both would be under one Server only, and which one is not yours to say.',
    fix: 'Give both selectors one label in common, with different values.',
  },
});
