/**
 * Who approves which part of the written tree, as GitHub and GitLab read it. Paths are from the root of the repository; a
 * star stands for one directory, the name of a cluster.
 */
import type { CodeOwners } from '../../fleet/spec';
import type { FleetModel } from '../../model/types';

/** Name of the file, at the root of the tree. */
export const CODEOWNERS = 'CODEOWNERS';

interface Line {
  readonly path: string;
  readonly owners: readonly string[];
}

/** Lines that one kind of owner has. */
interface Section {
  readonly name: string;
  readonly lines: readonly Line[];
}

/** The text of CODEOWNERS; undefined unless the fleet says `codeowners`. */
export function codeowners(fleet: FleetModel): string | undefined {
  const { codeowners: given, argocd } = fleet.spec;
  if (given === undefined) return undefined;
  const directory = (given.path ?? argocd?.path ?? 'dist').split('/').filter((part) => part !== '' && part !== '.');
  const root = ['', ...directory, ''].join('/');
  const sections = sectionsOf(fleet, given).filter(({ lines }) => lines.length > 0);
  const text = sections.map(({ name, lines }) => {
    // GitLab asks every section that matches, GitHub only the last line.
    const head = given.format === 'gitlab' ? `[${name}]` : `# ${name}`;
    return [head, ...lines.map(({ path, owners }) => `${root}${path} ${owners.join(' ')}`), ''].join('\n');
  });
  return ['# Written by linkerd-fleet from the description of the fleet: change it there.', '', ...text].join('\n');
}

/** From the least to the most particular: on GitHub the later ones win. */
function sectionsOf(fleet: FleetModel, given: CodeOwners): readonly Section[] {
  const every = (paths: readonly string[], owners: readonly string[] = []) =>
    owners.length === 0 ? [] : paths.map((path) => ({ path, owners }));
  return [
    { name: 'Fleet', lines: every([''], given.fleet) },
    { name: 'Clusters', lines: clusters(fleet) },
    { name: 'Services', lines: services(fleet, given.fleet) },
    { name: 'Links', lines: every(['clusters/*/multicluster/', 'clusters/*/guards/', 'argocd/'], given.links) },
    { name: 'Trust', lines: every(['clusters/*/trust/', 'clusters/*/linkerd-control-plane/'], given.trust) },
    // Who could change it could let himself in.
    { name: 'Ownership', lines: every([CODEOWNERS], given.fleet) },
  ];
}

function clusters({ clusters }: FleetModel): readonly Line[] {
  return [...clusters.values()].flatMap(({ name, owners }) =>
    owners.length === 0 ? [] : [{ path: `clusters/${name}/`, owners: unique(owners) }],
  );
}

/** Services of one namespace share its files: each of their owners may approve, and the fleet's for those without. */
function services(fleet: FleetModel, others: readonly string[]): readonly Line[] {
  const byNamespace = new Map<string, string[]>();
  const owned = new Set<string>();
  const guarded = new Set(fleet.services.filter(({ spec }) => spec.allow).map(({ namespace }) => namespace));
  for (const { namespace, spec } of fleet.services) {
    if (spec.owners?.length) owned.add(namespace);
    byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), ...(spec.owners ?? others)]);
  }
  return [...owned].sort().flatMap((namespace) =>
    (guarded.has(namespace) ? ['services', 'policy'] : ['services']).map((directory) => ({
      path: `clusters/*/${directory}/${namespace}.yaml`,
      owners: unique(byNamespace.get(namespace) ?? []),
    })),
  );
}

const unique = (owners: readonly string[]): readonly string[] => [...new Set(owners)].sort();
