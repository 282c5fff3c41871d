/** Where credentials of Links lie on their way: what two of them share is one token. */
import { posix } from 'node:path';
import { type Issue, issue } from '../../errors';
import { credentialsOf, secretNamespaces } from '../credentials/credentials';
import { credentialFile } from '../credentials/files';
import type { ClusterModel, Edge, FleetModel, LinkCredentialsModel } from '../types';
import { arrivals, withNeighbours } from './edges';
import { list, pathOf } from './report';
import type { Rule } from './rule';
import { quoted } from './words';

/** No two Links have one entry in a store, and no two Secrets one file. */
export const credentialPlaces: Rule = {
  codes: ['CREDENTIALS_SHARED'],
  check: (fleet, clusters) => {
    const suspects = withDoubt(withNeighbours(fleet, clusters));
    if (suspects.length === 0) return [];
    const users = new Map<string, Use[]>();
    for (const edges of arrivals(fleet, clusters, suspects).values())
      for (const edge of edges)
        for (const { place, said } of placesOf(edge)) {
          const known = users.get(place);
          if (known === undefined) users.set(place, [{ edge, said }]);
          else known.push({ edge, said });
        }
    const bySetting = new Map<string, Use[][]>();
    for (const uses of users.values()) {
      if (uses.length === 1) continue;
      const path = settingOf(fleet, uses.at(-1) as Use);
      const known = bySetting.get(path);
      if (known === undefined) bySetting.set(path, [uses]);
      else known.push(uses);
    }
    return [...bySetting].map(([path, found]) => shared(path, found));
  },
};

/** Places that one setting makes the same: the first is shown. */
function shared(path: string, found: readonly (readonly Use[])[]): Issue {
  const uses = found[0] as readonly Use[];
  const links = list([...new Set(uses.map(({ edge }) => `${edge.source.name}->${edge.target.name}`))]);
  const more = found.length > 1 ? `, and ${found.length - 1} more like it` : '';
  const clusters = new Set(found.flat().flatMap(({ edge }) => [edge.source.name, edge.target.name]));
  return issue('CREDENTIALS_SHARED', {
    path,
    found: `${uses[0]?.said} for ${links}${more}`,
    clusters: [...clusters].sort(),
  });
}

interface Use {
  readonly edge: Edge;
  /** The place, for people. */
  readonly said: string;
}

const FILES = 'files';

/** What is filled in for a Link. */
interface Template {
  /** Within it, templates can give the same place. */
  readonly space: string;
  readonly text: string;
  /** What has to be in it, so that no two places are the same. */
  readonly words: readonly string[];
}

function templateOf(way: LinkCredentialsModel): Template | undefined {
  if (way.kind === 'externalSecrets')
    return { space: `${way.storeKind}/${way.store}`, text: way.key, words: ['target', 'source'] };
  if (way.kind === 'sealedSecrets' || way.kind === 'sops')
    return { space: FILES, text: way.files, words: ['target', 'source', 'namespace'] };
  return undefined;
}

/**
 * Targets of which some places may be the same. A store of one name is one store: the ends of a Link meet in it. With one template that
 * tells all Links apart no edge is looked at.
 */
function withDoubt(targets: readonly ClusterModel[]): readonly ClusterModel[] {
  const spaces = new Map<string, { texts: Set<string>; targets: Set<ClusterModel>; isClear: boolean }>();
  for (const target of targets) {
    const { common, sources } = target.credentials;
    for (const way of [common, ...Object.values(sources)]) {
      const template = templateOf(way);
      if (template === undefined) continue;
      const space = spaces.get(template.space) ?? { texts: new Set(), targets: new Set(), isClear: isClear(template) };
      spaces.set(template.space, space);
      space.texts.add(template.text);
      space.targets.add(target);
    }
  }
  const doubted = [...spaces].filter(([name, { texts, targets, isClear }]) => {
    const isOwn = name !== FILES && targets.size === 1 && [...texts][0]?.includes('{source}');
    return texts.size > 1 || !(isClear || isOwn);
  });
  return [...new Set(doubted.flatMap(([, { targets }]) => [...targets]))];
}

/** Whether names can be read back from what a template gives: between two of them is what no name has. */
function isClear({ text, words }: Template): boolean {
  const parts = text.split(/\{(\w+)\}/);
  const found = parts.filter((_, i) => i % 2 === 1);
  const between = parts.slice(2, -2).filter((_, i) => i % 2 === 0);
  const isOnce = new Set(found).size === found.length && words.every((word) => found.includes(word));
  return isOnce && between.every((part) => /[^a-z0-9-]/.test(part));
}

function placesOf(edge: Edge): readonly { readonly place: string; readonly said: string }[] {
  const way = credentialsOf(edge);
  if (way.kind === 'externalSecrets') {
    const key = way.key.replaceAll('{source}', edge.source.name).replaceAll('{target}', edge.target.name);
    return [{ place: `${way.storeKind}/${way.store}/${key}`, said: `key ${quoted(key)} of store ${way.store}` }];
  }
  if (way.kind !== 'sealedSecrets' && way.kind !== 'sops') return [];
  return secretNamespaces(edge).map((namespace) => {
    const path = posix.normalize(credentialFile(way, edge, namespace));
    return { place: `files/${path}`, said: `the file ${path}` };
  });
}

/** Where the template is said that the later of the Links has. */
function settingOf(fleet: FleetModel, { edge: { source, target } }: Use): string {
  const way = credentialsOf({ source, target });
  const own = Object.hasOwn(target.credentials.sources, source.name) ? ['sources', source.name] : [];
  return pathOf(fleet, target, ['credentials', ...own, way.kind, way.kind === 'externalSecrets' ? 'key' : 'files']);
}
