/** What a fleet once wrote for Services, or what says so of them, and no longer names. */
import { type Issue, issue } from '../../errors';
import * as names from '../../linkerd/names';
import type { FleetModel } from '../../model/types';
import { MANAGED_BY_LABEL, MANAGER } from '../../plan/mark';
import { deletion, idOf, type Named, POLICIES, placeOf, RESOURCES, type SeenObject } from './named';

const MARKS = {
  [names.EXPORTED_LABEL]: 'exports',
  [names.FEDERATED_LABEL]: 'federates',
};

/** Labels by which Links select a Service that the fleet does not write them on. Mirrors never have them. */
export function exportIssues(named: Named): Issue[] {
  const { objects, written, name: cluster } = named.seen;
  // A chart may leave the namespace to whoever delivers it.
  const services = new Map(written.filter(({ kind }) => kind === 'Service').map((one) => [idOf(one), one.labels]));
  return objects.flatMap((object) => {
    const { kind, namespace, name, labels } = object;
    if (kind !== 'Service') return [];
    const said = services.get(idOf(object)) ?? services.get(idOf({ ...object, namespace: '' }));
    const unnamed = Object.entries(MARKS).filter(
      ([label]) => labels[label] !== undefined && said?.[label] === undefined,
    );
    return unnamed.map(([label, does]) =>
      issue('ORPHAN_EXPORT', {
        path: placeOf(named, object),
        found: `label ${label}; the fleet ${does} no such Service in ${cluster}`,
        fix: `${named.kubectl} -n ${namespace} label service ${name} ${label}-`,
        clusters: [cluster],
      }),
    );
  });
}

/** Services that are there and lack a label by which they cross clusters, where the fleet leaves it to their owners. */
export function labelIssues(named: Named): Issue[] {
  const { objects, written, name: cluster } = named.seen;
  const seen = new Map(objects.filter(({ kind }) => kind === 'Service').map((one) => [idOf(one), one]));
  return written.flatMap((one) => {
    const service = one.isOwners ? seen.get(idOf(one)) : undefined;
    if (service === undefined) return [];
    const lacking = Object.entries(one.labels).filter(([label, value]) => service.labels[label] !== value);
    return lacking.map(([label, value]) =>
      issue('EXPORT_MISSING', {
        path: placeOf(named, service),
        found: `label ${label}: ${service.labels[label] ?? 'none'}, instead of ${value}`,
        clusters: [cluster],
      }),
    );
  });
}

/** Whether a policy has the label of a fleet, and is in the directory of the cluster no more. */
function unwritten({ seen }: Named): (object: SeenObject) => boolean {
  const written = new Set(seen.written.map(idOf));
  return (object) =>
    Object.hasOwn(POLICIES, object.kind) && object.labels[MANAGED_BY_LABEL] === MANAGER && !written.has(idOf(object));
}

/** Policies of Services that left, in the order in which they are to be deleted. */
export function policyIssues(named: Named): Issue[] {
  const gone = named.seen.objects.filter(unwritten(named));
  return Object.keys(POLICIES).flatMap((kind) =>
    gone
      .filter((object) => object.kind === kind)
      .map((object) =>
        issue('ORPHAN_OWN_POLICY', {
          path: placeOf(named, object),
          found: 'no longer written by the fleet',
          fix: deletion(named, object),
          clusters: [named.seen.name],
        }),
      ),
  );
}

/** Identities of trust domains below that of the fleet, which no cluster has, in policies that stay. */
export function identityIssues({ domain, clusters }: FleetModel, named: Named): Issue[] {
  if (domain === undefined) return [];
  const known = new Set([...clusters.values()].map(({ trustDomain }) => trustDomain));
  const isGone = unwritten(named);
  const below = new RegExp(`(?:^|\\.)([a-z0-9-]+\\.${domain.replaceAll('.', '\\.')})$`);
  return named.seen.objects.flatMap((object) => {
    const gone = object.identities.flatMap((identity) => {
      const trustDomain = below.exec(identity)?.[1];
      return trustDomain === undefined || known.has(trustDomain) ? [] : [trustDomain];
    });
    if (gone.length === 0 || isGone(object)) return [];
    const { namespace, name } = object;
    const found = `identities of ${[...new Set(gone)].join(', ')}, which no cluster has`;
    const fix = `${named.kubectl} -n ${namespace} edit ${RESOURCES['MeshTLSAuthentication']} ${name}`;
    return [issue('ORPHAN_POLICY', { path: placeOf(named, object), found, fix, clusters: [named.seen.name] })];
  });
}
