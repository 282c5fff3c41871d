/** Which files of a cluster a render answers with. */
import { COMPONENTS, type Component } from '../components';

/**
 * Whether a file of a cluster's directory belongs to one of `components`, as the ApplicationSets divide them.
 *
 * @param components @default - all
 */
export function belongs(path: string, components: readonly string[] | undefined): boolean {
  if (components === undefined) return true;
  return COMPONENTS.some((component) => components.includes(component.name) && holds(component, path));
}

function holds({ include, exclude }: Component, path: string): boolean {
  if (include !== undefined) return include.some((glob) => matches(glob, path));
  return exclude !== undefined && !exclude.some((glob) => matches(glob, path));
}

/** As Argo CD's directory source has it (gobwas/glob without separators): a star matches slashes too. */
function matches(glob: string, path: string): boolean {
  const [head = '', ...rest] = glob.split('*');
  return rest.length === 0 ? path === head : path.startsWith(head) && path.endsWith(rest.join('*'));
}
