import * as z from 'zod/mini';
import { doc, duration, named, opt, port, stringList, stringMap, text } from './kit';

const address = z.union([text, stringList]);

/** How the gateway of a cluster is reached and made. */
export const gateway = named(
  'Gateway',
  'The gateway of a cluster (chart linkerd-multicluster, `gateway`). Sources without a shared network reach the cluster through it.',
  z.strictObject({
    enabled: opt('`false` removes a gateway that the fleet or the region describes.\n\n@default true', z.boolean()),
    address: opt(
      'DNS name or IPs that sources dial (`Link.spec.gatewayAddress`): of the load balancer, or of nodes for serviceType NodePort. A DNS name survives a new load balancer.',
      address,
    ),
    networks: opt(
      'The address for sources of one network, by the name of that network.',
      z.record(
        z.string(),
        z.strictObject({
          address: doc('DNS name or IPs as these sources see them.', address),
          port: opt('@default - the port of the gateway', port),
          probePort: opt('@default - the probe port of the gateway', port),
        }),
      ),
    ),
    port: opt('Port of the gateway Service (`gateway.port`).\n\n@default 4143', port),
    probe: opt(
      'How sources probe the gateway (`Link.spec.probeSpec`).',
      z.strictObject({
        port: opt('@default 4191', port),
        path: opt('@default /ready', text),
        period: opt('Whole seconds: the chart takes them as a number.\n\n@default 3s', duration),
        timeout: opt('Per request.\n\n@default - 30s, set by the API server', duration),
        failureThreshold: opt(
          'Failures in a row after which every mirror of the Link loses its endpoints.\n\n@default - 3, set by the API server',
          z.int().check(z.gte(1)),
        ),
      }),
    ),
    serviceType: opt('@default LoadBalancer', z.enum(['LoadBalancer', 'NodePort', 'ClusterIP'])),
    nodePort: opt('For serviceType NodePort; sources then dial this port.', port),
    probeNodePort: opt('For serviceType NodePort; sources then probe this port.', port),
    healthCheckNodePort: opt('Linkerd 2.20 and later.', port),
    externalTrafficPolicy: opt(
      '`Local` keeps the source address, which sourceRanges in policies need.\n\n@default - Cluster',
      z.enum(['Local', 'Cluster']),
    ),
    annotations: opt('Annotations of the gateway Service, e.g. for the load balancer controller.', stringMap),
    loadBalancerClass: opt('`gateway.loadBalancerClass`.', text),
    loadBalancerIP: opt('`gateway.loadBalancerIP`.', text),
    loadBalancerSourceRanges: opt('CIDRs that the load balancer admits.\n\n@default - all', stringList),
    sourceRanges: opt(
      'CIDRs that the NetworkPolicy of the gateway admits, and with `admit: linked` its own policy: the addresses under which sources appear here. Without them any address is admitted, since the source address behind NAT cannot be known from Git.\n\n@default - all',
      stringList,
    ),
    admit: opt(
      'Whose meshed clients the gateway lets in. `all`: any identity from any address, as the chart has it. `linked`: identities of the cluster itself and of clusters with a gateway edge to it, from sourceRanges where they are given; two objects of the chart are then written anew, and its Application shows a RepeatedResourceWarning.\n\n@default all',
      z.enum(['all', 'linked']),
    ),
    replicas: opt('@default - 1, with ha 3', z.int().check(z.gte(1))),
  }),
);
