/** What a cluster has that the fleet does not name: left by Links, clusters and sources that are gone. */
import { type Issue, issue } from '../../errors';
import * as names from '../../linkerd/names';
import { credentialsOf, isRevoked } from '../../model/credentials/credentials';
import type { Edge, FleetModel } from '../../model/types';
import { planAccess } from '../../plan/link';
import type { AccountToken } from '../../plan/types';
import { appliedIssues } from './applied';
import { credentialIssues } from './credentials';
import { behind, deletion, type Named, placeOf, type SeenCluster, type SeenObject } from './named';
import { exportIssues, identityIssues, labelIssues, policyIssues } from './own';
import { memberIssues, mirrorIssues } from './services';

/** Orphans of the clusters that were seen, in the order in which they are to be deleted. */
export function orphanIssues(fleet: FleetModel, clusters: readonly SeenCluster[]): Issue[] {
  const services = new Map(
    clusters.map(({ name, objects }) => [
      name,
      new Map(objects.filter(({ kind }) => kind === 'Service').map((s) => [`${s.namespace}/${s.name}`, s])),
    ]),
  );
  return clusters.flatMap((seen) => {
    const named = namedIn(fleet, seen, services);
    return [
      ...linkIssues(named),
      ...mirrorIssues(named),
      ...memberIssues(named),
      ...credentialIssues(named),
      ...exportIssues(named),
      ...labelIssues(named),
      ...appliedIssues(named),
      ...policyIssues(named),
      ...identityIssues(fleet, named),
    ];
  });
}

function namedIn({ topology }: FleetModel, seen: SeenCluster, services: Named['services']): Named {
  const targets = seen.hasLeft ? [] : topology.targets(seen.cluster);
  // Of those that come by oidc, an account is what another way left behind.
  const hasAccount = (edge: Edge) => !isRevoked(edge) && credentialsOf(edge).kind !== 'oidc';
  const sources = seen.hasLeft ? [] : topology.sources(seen.cluster).filter(hasAccount);
  return {
    seen,
    targets: new Set(targets.map(({ target }) => target.name)),
    draining: new Set(targets.filter(({ draining }) => draining).map(({ target }) => target.name)),
    sources: new Set(sources.map(({ source }) => source.name)),
    ways: {
      targets: new Map(targets.map((edge) => [edge.target.name, credentialsOf(edge).kind])),
      sources: new Map(sources.map((edge) => [edge.source.name, credentialsOf(edge).kind])),
    },
    grants: new Set(sources.flatMap((edge) => planAccess(edge).tokens.flatMap(grantsOf))),
    services,
    kubectl: `kubectl --context ${seen.context}`,
  };
}

const grantsOf = ({ account, secret }: AccountToken) => [`ServiceAccount ${account}`, `Secret ${secret}`];

function linkIssues(named: Named): Issue[] {
  const { seen, targets } = named;
  const { multiclusterNamespace } = seen.cluster.linkerd;
  return seen.objects.flatMap((object) => {
    const { kind, namespace, name } = object;
    const isHere = namespace === multiclusterNamespace;
    const found = (what: string) => ({
      path: placeOf(named, object),
      found: what,
      fix: deletion(named, object),
      clusters: [seen.name],
    });
    if (kind === 'Link' && !(isHere && targets.has(name))) {
      return [
        issue(
          'ORPHAN_LINK',
          found(isHere ? `the fleet has no Link ${seen.name}->${name}` : `in namespace ${namespace}`),
        ),
      ];
    }
    const target = controlled(object);
    if (!isHere || target === undefined || targets.has(target)) return [];
    return [issue('ORPHAN_CONTROLLER', found(`the fleet has no Link ${seen.name}->${target}`))];
  });
}

/** The target that a controller, or its lease, works for. */
function controlled({ kind, name }: SeenObject): string | undefined {
  if (kind === 'Lease') return behind(names.mirrorLeaseName(''), name);
  if (kind !== 'Deployment') return undefined;
  return behind(names.controllerName(''), name) ?? behind(names.controllerName217(''), name);
}
