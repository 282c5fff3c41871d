/** Link credentials: which tokens there are, and who is still let in. */
import { type Issue, issue } from '../../errors';
import { nearest } from '../../nearest';
import { isReadmitted, keepsChartAccount, WAYS } from '../credentials/credentials';
import { isPlain } from '../inherit';
import type { ClusterModel, Epochs, FleetModel, Level } from '../types';
import { merge, namesOf, pathOf } from './report';
import type { Rule } from './rule';

/** Ways of delivery that stand beside one another. */
export const oneWay: Rule = {
  codes: ['CREDENTIALS_WAYS'],
  check: (_, clusters) =>
    merge(
      clusters.flatMap(({ name, levels }) =>
        levels.flatMap((level) =>
          places(level).flatMap(([path, said]) => {
            const found = WAYS.filter((way) => said[way] !== undefined);
            if (found.length < 2) return [];
            return [issue('CREDENTIALS_WAYS', { path, found: found.join(' and '), clusters: [name] })];
          }),
        ),
      ),
    ),
};

/** Where a level says something of credentials. */
function places({ at, settings: { credentials } }: Level): [path: string, said: Readonly<Record<string, unknown>>][] {
  if (!isPlain(credentials)) return [];
  const path = `${at}.credentials`;
  const sources = isPlain(credentials['sources']) ? Object.entries(credentials['sources']) : [];
  return [
    [path, credentials],
    ...sources.flatMap(([name, said]): [string, Readonly<Record<string, unknown>>][] =>
      isPlain(said) ? [[`${path}.sources.${name}`, said]] : [],
    ),
  ];
}

/** No account that is for all sources. */
export const accountOfChart: Rule = {
  codes: ['CREDENTIALS_OF_CHART'],
  check: (fleet, clusters) =>
    merge(
      clusters.filter(keepsChartAccount).map((cluster) => {
        const path = pathOf(fleet, cluster, ['values', 'multicluster', 'remoteMirrorServiceAccount']);
        return issue('CREDENTIALS_OF_CHART', { path, found: 'true', clusters: [cluster.name] });
      }),
    ),
};

/** Tokens that are good, and the one that is loaded. */
export const epochs: Rule = {
  codes: ['CREDENTIALS_EPOCH'],
  check: (_, clusters) =>
    merge(
      clusters.flatMap((cluster) => {
        const { common, sources } = cluster.credentials;
        return [
          ...epochIssues(cluster, common, []),
          ...Object.entries(sources).flatMap(([name, of]) => epochIssues(cluster, of, ['sources', name])),
        ];
      }),
    ),
};

function epochIssues(cluster: ClusterModel, of: Epochs, keys: readonly string[]): Issue[] {
  const { epoch, loaded, retired } = of;
  const isRight = retired < epoch && epoch - retired <= 2 && loaded > retired && loaded <= epoch;
  if (isRight || isReadmitted(of)) return [];
  const { path, said } = saidOf(cluster, keys) ??
    saidOf(cluster, []) ?? { path: `${cluster.at}.spec.credentials`, said: [] };
  const all = `epoch ${epoch}, loaded ${loaded}, retired ${retired}`;
  const found = said.length === 3 ? all : `${all}; only ${said.join(' and ')} said there`;
  return [issue('CREDENTIALS_EPOCH', { path, found, clusters: [cluster.name] })];
}

/** The nearest level that says one of the three, which says all of them. */
function saidOf({ levels }: ClusterModel, keys: readonly string[]) {
  const found = levels.flatMap((level) =>
    places(level).filter(([path]) => path === [level.at, 'credentials', ...keys].join('.')),
  );
  const nearest = found.flatMap(([path, credentials]) => {
    const said = EPOCHS.filter((key) => credentials[key] !== undefined);
    return said.length === 0 ? [] : [{ path: `${path}.${said[0]}`, said }];
  });
  return nearest.at(-1);
}

const EPOCHS = ['epoch', 'loaded', 'retired'] as const;

/** Names that are no cluster's. */
export const sourcesKnown: Rule = {
  codes: ['CREDENTIALS_SOURCE_UNKNOWN'],
  check: (fleet, clusters) =>
    merge(
      clusters.flatMap((cluster) =>
        cluster.levels.flatMap((level) => {
          const { credentials } = level.settings;
          if (!isPlain(credentials)) return [];
          const { sources = {}, revoked = [] } = credentials as { sources?: object; revoked?: readonly string[] };
          const unknown = (names: readonly string[], key: string) =>
            names
              .filter((name) => !fleet.members.has(name))
              .map((name) => unknownSource(fleet, `${level.at}.credentials.${key}`, name, cluster.name));
          return [...unknown(Object.keys(sources), 'sources'), ...unknown(revoked, 'revoked')];
        }),
      ),
    ),
};

function unknownSource({ members }: FleetModel, path: string, name: string, cluster: string): Issue {
  const near = nearest(name, members.keys());
  const fix = near === undefined ? undefined : `Did you mean ${near}?`;
  return issue('CREDENTIALS_SOURCE_UNKNOWN', { path, found: JSON.stringify(name), fix, clusters: [cluster] });
}

/** Links that can no longer be read through. */
export const revokedLinks: Rule = {
  codes: ['CREDENTIALS_REVOKED'],
  check: (fleet, clusters) =>
    clusters.flatMap((cluster) => {
      const { revoked } = cluster.credentials;
      if (revoked.length === 0) return [];
      const held = fleet.topology
        .sources(cluster)
        .flatMap(({ source }) => (revoked.includes(source.name) ? [source] : []));
      if (held.length === 0) return [];
      return [
        issue('CREDENTIALS_REVOKED', {
          path: pathOf(fleet, cluster, ['credentials', 'revoked']),
          found: `a Link to ${cluster.name} in ${namesOf(held)}`,
          clusters: [cluster.name, ...held.map(({ name }) => name)],
        }),
      ];
    }),
};
