/** Selectors of clusters, wherever they stand: names and labels that no cluster has, and selections of nothing. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import type { ClusterSelector } from '../../fleet/spec';
import { nearest } from '../../nearest';
import { namesIn, selects } from '../selector';
import type { FleetModel } from '../types';
import { endsOf, entriesOf, type PlacedSelector, selectorsOf } from './entries';
import { perFleet, remember } from './memo';
import { placements } from './placement';
import { list } from './report';
import type { Rule } from './rule';
import { counted, quoted } from './words';

/** All selectors of a fleet; Services with equal ones count once. */
const selectors = perFleet((fleet): readonly PlacedSelector[] => [
  ...entriesOf(fleet).flatMap(selectorsOf),
  ...placements(fleet).flatMap(({ services }) =>
    services[0]?.spec.clusters === undefined
      ? []
      : [{ selector: services[0].spec.clusters, path: `${services[0].at}.spec.clusters` }],
  ),
  ...callerSelectors(fleet),
]);

/** Those of callers; equal ones count once. */
function callerSelectors({ services, spec }: FleetModel): readonly PlacedSelector[] {
  const found = new Map<string, PlacedSelector>();
  const see = (selector: ClusterSelector | undefined, path: string) => {
    const key = JSON.stringify(selector);
    if (selector !== undefined && !found.has(key)) found.set(key, { selector, path: `${path}.clusters` });
  };
  for (const service of services) {
    service.spec.allow?.forEach((entry, i) => {
      see(entry.clusters, `${service.at}.spec.allow[${i}]`);
    });
  }
  spec.assert?.forEach(({ only, never, call }, i) => {
    const path = `${at.fleet}.spec.assert[${i}]`;
    only?.forEach((subject, j) => {
      see(subject.clusters, `${path}.only[${j}]`);
    });
    never?.forEach((subject, j) => {
      see(subject.clusters, `${path}.never[${j}]`);
    });
    see(call.clusters, `${path}.call`);
  });
  return [...found.values()];
}

/** Every cluster that the description names is there. */
export const unknownClusters: Rule = {
  codes: ['NAME_UNKNOWN_CLUSTER'],
  check: (fleet) => {
    const places = new Map<string, string[]>();
    const see = (name: string, path: string) => {
      if (!fleet.clusters.has(name)) remember(places, name, () => []).push(path);
    };
    for (const { selector, path } of selectors(fleet)) for (const name of namesIn(selector)) see(name, path);
    for (const { name, path } of entriesOf(fleet).flatMap(endsOf)) see(name, path);
    return [...places].map(([name, paths]) => unknown(name, paths, fleet.clusters.keys(), 'NAME_UNKNOWN_CLUSTER'));
  },
};

function unknown(
  name: string,
  paths: readonly string[],
  known: Iterable<string>,
  code: 'NAME_UNKNOWN_CLUSTER' | 'SELECTOR_UNKNOWN_LABEL',
): Issue {
  const near = nearest(name, known);
  const more = paths.length > 1 ? `, here and in ${counted(paths.length - 1, 'more place')}` : '';
  return issue(code, {
    path: paths[0] as string,
    found: `${quoted(name)}${more}`,
    fix: near === undefined ? undefined : `Did you mean ${near}?`,
  });
}

/** Keys of labels that some cluster has. */
const labelKeys = perFleet(
  (fleet) => new Set([...fleet.members.values()].flatMap((cluster) => Object.keys(cluster.labels))),
);

/** Every label that a selector asks for is on some cluster. */
export const unknownLabels: Rule = {
  codes: ['SELECTOR_UNKNOWN_LABEL'],
  check: (fleet) => {
    const places = new Map<string, string[]>();
    for (const { selector, path } of selectors(fleet)) {
      for (const key of keysIn(selector)) {
        if (!labelKeys(fleet).has(key)) remember(places, key, () => []).push(path);
      }
    }
    return [...places].map(([key, paths]) => unknown(key, paths, labelKeys(fleet), 'SELECTOR_UNKNOWN_LABEL'));
  },
};

function keysIn(selector: ClusterSelector): readonly string[] {
  if (Array.isArray(selector)) return [];
  const keys = [...Object.keys(selector.matchLabels ?? {}), ...(selector.matchExpressions ?? []).map((e) => e.key)];
  return [...new Set(keys)];
}

/** Expressions of selectors have values where they need them. */
export const selectorExpressions: Rule = {
  codes: ['SELECTOR_EXPRESSION'],
  check: (fleet) => selectors(fleet).flatMap(badExpressions),
};

function badExpressions({ selector, path }: PlacedSelector): Issue[] {
  if (Array.isArray(selector)) return [];
  return (selector.matchExpressions ?? []).flatMap(({ key, operator, values = [] }, i) => {
    const wants = operator === 'In' || operator === 'NotIn';
    if (wants === values.length > 0) return [];
    const found = wants ? `${key} ${operator} without values` : `${key} ${operator} with values ${list(values)}`;
    return issue('SELECTOR_EXPRESSION', { path: `${path}.matchExpressions[${i}]`, found });
  });
}

/** Every selector selects something. */
export const selectsNothing: Rule = {
  codes: ['SELECTOR_SELECTS_NOTHING', 'TOPOLOGY_NO_HUB'],
  check: (fleet) =>
    selectors(fleet).flatMap(({ selector, path, hubs }) => {
      if (explained(fleet, selector) || selectsAny(fleet, selector)) return [];
      return issue(hubs ? 'TOPOLOGY_NO_HUB' : 'SELECTOR_SELECTS_NOTHING', { path, found: 'no cluster' });
    }),
};

/** A name or key that no cluster has is reported as such, and is why nothing is selected. */
function explained(fleet: FleetModel, selector: ClusterSelector): boolean {
  return (
    namesIn(selector).some((name) => !fleet.clusters.has(name)) ||
    keysIn(selector).some((key) => !labelKeys(fleet).has(key)) ||
    badExpressions({ selector, path: '' }).length > 0
  );
}

function selectsAny(fleet: FleetModel, selector: ClusterSelector): boolean {
  if (Array.isArray(selector)) return selector.some((name) => fleet.clusters.has(name));
  for (const cluster of fleet.members.values()) if (selects(selector, cluster)) return true;
  return false;
}
