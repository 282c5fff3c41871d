/**
 * Two things of one name in a source. Mirrors are called `<service>-<target>`, so a name can be read in as many ways as
 * it has dashes: every Service name is cut at each of its dashes and the two halves are looked up, which finds all
 * collisions without ever comparing pairs.
 */
import { type Issue, issue } from '../../errors';
import { federatedName, mirrorName } from '../../linkerd/names';
import type { ClusterModel, FleetModel, ServiceModel } from '../types';
import { carriesExport, carriesPods } from './carry';
import { perFleet, remember } from './memo';
import { byName, isOn } from './placement';
import { namesOf } from './report';
import type { Rule } from './rule';
import { counted } from './words';

/** What stands behind the last dash of a federated Service, where a mirror has the name of its target. */
const FEDERATED = federatedName('').slice(1);

/** One way to read a name: `<service>-<suffix>`, the suffix being a cluster or FEDERATED. */
interface Reading {
  readonly documents: readonly ServiceModel[];
  readonly suffix: string;
}

/** No two mirrors of one source have the same name. */
export const mirrorCollisions: Rule = {
  codes: ['NAME_MIRROR_COLLISION'],
  check: (fleet, clusters) => {
    const pairs = suffixPairs(fleet);
    if (pairs.size === 0) return [];
    return halves(fleet, (middle) => pairs.has(middle)).flatMap(({ short, middle, long }) => {
      const found = (pairs.get(middle) ?? []).flatMap((pair) =>
        collide(fleet, clusters, { documents: short, suffix: pair.long }, { documents: long, suffix: pair.short }),
      );
      return found[0] === undefined ? [] : [collision(fleet, short, found[0], found)];
    });
  },
};

/** Two readings of one name, and the sources in which both are made. */
interface Collision {
  readonly readings: readonly [Reading, Reading];
  readonly sources: readonly ClusterModel[];
}

function collide(fleet: FleetModel, clusters: readonly ClusterModel[], a: Reading, b: Reading): Collision[] {
  const second = new Set(sourcesOf(fleet, b, clusters));
  const sources = sourcesOf(fleet, a, clusters).filter((source) => second.has(source));
  return sources.length === 0 ? [] : [{ readings: [a, b], sources }];
}

function collision(
  fleet: FleetModel,
  short: readonly ServiceModel[],
  { readings: [a, b], sources }: Collision,
  all: readonly Collision[],
): Issue {
  const { name, at } = short[0] as ServiceModel;
  const more = all.length > 1 ? `; ${counted(all.length - 1, 'name')} more of these two Services likewise` : '';
  const targets = all.flatMap((c) => c.readings.map((r) => r.suffix)).filter((suffix) => fleet.clusters.has(suffix));
  return issue('NAME_MIRROR_COLLISION', {
    path: `${at}.metadata.name`,
    found: `${mirrorName(name, a.suffix)} is both ${describe(a)} and ${describe(b)} in ${namesOf(sources)}${more}`,
    clusters: [...new Set([...all.flatMap((c) => c.sources.map((s) => s.name)), ...targets])],
  });
}

/** No mirror or federated Service has the name of a Service that its source has. */
export const mirrorNamesTaken: Rule = {
  codes: ['NAME_MIRROR_TAKEN'],
  check: (fleet, clusters) =>
    halves(fleet, (middle) => middle === FEDERATED || fleet.clusters.has(middle)).flatMap(({ short, middle, long }) => {
      const made = sourcesOf(fleet, { documents: short, suffix: middle }, clusters);
      const lost = made.filter((source) => long.some((d) => isOn(fleet, d, source)));
      const plain = long[0];
      if (lost.length === 0 || plain === undefined) return [];
      return issue('NAME_MIRROR_TAKEN', {
        path: `${plain.at}.metadata.name`,
        found: `a Service of ${namesOf(lost)} with the name of ${describe({ documents: short, suffix: middle })}`,
        clusters: [...lost.map((c) => c.name), ...(fleet.clusters.has(middle) ? [middle] : [])],
      });
    }),
};

/** What `source` makes under the name of a Service that no document describes; undefined when nothing. */
export function madeUnder(
  fleet: FleetModel,
  source: ClusterModel,
  namespace: string,
  name: string,
): string | undefined {
  const named = byName(fleet);
  for (let dash = name.indexOf('-'); dash >= 0; dash = name.indexOf('-', dash + 1)) {
    const documents = named.get(`${namespace}/${name.slice(0, dash)}`);
    const reading = documents && { documents, suffix: name.slice(dash + 1) };
    if (reading && sourcesOf(fleet, reading, [source]).length > 0) return describe(reading);
  }
  return undefined;
}

/** Sources in which the name that a reading stands for is made. */
function sourcesOf(fleet: FleetModel, reading: Reading, clusters: readonly ClusterModel[]): readonly ClusterModel[] {
  const { documents, suffix } = reading;
  if (suffix === FEDERATED) return clusters.filter((source) => hasFederated(fleet, source, documents));
  const target = fleet.clusters.get(suffix);
  const exported = target && documents.find((d) => isOn(fleet, d, target) && d.exported !== 'no');
  if (target === undefined || exported === undefined) return [];
  const asked = new Set(clusters);
  return fleet.topology
    .sources(target)
    .filter((edge) => asked.has(edge.source) && carriesExport(edge, exported))
    .map((edge) => edge.source);
}

function hasFederated(fleet: FleetModel, source: ClusterModel, documents: readonly ServiceModel[]): boolean {
  const members = documents.filter((d) => d.federated);
  if (members.length === 0) return false;
  if (members.some((d) => isOn(fleet, d, source))) return true;
  return fleet.topology
    .targets(source)
    .some((edge) => carriesPods(edge) && members.some((d) => isOn(fleet, d, edge.target)));
}

function describe({ documents, suffix }: Reading): string {
  const service = documents[0];
  const name = service ? `${service.namespace}/${service.name}` : '';
  return suffix === FEDERATED ? `the federated Service of ${name}` : `the mirror of ${name} from ${suffix}`;
}

/** Services `long` = `<short>-<middle>` where `short` is a Service of the same namespace that crosses clusters. */
interface Half {
  readonly short: readonly ServiceModel[];
  readonly middle: string;
  readonly long: readonly ServiceModel[];
}

function halves(fleet: FleetModel, wanted: (middle: string) => boolean): Half[] {
  const named = byName(fleet);
  const found: Half[] = [];
  for (const long of named.values()) {
    const { name, namespace } = long[0] as ServiceModel;
    for (let dash = name.indexOf('-'); dash >= 0; dash = name.indexOf('-', dash + 1)) {
      const middle = name.slice(dash + 1);
      if (!wanted(middle)) continue;
      const short = named.get(`${namespace}/${name.slice(0, dash)}`);
      if (short?.some((d) => d.exported !== 'no' || d.federated)) found.push({ short, middle, long });
    }
  }
  return found;
}

/** Cluster names `<middle>-<short>` whose end is itself a cluster, or FEDERATED; by the middle. */
const suffixPairs = perFleet((fleet) => {
  const pairs = new Map<string, { long: string; short: string }[]>();
  for (const long of fleet.clusters.keys()) {
    for (let dash = long.indexOf('-'); dash >= 0; dash = long.indexOf('-', dash + 1)) {
      const short = long.slice(dash + 1);
      if (short !== FEDERATED && !fleet.clusters.has(short)) continue;
      remember(pairs, long.slice(0, dash), () => []).push({ long, short });
    }
  }
  return pairs;
});
