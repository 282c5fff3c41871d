/** What a removal leaves of Links by `oidc` where nobody who applies the tree comes. */
import { isRevoked } from '../../model/credentials/credentials';
import type { Edge, FleetModel } from '../../model/types';
import { planOidc } from '../../plan/oidc';
import { edgesOf, type Goal } from './decommission';

/**
 * What is to be done by whoever runs the API servers and renders the charts, in words.
 *
 * @param fleet the one before the removal
 */
export function outsideOf(fleet: FleetModel, goal: Goal, dead: boolean): readonly string[] {
  const end = goal.kind === 'cluster' ? goal.name : goal.target;
  const isDead = (name: string) => dead && name === end;
  const edges = edgesOf(fleet, goal).filter((edge) => !isRevoked(edge) && planOidc(edge) !== undefined);
  const trusting = edges.filter(({ target }) => !isDead(target.name)).flatMap(issuer);
  const reading = edges.filter(({ source }) => !isDead(source.name)).map(volumes);
  return [...new Set([...trusting, ...reading])].sort();
}

/** The API server goes on asking the issuer, and makes users of its tokens, until its own file is another. */
function issuer(edge: Edge): readonly string[] {
  const url = planOidc(edge)?.issuer?.url;
  const { source, target } = edge;
  return url === undefined
    ? []
    : [
        `kube-apiserver of ${target.name}: take issuer ${url} (${source.name}) out of --authentication-config, on each node`,
      ];
}

function volumes(edge: Edge): string {
  const readers = planOidc(edge)?.readers.map(({ namespace, name }) => `${namespace}/${name}`) ?? [];
  const { source, target } = edge;
  return `${source.name}: take the volume with the token for ${target.name} off ${readers.join(' and ')}; token-files in its directory lacks it after this commit`;
}
