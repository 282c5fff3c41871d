/**
 * What members of one federated Service must agree on. One of them gives the federated Service its ports, labels and
 * annotations: the local member, else that of the oldest Link (linkerd2 multicluster/service-mirror). Members differ only
 * where a Service is described more than once, and matter only to a cluster that gets both.
 */
import type { IssueCode } from '../../codes';
import { type Issue, issue } from '../../errors';
import type { ClusterModel, FleetModel, ServiceModel } from '../types';
import { carriesPods, podSources } from './carry';
import { byName, isOn, isWhole, nameOf } from './placement';
import { keyOf } from './ports';
import { list } from './report';
import type { Rule } from './rule';
import { quoted } from './words';

/** One thing to agree on: what a document says of it, in lines that are equal where documents agree. */
interface Aspect {
  readonly code: IssueCode;
  readonly field: string;
  /** @param source whose Links leave out what it excludes */
  readonly lines: (document: ServiceModel, source?: ClusterModel) => readonly string[];
}

const ASPECTS: readonly Aspect[] = [
  {
    code: 'SERVICE_MEMBERS_PORTS',
    field: 'ports',
    // Target ports may differ: each cluster resolves its own. Mirrors do not carry appProtocol.
    lines: ({ spec }) => spec.ports.map((p) => (p.name === undefined ? keyOf(p) : `${p.name} ${keyOf(p)}`)),
  },
  {
    code: 'SERVICE_MEMBERS_BALANCING',
    field: 'annotations',
    lines: ({ spec }, source) =>
      lines(
        spec.annotations,
        (key) => key === OPAQUE_PORTS || (isBalancing(key) && !isExcluded(key, source?.excludedAnnotations)),
      ),
  },
  {
    code: 'SERVICE_MEMBERS_METADATA',
    field: 'labels',
    lines: ({ spec }, source) => [
      ...lines(spec.labels, (key) => !isExcluded(key, source?.excludedLabels)),
      ...lines(spec.annotations, (key) => !isBalancing(key) && !isExcluded(key, source?.excludedAnnotations, LOCAL)),
    ],
  },
];

/** Members of one federated Service agree on ports, on balancing and on metadata. */
export const membersAgree: Rule = {
  codes: ['SERVICE_MEMBERS_PORTS', 'SERVICE_MEMBERS_BALANCING', 'SERVICE_MEMBERS_METADATA'],
  check: (fleet, clusters) =>
    [...byName(fleet).values()].flatMap((all) => {
      const documents = all.filter((d) => d.federated);
      if (documents.length < 2) return [];
      return ASPECTS.flatMap((aspect) => disagreement(fleet, clusters, documents, aspect));
    }),
};

/** A member that a cluster gets. */
interface Member {
  readonly cluster: ClusterModel;
  readonly lines: readonly string[];
}

function disagreement(
  fleet: FleetModel,
  clusters: readonly ClusterModel[],
  documents: readonly ServiceModel[],
  aspect: Aspect,
): Issue[] {
  if (new Set(documents.map((d) => textOf(aspect.lines(d)))).size < 2) return [];
  for (const source of sourcesOf(fleet, clusters, documents)) {
    const [first, ...others] = membersAt(fleet, source, documents, aspect);
    const other = others.find((m) => first && textOf(m.lines) !== textOf(first.lines));
    if (first && other) return [report(documents[0] as ServiceModel, aspect, source, first, other)];
  }
  return [];
}

/** Clusters in question that get members. */
function sourcesOf(
  fleet: FleetModel,
  clusters: readonly ClusterModel[],
  documents: readonly ServiceModel[],
): Iterable<ClusterModel> {
  if (!isWhole(fleet, clusters)) return clusters;
  const members = clusters.filter((c) => documents.some((d) => isOn(fleet, d, c)));
  return new Set(members.flatMap((member) => [member, ...podSources(fleet, member)]));
}

function membersAt(
  fleet: FleetModel,
  source: ClusterModel,
  documents: readonly ServiceModel[],
  aspect: Aspect,
): readonly Member[] {
  const targets = fleet.topology.targets(source).flatMap((edge) => (carriesPods(edge) ? [edge.target] : []));
  return [source, ...targets].flatMap((cluster) => {
    const document = documents.find((d) => isOn(fleet, d, cluster));
    return document ? [{ cluster, lines: aspect.lines(document, source) }] : [];
  });
}

function report(service: ServiceModel, { code, field }: Aspect, source: ClusterModel, a: Member, b: Member): Issue {
  const sides = [side(a, b), side(b, a)].sort((x, y) => x.rank - y.rank).map((s) => s.text);
  return issue(code, {
    path: `${service.at}.spec.${field}`,
    found: `${nameOf(service)} as ${source.name} gets it: ${sides.join('; ')}`,
    clusters: [...new Set([source, a.cluster, b.cluster].map((c) => c.name))],
  });
}

/** What one member has and the other has not; the member that only lacks something is named last. */
function side(one: Member, other: Member): { rank: number; text: string } {
  const own = one.lines.filter((line) => !other.lines.includes(line));
  return own.length > 0
    ? { rank: 0, text: `${one.cluster.name} has ${list(own)}` }
    : { rank: 1, text: `${one.cluster.name} lacks that` };
}

const textOf = (all: readonly string[]): string => [...all].sort().join('\n');

/** Copied even where it is excluded. */
const OPAQUE_PORTS = 'config.linkerd.io/opaque-ports';

/** Never copied. */
const LOCAL = ['service.kubernetes.io/topology-aware-hints', 'service.kubernetes.io/topology-mode'];

/** Annotations that decide how clients call the Service. */
function isBalancing(key: string): boolean {
  return key === OPAQUE_PORTS || /^(balancer(\.alpha)?|retry|timeout)\.linkerd\.io\//.test(key);
}

/** As the mirror controller matches: the key itself, or everything that begins with what stands before `/*`. */
function isExcluded(key: string, excluded: readonly string[] = [], always: readonly string[] = []): boolean {
  return [...excluded, ...always].some((e) => (e.endsWith('/*') ? key.startsWith(e.slice(0, -2)) : e === key));
}

function lines(map: Readonly<Record<string, string>> | undefined, wanted: (key: string) => boolean): string[] {
  return Object.entries(map ?? {}).flatMap(([key, value]) => (wanted(key) ? [`${key}: ${quoted(value)}`] : []));
}
