/** Requests in `allow`: that the proxy sees them, and that kubelets may still make theirs. */
import { type Issue, issue } from '../../errors';
import type { Callers } from '../../fleet/spec';
import { entriesOf, serverPorts } from '../policy/policy';
import { opaquePorts } from '../policy/ports';
import { protocolAt } from '../policy/protocol';
import type { ClusterModel, FleetModel, ServiceModel } from '../types';
import { isOn, servicesOn } from './placement';
import type { Rule } from './rule';
import { quoted } from './words';

/** Routes have a form that counts, are on ports that carry HTTP, and leave probes their way. */
export const policyRoutes: Rule = {
  codes: ['POLICY_ROUTE', 'POLICY_ROUTE_PROTOCOL', 'POLICY_ROUTE_PROBES'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters).flatMap((service) => {
      const { spec, at } = service;
      const routed = spec.allow?.some(({ routes }) => routes !== undefined) ?? false;
      if (!routed && spec.probePaths === undefined) return [];
      return [
        ...probes(service, routed),
        ...(spec.allow ?? []).flatMap((entry, i) => forms(entry, `${at}.spec.allow[${i}]`)),
        ...protocols(service, readers(fleet, service, clusters)),
      ];
    }),
};

function probes({ spec, at }: ServiceModel, routed: boolean): Issue[] {
  const path = `${at}.spec.probePaths`;
  if (!routed) {
    const fix = 'Remove probePaths: without routes Linkerd lets probes in by its own.';
    return [issue('POLICY_ROUTE_PROBES', { path, found: 'probePaths without routes', fix })];
  }
  if (spec.probePaths === undefined)
    return [issue('POLICY_ROUTE_PROBES', { path, found: 'routes without probePaths' })];
  return spec.probePaths.flatMap((text, i) => pathIssue(text, `${path}[${i}]`));
}

/** Query and fragment are no part of a path. */
const pathIssue = (text: string, path: string): Issue[] =>
  /^\/[^?#\s]*$/.test(text) && !text.includes('//') ? [] : [issue('POLICY_ROUTE', { path, found: quoted(text) })];

function forms({ routes = [] }: Callers, path: string): Issue[] {
  return routes.flatMap(({ path: given, method, grpc }, i) => {
    const place = `${path}.routes[${i}]`;
    const isBoth = grpc !== undefined && (given !== undefined || method !== undefined);
    const isNothing = grpc === undefined && given === undefined && method === undefined;
    const named = [grpc?.service, grpc?.method].filter((word) => word !== undefined && !/^[\w.]+$/.test(word));
    return [
      ...(isBoth ? [issue('POLICY_ROUTE', { path: place, found: 'grpc together with path or method' })] : []),
      ...(isNothing ? [issue('POLICY_ROUTE', { path: place, found: 'neither path, method nor grpc' })] : []),
      ...named.map((word = '') => issue('POLICY_ROUTE', { path: `${place}.grpc`, found: quoted(word) })),
      ...(given === undefined ? [] : pathIssue(given.value, `${place}.path.value`)),
    ];
  });
}

const READS_HTTP = new Set(['unknown', 'HTTP/1', 'HTTP/2']);

/** Clusters of a Service that differ in what is opaque there, one of each kind. */
function readers(fleet: FleetModel, service: ServiceModel, clusters: readonly ClusterModel[]): readonly ClusterModel[] {
  const kinds = new Map<unknown, ClusterModel>();
  for (const cluster of clusters) {
    const kind = opaquePorts(cluster);
    if (!kinds.has(kind) && isOn(fleet, service, cluster)) kinds.set(kind, cluster);
  }
  return [...kinds.values()];
}

function protocols(service: ServiceModel, members: readonly ClusterModel[]): Issue[] {
  return serverPorts(service).flatMap(({ port, ports }) => {
    const read = (members.length > 0 ? members : [undefined]).map((member) => protocolAt(service, ports, member));
    const protocol = read.find((one) => !READS_HTTP.has(one));
    if (protocol === undefined) return [];
    const entries = ports.flatMap((one) => entriesOf(service, one)).filter(({ entry }) => entry.routes !== undefined);
    return [...new Set(entries.map(({ at }) => at))].map((at) =>
      issue('POLICY_ROUTE_PROTOCOL', { path: `${at}.routes`, found: `port ${port} of the pods, which is ${protocol}` }),
    );
  });
}
