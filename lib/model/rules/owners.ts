/** Owners of what is written: lines that a forge cannot read are skipped by it, and what they protect is open. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import type { FleetModel } from '../types';
import type { Rule } from './rule';
import { quoted } from './words';

/** `@person`, `@group/team`, subgroups of GitLab, or a mail address. */
const OWNER = /^(@[A-Za-z0-9][\w.-]*(\/[\w.-]+)*|[^\s@#]+@[^\s@#]+\.[^\s@#]+)$/;
/** What a path in CODEOWNERS cannot have, or means something else in it. */
const PATH = /[\s\\*?[\]{}#!]|(?:^|\/)\.\.(?:\/|$)/;

/** Owners can be read, and are written somewhere. */
export const ownersNamed: Rule = {
  codes: ['OWNERS_NAME', 'OWNERS_PATH', 'OWNERS_UNWRITTEN'],
  check: (fleet, clusters) => {
    const { codeowners } = fleet.spec;
    const given = [
      ...Object.entries(codeowners ?? {}).flatMap(([key, value]) =>
        Array.isArray(value) ? [{ path: `${at.fleet}.spec.codeowners.${key}`, owners: value as string[] }] : [],
      ),
      ...clusters.map(({ at, owners, name }) => ({ path: `${at}.spec.owners`, owners, name })),
      ...fleet.services.map(({ at, spec }) => ({ path: `${at}.spec.owners`, owners: spec.owners ?? [] })),
    ];
    const wrong = given.flatMap(({ path, owners, ...rest }) => nameIssues(path, owners, rest));
    const first = codeowners === undefined ? given.find(({ owners }) => owners.length > 0) : undefined;
    return [
      ...wrong,
      ...pathIssues(fleet),
      ...(first ? [issue('OWNERS_UNWRITTEN', { path: first.path, found: 'owners without codeowners' })] : []),
    ];
  },
};

function nameIssues(path: string, owners: readonly string[], { name }: { readonly name?: string }): Issue[] {
  const clusters = name === undefined ? [] : [name];
  return owners
    .filter((owner) => !OWNER.test(owner))
    .map((owner) => issue('OWNERS_NAME', { path, found: quoted(owner), clusters }));
}

function pathIssues({ spec }: FleetModel): Issue[] {
  const path = spec.codeowners?.path;
  if (path === undefined || !PATH.test(path)) return [];
  return [issue('OWNERS_PATH', { path: `${at.fleet}.spec.codeowners.path`, found: quoted(path) })];
}
