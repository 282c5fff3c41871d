/** Mirrors and members of federated Services that nobody looks after any more. */
import { type Issue, issue } from '../../errors';
import * as names from '../../linkerd/names';
import { deletion, type Named, placeOf, type SeenObject } from './named';

const ENDPOINTS = new Set(['Endpoints', 'EndpointSlice']);
const SERVICE_NAME = 'kubernetes.io/service-name';
const LOCAL_DISCOVERY = 'multicluster.linkerd.io/local-discovery';
const FQ_NAME = 'mirror.linkerd.io/remote-svc-fq-name';

/** Mirrors, and their Endpoints where the Service is gone already: with a Service they go by themselves. */
export function mirrorIssues(named: Named): Issue[] {
  const { objects } = named.seen;
  const targetOf = ({ labels }: SeenObject) => labels[names.MIRROR_CLUSTER_NAME_LABEL];
  const services = new Set(
    objects.filter(({ kind }) => kind === 'Service').map(({ namespace, name }) => `${namespace}/${name}`),
  );
  return objects.flatMap((object) => {
    const target = targetOf(object);
    if (target === undefined) return [];
    if (object.kind === 'Service') return mirrorIssue(named, object, target);
    const service = `${object.namespace}/${object.labels[SERVICE_NAME] ?? object.name}`;
    if (!ENDPOINTS.has(object.kind) || services.has(service) || named.targets.has(target)) return [];
    return [orphan(named, object, `the fleet has no Link ${named.seen.name}->${target}`)];
  });
}

const orphan = (named: Named, object: SeenObject, found: string): Issue =>
  issue('ORPHAN_MIRROR', {
    path: placeOf(named, object),
    found,
    fix: deletion(named, object),
    clusters: [named.seen.name],
  });

function mirrorIssue(named: Named, object: SeenObject, target: string): Issue[] {
  const { seen, targets, draining } = named;
  if (!targets.has(target)) return [orphan(named, object, `the fleet has no Link ${seen.name}->${target}`)];
  // What the gateway is probed through comes from the chart, and goes with the Link.
  if (object.labels[names.MIRRORED_SERVICE_LABEL] !== 'true') return [];
  if (draining.has(target)) return [unfinished(named, object, `a mirror over the Link to ${target}, which drains`)];
  const exported = originOf(named, object, target);
  if (exported === undefined || exported) return [];
  return [orphan(named, object, `${target} exports no such Service`)];
}

const unfinished = (named: Named, object: SeenObject, found: string): Issue =>
  issue('DRAIN_UNFINISHED', { path: placeOf(named, object), found, clusters: [named.seen.name] });

/** Whether the Service that is mirrored is exported; undefined where its cluster was not seen. */
function originOf(
  { services }: Named,
  { namespace, name, annotations }: SeenObject,
  target: string,
): boolean | undefined {
  const there = services.get(target);
  if (there === undefined) return undefined;
  const original = annotations[FQ_NAME]?.split('.')[0] ?? name.slice(0, -target.length - 1);
  return there.get(`${namespace}/${original}`)?.labels[names.EXPORTED_LABEL] !== undefined;
}

/** Members of federated Services whose Link, or whose Service, is gone. */
export function memberIssues(named: Named): Issue[] {
  return named.seen.objects.flatMap((object) => {
    const said = object.annotations[names.REMOTE_DISCOVERY];
    if (object.kind !== 'Service' || said === undefined || said === '') return [];
    const members = said.split(',');
    const stale = members.filter((member) => isStale(named, object, member));
    const pending = members.filter((member) => !stale.includes(member) && named.draining.has(clusterOf(member)));
    return [
      ...(stale.length === 0 ? [] : [staleIssue(named, object, members, stale)]),
      ...(pending.length === 0 ? [] : [unfinished(named, object, `${pending.join(', ')} over a Link that drains`)]),
    ];
  });
}

const clusterOf = (member: string): string => member.slice(member.indexOf('@') + 1);

function isStale({ targets, services }: Named, { namespace }: SeenObject, member: string): boolean {
  const cluster = clusterOf(member);
  if (!targets.has(cluster)) return true;
  const there = services.get(cluster);
  if (there === undefined) return false;
  const service = there.get(`${namespace}/${member.slice(0, member.indexOf('@'))}`);
  return service?.labels[names.FEDERATED_LABEL] !== names.FEDERATED_MEMBER;
}

/** A federated Service with other members is never deleted: it would stay away until something happens to one of them. */
function staleIssue(named: Named, object: SeenObject, members: readonly string[], stale: readonly string[]): Issue {
  const left = members.filter((member) => !stale.includes(member));
  const isLocal = object.annotations[LOCAL_DISCOVERY] !== undefined;
  const annotate = `${named.kubectl} -n ${object.namespace} annotate --overwrite service ${object.name} ${names.REMOTE_DISCOVERY}`;
  const fix = left.length > 0 ? `${annotate}=${left.join(',')}` : isLocal ? `${annotate}-` : deletion(named, object);
  return issue('ORPHAN_MEMBER', {
    path: placeOf(named, object),
    found: stale.join(', '),
    fix,
    clusters: [named.seen.name],
  });
}
