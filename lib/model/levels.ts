/** The levels of settings that clusters inherit from, and what those below a cluster come to, worked out once for each region. */
import { type Issue, issue } from '../errors';
import { at } from '../fleet/description';
import type { ClusterDocument, ClusterSpec, FleetSpec, RegionSpec } from '../fleet/spec';
import { nearest } from '../nearest';
import { SETTINGS } from './defaults';
import { mergeLevels } from './inherit';
import type { Level } from './types';

/** What clusters of one region, or of none, have in common. */
export interface Common {
  /** Default, fleet, region. */
  readonly levels: readonly Level[];
  /** What they come to, stale settings among them: what a cluster says may make them mean something again. */
  readonly merged: ClusterSpec;
}

/** Levels of the clusters of one fleet. */
export interface Levels {
  /** What a cluster of that region starts from; an unknown region adds nothing. */
  readonly below: (region: string | undefined) => Common;
  /** The issue of a cluster in a region that the fleet does not list, where it lists any. */
  readonly unknownRegion: (document: ClusterDocument) => Issue | undefined;
}

const NOT_SETTINGS = new Set([
  'domain',
  'topology',
  'regions',
  'argocd',
  'accept',
  'codeowners',
  'dead',
  'assert',
  'files',
]);

/** Prepares the levels of a fleet; regions that are listed twice are added to `issues`. */
export function fleetLevels(spec: FleetSpec, issues: Issue[]): Levels {
  const regions = regionsOf(spec, issues);
  const settings = Object.fromEntries(Object.entries(spec).filter(([key]) => !NOT_SETTINGS.has(key)));
  const fleet: Level = { from: 'fleet', at: `${at.fleet}.spec`, settings };
  const known = new Map<RegionSpec | undefined, Common>();
  const below = (name: string | undefined) => {
    const region = name === undefined ? undefined : regions.get(name);
    let common = known.get(region);
    if (common === undefined) {
      const levels = [defaults(fleet.at), fleet, ...(region === undefined ? [] : [regionLevel(region, spec)])];
      common = { levels, merged: mergeLevels(levels) };
      known.set(region, common);
    }
    return common;
  };
  return { below, unknownRegion: (document) => unknownRegion(document, regions) };
}

/** What a cluster says itself: labels may stand in its metadata too. */
export function ownSettings({ metadata: { labels }, spec = {} }: ClusterDocument): ClusterSpec {
  return labels === undefined || Object.keys(labels).length === 0
    ? spec
    : { ...spec, labels: { ...labels, ...spec.labels } };
}

/** All levels of a cluster. A default is said at the cluster, which is where it is changed. */
export function levelsOf(name: string, own: ClusterSpec, common: Common): readonly Level[] {
  const here = `${at.cluster(name)}.spec`;
  const levels = common.levels.slice();
  levels[0] = defaults(here);
  levels.push({ from: 'cluster', at: here, settings: own as Level['settings'] });
  return levels;
}

const defaults = (here: string): Level => ({ from: 'default', at: here, settings: SETTINGS });

function regionsOf(spec: FleetSpec, issues: Issue[]): ReadonlyMap<string, RegionSpec> {
  const regions = new Map<string, RegionSpec>();
  (spec.regions ?? []).forEach((region, i) => {
    if (regions.has(region.name)) {
      const path = `${at.fleet}.spec.regions[${i}].name`;
      issues.push(issue('NAME_DUPLICATE', { path, found: `a second region ${region.name}` }));
    }
    regions.set(region.name, region);
  });
  return regions;
}

function regionLevel(region: RegionSpec, spec: FleetSpec): Level {
  const index = (spec.regions ?? []).lastIndexOf(region);
  return { from: 'region', at: `${at.fleet}.spec.regions[${index}]`, settings: { ...region, name: undefined } };
}

function unknownRegion(document: ClusterDocument, regions: ReadonlyMap<string, RegionSpec>): Issue | undefined {
  const { name } = document.metadata;
  const region = document.spec?.region;
  if (region === undefined || regions.size === 0 || regions.has(region)) return undefined;
  const near = nearest(region, regions.keys());
  return issue('NAME_UNKNOWN_REGION', {
    path: `${at.cluster(name)}.spec.region`,
    found: `region ${JSON.stringify(region)}`,
    allowed: [...regions.keys()].sort().join(', '),
    fix: near === undefined ? undefined : `Did you mean ${near}?`,
    clusters: [name],
  });
}
