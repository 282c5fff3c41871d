import * as z from 'zod/mini';
import { doc, named, opt, port, stringMap, text } from './kit';
import { selector } from './selector';

/** What decides about a port that no Server claims. */
export const inboundPolicy = z.enum([
  'all-unauthenticated',
  'all-authenticated',
  'cluster-unauthenticated',
  'cluster-authenticated',
  'deny',
  'audit',
]);

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'] as const;

/** Requests by path and method. */
const route = named(
  'AllowedRoute',
  'HTTP requests: by path, by method, or both; or calls of a gRPC service.',
  z.strictObject({
    path: opt(
      'Path of the request.\n\n@default - every path',
      z.strictObject({
        type: opt('`PathPrefix` goes by whole segments.\n\n@default PathPrefix', z.enum(['Exact', 'PathPrefix'])),
        value: doc('Begins with a slash.', text),
      }),
    ),
    method: opt('@default - every method', z.enum(methods)),
    grpc: opt(
      'Calls of gRPC; not together with the other fields.',
      z.strictObject({
        service: doc('With its package: `shop.Payments`.', text),
        method: opt('@default - every method', text),
      }),
    ),
  }),
);

/** Who may call a Service: meshed callers by their identity, or unmeshed ones by where they call from. */
export const callers = named(
  'Callers',
  'Callers that a Service admits. Meshed ones are known by identity: an account, all of a namespace, or all of some clusters. Unmeshed ones are known by address only.',
  z.strictObject({
    serviceAccount: opt(
      'One account; needs `namespace`. Without dots: Linkerd certifies no account that has some.',
      text,
    ),
    namespace: opt('Namespace of the callers; without `serviceAccount`, every account of it.', text),
    clusters: opt(
      'Clusters that the callers run in.\n\n@default - every cluster whose callers come with an identity of their own: that of the Service, and those with pod-to-pod edges to it',
      selector,
    ),
    ports: opt(
      'Ports of the Service, by name or number.\n\n@default - all its TCP ports',
      z.array(z.union([port, text])).check(z.minLength(1)),
    ),
    routes: opt(
      'Requests that are admitted, on ports that carry HTTP; needs `probePaths`. What no entry names is refused with 403.\n\n@default - every request',
      z.array(route).check(z.minLength(1)),
    ),
    throughGateway: opt(
      'Callers behind a gateway too. The Service sees the identity of its own gateway instead of theirs: all that the gateway admits come in, whoever they are. With `networks`: the ranges hold its address, and that is meant.\n\n@default false',
      z.boolean(),
    ),
    networks: opt(
      'Addresses of unmeshed callers, as CIDRs; not together with the other fields but `ports`, `routes` and `throughGateway`. Whoever calls from there is admitted; callers behind a gateway have the address of the gateway, a pod of the cluster of the Service.',
      z.array(text).check(z.minLength(1)),
    ),
  }),
);

/** Fields of a Service about who may call it. */
export const policyFields = {
  allow: opt(
    'Who may call it; whoever is not named is refused, on every cluster that has the Service. Written as Server, AuthorizationPolicy and the authentications of policy.linkerd.io. `[]` admits nobody.\n\n@default - nothing is written, and the default inbound policy of the pods decides',
    z.array(callers),
  ),
  accessPolicy: opt(
    'What becomes of a caller that `allow` does not name (Server.spec.accessPolicy). `audit` lets it in and logs it.\n\n@default deny',
    z.enum(['deny', 'audit']),
  ),
  probePaths: opt(
    "Paths of kubelet's HTTP probes on ports of `allow` with `routes`: the first route on a port takes away the one by which Linkerd lets them in. `[]` where no probe asks such a port.",
    z.array(text),
  ),
  podSelector: opt('Labels of the pods, for `allow` on a Service without `selector`.', stringMap),
};

/** Field of a port about how its traffic is read. */
export const proxyProtocol = doc(
  'Protocol of the port as policy sees it (Server.spec.proxyProtocol). An opaque port has no HTTP to look into; a refused caller is cut off.\n\n@default - opaque where config.linkerd.io/opaque-ports of the Service, or else value proxy.opaquePorts of the control plane, says so, otherwise unknown: the proxy finds out',
  z.optional(z.enum(['unknown', 'HTTP/1', 'HTTP/2', 'gRPC', 'opaque', 'TLS'])),
);
