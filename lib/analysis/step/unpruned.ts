/** What a commit takes out of the directories of clusters and nobody takes out of the clusters: it goes on granting what it did. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import * as names from '../../linkerd/names';
import { credentialsOf } from '../../model/credentials/credentials';
import { list, merge } from '../../model/rules/report';
import { crossingLabels, isLabelledByOwner } from '../../model/service-labels';
import type { ClusterModel, FleetModel, ServiceModel } from '../../model/types';
import { deletesOnlyWherePlanned, isPruned } from '../prune';
import { type Succession, succession } from './succession';

/** One object of a cluster's directory. */
export interface Applied {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  /** Labels and annotations of it that let somebody in, by key. */
  readonly marks: Readonly<Record<string, string>>;
  /** Argo CD never deletes it, whatever is pruned. */
  readonly isKept: boolean;
  /** Of an Application that is never pruned: trust, namespaces. */
  readonly isBase: boolean;
}

/** What is left in one cluster. */
export interface Left {
  readonly cluster: ClusterModel;
  readonly objects: readonly Applied[];
  /** What Links that are gone leave, in words. */
  readonly ofLinks: readonly string[];
}

/** Objects of the directory of a cluster, but those that Links bring. */
export type AppliedIn = (fleet: FleetModel, cluster: ClusterModel) => readonly Applied[];

/** What the commit no longer writes, in clusters that both fleets have under one name; none of those where nothing is left. */
export function leftIn(before: FleetModel, after: FleetModel, applied: AppliedIn): readonly Left[] {
  const step = succession(before, after);
  return [...after.clusters.values()].flatMap((cluster) => {
    const old = step.stays(cluster.name) ? before.clusters.get(cluster.name) : undefined;
    if (old === undefined) return [];
    const written = new Set([...applied(after, cluster), ...labelledByOwners(after, cluster)].map(idOf));
    const objects = applied(before, old).filter((object) => !written.has(idOf(object)));
    const ofLinks = linksLost(before, after, old, cluster, step);
    return objects.length + ofLinks.length === 0 ? [] : [{ cluster, objects, ofLinks }];
  });
}

/** Names Services that cross clusters no longer by the description, and whose labels only their owners can take off. */
export function ownersIssues(before: FleetModel, after: FleetModel): Issue[] {
  const step = succession(before, after);
  const found = [...after.clusters.values()].flatMap((cluster) => {
    const old = step.stays(cluster.name) ? before.clusters.get(cluster.name) : undefined;
    return (old === undefined ? [] : labelledByOwners(before, old)).flatMap((service): Issue[] => {
      const now = after.services.find((one) => isSame(one, service) && one.on(cluster));
      const labels = now === undefined ? {} : crossingLabels(now);
      const lost = Object.entries(crossingLabels(service)).filter(([key, value]) => labels[key] !== value);
      if (lost.length === 0) return [];
      const path = `Service/${service.namespace}/${service.name}`;
      return [issue('GRANT_ELSEWHERE', { path, found: marksText(lost), clusters: [cluster.name] })];
    });
  });
  return merge(found).map((one) => ({ ...one, found: `in ${list(one.clusters)}, no longer described: ${one.found}` }));
}

/** Services of a cluster that cross by labels of their owners. */
const labelledByOwners = ({ services }: FleetModel, cluster: ClusterModel) =>
  services.filter((one) => isLabelledByOwner(one) && one.on(cluster)).map((one) => ({ ...one, kind: 'Service' }));

const isSame = (one: ServiceModel, other: ServiceModel): boolean =>
  one.name === other.name && one.namespace === other.namespace;

/** `Server shop/orders-8080`. */
export const idOf = ({ kind, namespace, name }: Pick<Applied, 'kind' | 'namespace' | 'name'>): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;

