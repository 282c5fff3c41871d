/** Services by where they are: most services of a fleet share a few selectors, which are then evaluated once per cluster. */
import type { ClusterModel, FleetModel, ServiceModel } from '../types';
import { perFleet, remember } from './memo';
import { list } from './report';

/** The clusters that one selector of Services selects. */
export interface Placement {
  /** The selector, as text. */
  readonly key: string;
  readonly services: readonly ServiceModel[];
  has(cluster: ClusterModel): boolean;
  /** By name. */
  members(): readonly ClusterModel[];
}

/** Services whose documents are on the same clusters: what is true of one of them across clusters is true of all. */
export interface Group {
  /** `namespace/name`, sorted. */
  readonly names: readonly string[];
  /** One document of each placement, of the first Service. */
  readonly documents: readonly ServiceModel[];
  /** Path of the first document. */
  readonly at: string;
  has(cluster: ClusterModel): boolean;
  /** By name. */
  members(): readonly ClusterModel[];
}

interface Index {
  readonly placements: ReadonlyMap<string, Placement>;
  readonly of: ReadonlyMap<ServiceModel, Placement>;
  /** Documents of each Service, by `namespace/name`. */
  readonly named: ReadonlyMap<string, readonly ServiceModel[]>;
}

/** Every distinct selector of the Services of the fleet. */
export function placements(fleet: FleetModel): readonly Placement[] {
  return [...index(fleet).placements.values()];
}

/** Whether `cluster` has the Service of this document. As `service.on`, remembered. */
export function isOn(fleet: FleetModel, service: ServiceModel, cluster: ClusterModel): boolean {
  return index(fleet).of.get(service)?.has(cluster) ?? service.on(cluster);
}

/** The clusters that have the Service of this document, by name. */
export function membersOf(fleet: FleetModel, service: ServiceModel): readonly ClusterModel[] {
  return index(fleet).of.get(service)?.members() ?? [];
}

/** Whether the whole fleet is in question. */
export function isWhole(fleet: FleetModel, clusters: readonly ClusterModel[]): boolean {
  return clusters.length >= fleet.clusters.size;
}

/** Documents that are on one of `clusters`; all of them, those on no cluster too, where the whole fleet is in question. */
export function servicesOn(fleet: FleetModel, clusters: readonly ClusterModel[]): readonly ServiceModel[] {
  if (isWhole(fleet, clusters)) return fleet.services;
  return fleet.services.filter((service) => clusters.some((cluster) => isOn(fleet, service, cluster)));
}

/** `namespace/name`. */
export function nameOf(service: ServiceModel): string {
  return `${service.namespace}/${service.name}`;
}

/** Documents of each Service, by `namespace/name`: a Service that differs between clusters has several. */
export function byName(fleet: FleetModel): ReadonlyMap<string, readonly ServiceModel[]> {
  return index(fleet).named;
}

/** Services of which `wanted` documents exist, grouped by the clusters these are on. */
export function groupsOf(fleet: FleetModel, wanted: (service: ServiceModel) => boolean): readonly Group[] {
  const { named, of } = index(fleet);
  const groups = new Map<string, Group & { names: string[] }>();
  named.forEach((all, name) => {
    const documents = all.filter(wanted);
    const first = documents[0];
    if (first === undefined) return;
    const places = [...new Set(documents.map((d) => of.get(d) as Placement))];
    const key = JSON.stringify(places.map((p) => p.key).sort());
    const same = groups.get(key);
    if (same) same.names.push(name);
    else groups.set(key, { names: [name], documents, at: first.at, ...union(fleet, places) });
  });
  return [...groups.values()];
}

/** How a message names the Services of a group. */
export function titleOf(group: Group): string {
  return list(group.names);
}

function union(fleet: FleetModel, places: readonly Placement[]): Pick<Group, 'has' | 'members'> {
  const has = (cluster: ClusterModel) => places.some((p) => p.has(cluster));
  const only = places.length === 1 ? places[0] : undefined;
  let all: readonly ClusterModel[] | undefined;
  return {
    has,
    members: () => {
      if (only) return only.members();
      all ??= [...fleet.clusters.values()].filter(has);
      return all;
    },
  };
}

const index = perFleet((fleet): Index => {
  const found = new Map<string, Placement & { services: ServiceModel[] }>();
  const of = new Map<ServiceModel, Placement>();
  const named = new Map<string, ServiceModel[]>();
  for (const service of fleet.services) {
    const key = JSON.stringify(service.spec.clusters ?? null);
    const placement = remember(found, key, () => makePlacement(fleet, key, service));
    placement.services.push(service);
    of.set(service, placement);
    remember(named, nameOf(service), () => []).push(service);
  }
  return { placements: found, of, named };
});

function makePlacement(fleet: FleetModel, key: string, like: ServiceModel): Placement & { services: ServiceModel[] } {
  const known = new Map<ClusterModel, boolean>();
  let all: readonly ClusterModel[] | undefined;
  const has = (cluster: ClusterModel) =>
    like.spec.clusters === undefined || remember(known, cluster, () => like.on(cluster));
  return {
    key,
    services: [],
    has,
    members: () => {
      all ??= [...fleet.clusters.values()].filter(has);
      return all;
    },
  };
}
