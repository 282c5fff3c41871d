/** Names, ports and labels of Services: what Kubernetes and the mirror controllers would refuse, and who says it twice. */
import { type Issue, issue } from '../../errors';
import { DNS_LABEL_MAX, federatedName, mirrorName } from '../../linkerd/names';
import { isDnsLabel } from '../../net/names';
import type { ClusterModel, FleetModel, ServiceModel } from '../types';
import { carriesExport } from './carry';
import { byName, isOn, nameOf, servicesOn } from './placement';
import { list, namesOf } from './report';
import type { Rule } from './rule';
import { isAnnotationKey, isLabelValue, isQualifiedName, isServiceName, meant } from './syntax';
import { quoted } from './words';

/** Names and namespaces of Services are what Kubernetes takes. */
export const serviceNames: Rule = {
  codes: ['NAME_SERVICE', 'NAME_NAMESPACE'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters).flatMap(({ name, namespace, at }) => [
      ...(isServiceName(name)
        ? []
        : [issue('NAME_SERVICE', { path: `${at}.metadata.name`, found: quoted(name), fix: meant(name) })]),
      ...(isDnsLabel(namespace)
        ? []
        : [
            issue('NAME_NAMESPACE', {
              path: `${at}.metadata.namespace`,
              found: quoted(namespace),
              fix: meant(namespace),
            }),
          ]),
    ]),
};

/** Labels, annotations and selectors of Services are what Kubernetes takes, and none of them is the mirror controllers' own. */
export const serviceMetadata: Rule = {
  codes: ['SERVICE_LABEL_OWNED', 'NAME_LABEL_KEY', 'NAME_LABEL_VALUE'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters).flatMap(({ at, spec }) => [
      ...entries(spec.labels, `${at}.spec.labels`, isQualifiedName, isLabelValue),
      ...entries(spec.selector, `${at}.spec.selector`, isQualifiedName, isLabelValue),
      ...entries(spec.annotations, `${at}.spec.annotations`, isAnnotationKey, () => true),
    ]),
};

const OWNED = /^(mirror|multicluster)\.linkerd\.io\//;

function entries(
  map: Readonly<Record<string, string>> | undefined,
  path: string,
  isKey: (key: string) => boolean,
  isValue: (value: string) => boolean,
): Issue[] {
  return Object.entries(map ?? {}).flatMap(([key, value]) => {
    const place = `${path}.${key}`;
    if (OWNED.test(key) && !path.endsWith('.selector')) {
      return [issue('SERVICE_LABEL_OWNED', { path: place, found: `${key}: ${quoted(value)}` })];
    }
    return [
      ...(isKey(key) ? [] : [issue('NAME_LABEL_KEY', { path: place, found: quoted(key) })]),
      ...(isValue(value) ? [] : [issue('NAME_LABEL_VALUE', { path: place, found: quoted(value) })]),
    ];
  });
}

/** Mirrors and federated Services have names that fit. */
export const mirrorLength: Rule = {
  codes: ['NAME_MIRROR_LENGTH'],
  check: (fleet, clusters) => servicesOn(fleet, clusters).flatMap((service) => tooLong(fleet, service, clusters)),
};

function tooLong(fleet: FleetModel, service: ServiceModel, clusters: readonly ClusterModel[]): Issue[] {
  const path = `${service.at}.metadata.name`;
  const united = federatedName(service.name);
  const issues =
    service.federated && united.length > DNS_LABEL_MAX
      ? [issue('NAME_MIRROR_LENGTH', { path, found: `${united} (${united.length} characters)` })]
      : [];
  if (service.exported === 'no') return issues;
  const targets = clusters.filter(
    (target) =>
      mirrorName(service.name, target.name).length > DNS_LABEL_MAX &&
      isOn(fleet, service, target) &&
      fleet.topology.sources(target).some((edge) => carriesExport(edge, service)),
  );
  if (targets.length === 0) return issues;
  const mirrors = targets.map((t) => mirrorName(service.name, t.name)).map((m) => `${m} (${m.length} characters)`);
  const about = { path, found: list(mirrors), clusters: targets.map((t) => t.name) };
  return [...issues, issue('NAME_MIRROR_LENGTH', about)];
}

/** A cluster has each Service from one document. */
export const serviceOnce: Rule = {
  codes: ['SERVICE_DUPLICATE'],
  check: (fleet, clusters) =>
    [...byName(fleet).values()].flatMap((documents) =>
      documents.length < 2 ? [] : overlap(fleet, documents, clusters),
    ),
};

function overlap(fleet: FleetModel, documents: readonly ServiceModel[], clusters: readonly ClusterModel[]): Issue[] {
  const twice = clusters.filter((cluster) => documents.filter((d) => isOn(fleet, d, cluster)).length > 1);
  const first = documents[0];
  if (twice.length === 0 || first === undefined) return [];
  return [
    issue('SERVICE_DUPLICATE', {
      path: `${first.at}.spec.clusters`,
      found: `${nameOf(first)} described more than once for ${namesOf(twice)}`,
      clusters: twice.map((c) => c.name),
    }),
  ];
}