function linksLost(before: FleetModel, after: FleetModel, old: ClusterModel, now: ClusterModel, { stays }: Succession) {
  const lost = (direction: 'targets' | 'sources') => {
    const kept = new Set<string>();
    after.topology.visit(direction, now, ({ name }) => kept.add(name));
    const gone: ClusterModel[] = [];
    before.topology.visit(direction, old, (other) => {
      if (!kept.has(other.name) || !stays(other.name)) gone.push(other);
    });
    return gone;
  };
  const byAccount = lost('sources').filter((source) => credentialsOf({ source, target: old }).kind !== 'oidc');
  return [
    ...lost('targets').map(({ name }) => `what the Link to ${name} needed`),
    ...byAccount.map(({ name }) => `account of ${name}`),
  ];
}

/** Kinds that admit, or keep what admits from being asked. */
const GRANTS = new Set([
  'AuthorizationPolicy',
  'ClusterRoleBinding',
  'Deployment',
  'HTTPRoute',
  'NetworkPolicy',
  'RoleBinding',
  'Server',
]);

const isGrant = ({ kind, marks }: Applied): boolean => GRANTS.has(kind) || Object.keys(marks).length > 0;

/** Names what stays in force although the fleet says it no longer; nothing of fleets that something else prunes. */
export function unprunedIssues(after: FleetModel, left: readonly Left[]): Issue[] {
  if (!deletesOnlyWherePlanned(after)) return [];
  const all = left.flatMap((one) => [...keptIssues(one), ...(isPruned(after, one.cluster) ? [] : prunable(one))]);
  return merge(all).map((one) => ({ ...one, found: `in ${list(one.clusters)}, no longer written ${one.found}` }));
}

function keptIssues({ cluster, objects }: Left): Issue[] {
  return objects
    .filter((object) => object.isKept && isGrant(object))
    .map((object) => {
      const found = `and never pruned: it keeps ${marksOf(object)}`;
      const { kind, namespace, name } = object;
      const path = kind === 'Namespace' ? `${at.fleet}.spec.namespacePolicies.${name}` : `${kind}/${namespace}/${name}`;
      return issue('GRANT_KEPT', { path, found, clusters: [cluster.name] });
    });
}

const marksOf = ({ marks }: Applied): string => marksText(Object.entries(marks));

const marksText = (marks: readonly (readonly [string, string])[]): string =>
  marks.map(([key, value]) => `${key}: ${value}`).join(', ');

function prunable({ cluster, objects, ofLinks }: Left): Issue[] {
  const gone = objects.filter(({ isKept, isBase }) => !isKept && !isBase);
  const grants = gone.filter(isGrant);
  const path = `${at.fleet}.spec.argocd.prune`;
  const clusters = [cluster.name];
  if (grants.length > 0) {
    const found = `and in force: ${list(grants.map(grantOf))}`;
    return [issue('GRANT_NOT_PRUNED', { path, found, clusters })];
  }
  const rest = [...ofLinks, ...gone.map(idOf)];
  if (rest.length === 0) return [];
  return [issue('OBJECTS_NOT_PRUNED', { path, found: `and not deleted: ${list(rest)}`, clusters })];
}

const grantOf = (object: Applied): string =>
  Object.keys(object.marks).length === 0 ? idOf(object) : `${idOf(object)} (${marksOf(object)})`;

/** Labels and annotations that go on letting callers in, or Links select, when nobody writes them any more. */
export function grantingMarks(
  kind: string,
  labels: Marks = {},
  annotations: Marks = {},
): Readonly<Record<string, string>> {
  const all = Object.entries(kind === 'Namespace' ? annotations : kind === 'Service' ? labels : {});
  return Object.fromEntries(all.filter(([key, value]) => MARKS.has(key) && value !== 'deny'));
}

type Marks = Readonly<Record<string, string>>;

const MARKS = new Set([names.EXPORTED_LABEL, names.FEDERATED_LABEL, 'config.linkerd.io/default-inbound-policy']);
