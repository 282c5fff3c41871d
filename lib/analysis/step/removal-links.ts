import { list } from '../../model/rules/report';
import type { Edge } from '../../model/types';

/** Links at either end of a cluster: `Links to it in a, b; its own to c`. */
export function linksOf(name: string, edges: readonly Edge[]): string {
  const to = edges.filter(({ target }) => target.name === name).map(({ source }) => source.name);
  const from = edges.filter(({ source }) => source.name === name).map(({ target }) => target.name);
  return [
    ...(to.length === 0 ? [] : [`Links to it in ${list(to)}`]),
    ...(from.length === 0 ? [] : [`its own to ${list(from)}`]),
  ].join('; ');
}
