/** Services on the same pods: a proxy knows ports of pods and no Services, and one Server decides for all of them. */
import type { ServicePort } from '../../fleet/spec';
import { perFleet, remember } from '../rules/memo';
import type { ClusterModel, FleetModel, ServiceModel } from '../types';

/** Ports that policy can be about: proxies carry TCP. */
export function policyPorts({ spec }: ServiceModel): readonly ServicePort[] {
  return spec.ports.filter((port) => (port.protocol ?? 'TCP') === 'TCP');
}

/** Port of the pods, by number or name. */
export function targetPortOf({ port, targetPort = port }: ServicePort): string | number {
  return targetPort;
}

/** Labels of the pods behind a Service, where they are known. */
export function podsOf({ spec }: ServiceModel): Readonly<Record<string, string>> | undefined {
  return spec.selector ?? spec.podSelector;
}

/** What brings callers of other clusters to pods. */
export interface Exposure {
  /** Federation or remote discovery. */
  readonly pods: boolean;
  /** Exports through the gateway. */
  readonly gateway: boolean;
}

/** What brings callers to a port of the pods of a Service in `member`, by its own name or by that of another on the same pods. */
export function exposureOf(
  fleet: FleetModel,
  service: ServiceModel,
  member: ClusterModel,
  port: string | number,
): Exposure {
  const others = sharingOf(fleet, service, port);
  if (others === undefined) return { pods: isPods(service), gateway: isGateway(service) };
  const all = [...others.wider, ...others.narrower].filter((other) => other.on(member));
  return { pods: [service, ...all].some(isPods), gateway: [service, ...all].some(isGateway) };
}

const isPods = ({ exported, federated }: ServiceModel): boolean => federated || exported === 'remote-discovery';
const isGateway = ({ exported }: ServiceModel): boolean => exported === 'gateway';

/** The Service whose `allow` decides about a port of all pods of a Service in `member`: itself, or another on its pods. */
export function guardOf(
  fleet: FleetModel,
  service: ServiceModel,
  member: ClusterModel,
  port: string | number,
): ServiceModel | undefined {
  if (service.spec.allow !== undefined) return service;
  return sharingOf(fleet, service, port)?.wider.find((other) => other.spec.allow !== undefined && other.on(member));
}

/** Other Services with the same port of pods. */
export interface Sharing {
  /** They select all pods of the Service, and perhaps more. */
  readonly wider: readonly ServiceModel[];
  /** They select some of its pods, by more labels. */
  readonly narrower: readonly ServiceModel[];
}

/** Services on pods of this one, where one of them has `allow`; undefined where there is none. */
export function sharingOf(fleet: FleetModel, service: ServiceModel, port: string | number): Sharing | undefined {
  return sharings(fleet).get(service)?.get(port);
}

type Sharings = Map<ServiceModel, Map<string | number, { wider: ServiceModel[]; narrower: ServiceModel[] }>>;

const sharings = perFleet(({ services }): Sharings => {
  const found: Sharings = new Map();
  const of = (service: ServiceModel, port: string | number) =>
    remember(
      remember(found, service, () => new Map()),
      port,
      () => ({ wider: [], narrower: [] }),
    );
  for (const { port, group } of places(services)) {
    if (!group.some(({ spec }) => spec.allow !== undefined)) continue;
    for (const [wide, narrow] of nested(group)) {
      of(narrow, port).wider.push(wide);
      if (labelCount(wide) < labelCount(narrow)) of(wide, port).narrower.push(narrow);
    }
  }
  return found;
});

/** Services by namespace and port of pods, where there are several. */
function places(services: readonly ServiceModel[]) {
  const found = new Map<string, { port: string | number; group: ServiceModel[] }>();
  for (const service of services) {
    if (labelCount(service) === 0) continue;
    for (const port of new Set(policyPorts(service).map(targetPortOf))) {
      const key = `${service.namespace} ${typeof port} ${port}`;
      remember(found, key, () => ({ port, group: [] })).group.push(service);
    }
  }
  return [...found.values()].filter(({ group }) => group.length > 1);
}

const labelCount = (service: ServiceModel): number => Object.keys(podsOf(service) ?? {}).length;

/** Pairs of which the first has no label that the second has not: looked for among those that share its rarest. */
export function* nested(group: readonly ServiceModel[]): Generator<readonly [ServiceModel, ServiceModel]> {
  const byLabel = new Map<string, ServiceModel[]>();
  for (const service of group) for (const label of labels(service)) remember(byLabel, label, () => []).push(service);
  for (const wide of group) {
    const lists = labels(wide).map((label) => byLabel.get(label) ?? []);
    const rarest = lists.reduce((least, list) => (list.length < least.length ? list : least));
    const wanted = Object.entries(podsOf(wide) ?? {});
    for (const narrow of rarest) {
      const pods = podsOf(narrow) ?? {};
      if (narrow !== wide && wanted.every(([key, value]) => pods[key] === value)) yield [wide, narrow];
    }
  }
}

const labels = (service: ServiceModel): string[] =>
  Object.entries(podsOf(service) ?? {}).map(([key, value]) => `${key}=${value}`);
