import type { ArgoCdModel } from '../../model/types';

/** Directory of the tree as a prefix of paths from the root of the repository: `dist/`, or nothing. */
export function treePrefix({ path }: ArgoCdModel): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.map((part) => `${part}/`).join('');
}
