/** Whether a fleet can become the next one without an outage of trust: a rule about two fleets, where rules know one. */
import { type Issue, issue } from '../../errors';
import { list, merge, namesOf, pathOf } from '../../model/rules/report';
import { issuersAmong } from '../../model/rules/trust';
import type { ClusterModel, FleetModel } from '../../model/types';
import { bundleSha256 } from '../../trust';
import { type Succession, succession } from './succession';
import { identityIssues, issuerIssues } from './transition-cluster';
import { failingMixes, type Holding, type Mix, type Step } from './transition-mixes';

/**
 * Everything that would be refused during the step from one fleet to the next: identities that change, and mixes of old and new
 * issuers and bundles that do not verify, of each cluster with itself and with the other end of each Link of either fleet.
 */
export function transitionIssues(before: FleetModel, after: FleetModel): Issue[] {
  const step = succession(before, after);
  return merge([
    ...identityIssues(after, step),
    ...issuerIssues(after, step),
    ...meetings(before, after, step).flatMap((one) => stepIssues(one, after)),
  ]);
}

/** One cluster before and after. */
interface Ends {
  readonly name: string;
  readonly before?: ClusterModel;
  readonly after?: ClusterModel;
}

/** A cluster, and those among which it meets that hold the same bundles before and after; it may be one of them. */
interface Meeting {
  readonly issuer: Ends;
  readonly holders: Set<Ends>;
}

function meetings(before: FleetModel, after: FleetModel, step: Succession): readonly Meeting[] {
  const { all, of } = endsOf(before, after, step);
  const changes = new Set(all.filter(isChanged));
  const bundles = new Map(all.map((ends) => [ends, bundlesOf(ends)]));
  const met = new Map<Ends, Map<string, Meeting>>(all.map((ends) => [ends, new Map()]));
  const meet = (issuer: Ends, holder: Ends) => {
    // Without a change at either end there is nothing new about a pair; a new Link between them is checked as it is.
    if (!changes.has(issuer) && !changes.has(holder)) return;
    const [key, known] = [bundles.get(holder)!, met.get(issuer)!];
    const meeting = known.get(key) ?? { issuer, holders: new Set() };
    meeting.holders.add(holder);
    known.set(key, meeting);
  };
  for (const ends of all) meet(ends, ends);
  for (const { clusters, topology } of [before, after]) {
    for (const source of clusters.values()) {
      for (const { target } of topology.targets(source)) {
        const [one, other] = [of.get(source)!, of.get(target)!];
        meet(one, other);
        meet(other, one);
      }
    }
  }
  return [...met.values()].flatMap((known) => [...known.values()]);
}

/** Every cluster of either fleet, before and after; and by what either fleet has of it. */
function endsOf(before: FleetModel, after: FleetModel, { next, was }: Succession) {
  const of = new Map<ClusterModel, Ends>();
  const gone = [...before.clusters.values()].filter(({ name }) => next(name) === undefined);
  const all = [
    ...gone.map((cluster): Ends => ({ name: cluster.name, before: cluster })),
    ...[...after.clusters.values()].map(
      (cluster): Ends => ({ name: cluster.name, before: was(cluster.name), after: cluster }),
    ),
  ].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const ends of all) {
    for (const cluster of [ends.before, ends.after]) if (cluster !== undefined) of.set(cluster, ends);
  }
  return { all, of };
}

const bundlesOf = ({ before, after }: Ends): string =>
  [before, after].map((cluster) => (cluster === undefined ? '-' : bundleSha256(cluster.trust.bundle))).join();

function isChanged({ before, after }: Ends): boolean {
  if (before === undefined || after === undefined) return true;
  const issuers = ({ trust }: ClusterModel) => trust.issuerCertificates.map((cert) => cert.fingerprint).join();
  return before.trust.bundle !== after.trust.bundle || issuers(before) !== issuers(after);
}

function stepIssues({ issuer, holders }: Meeting, fleet: FleetModel): Issue[] {
  const [holder] = [...holders] as [Ends, ...Ends[]];
  const path = pathOf(fleet, holder.after ?? issuer.after ?? holder.before!, ['trust', 'anchors']);
  const clusters = [...new Set([issuer.name, ...[...holders].map(({ name }) => name)])];
  const where = namesOf([...holders].map((one) => one.after ?? one.before!));
  // An issuer that is not known, before or after, has no mix that could fail.
  const unsafe = failingMixes(stepOf(issuer), stepOf(holder)).map((mix) =>
    issue('TRUST_STEP_UNSAFE', { path, found: said(mix, issuer.name, where), fix: ORDER[mix], clusters }),
  );
  const gone = isKnown(issuer) ? [] : removed(holder);
  if (gone.length === 0) return unsafe;
  const found = `${list(gone)} removed from the bundle of ${where}; the issuer of ${issuer.name} is not known`;
  return [...unsafe, issue('TRUST_STEP_UNKNOWN', { path, found, clusters })];
}

const said = (mix: Mix, issuer: string, holders: string): string => {
  const [which, under] = mix.split(' issuer under the ') as [string, string];
  return `the ${which} issuer of ${issuer} does not verify under the ${under} of ${holders}`;
};

/** The order that is safe, by what fails. */
const ORDER: Readonly<Record<Mix, string>> = {
  'new issuer under the old bundle':
    'First distribute: the old and the new anchors in every bundle, the issuers as they are. When every meshed pod and control plane has been restarted, issue.',
  'old issuer under the new bundle':
    'First issue by the new anchor with both anchors in every bundle. When no workload certificate of the old issuer is left (24h, or a restart of every meshed pod), retire the old anchor.',
};

const isKnown = ({ before, after }: Ends): boolean =>
  [before, after].every((cluster) => cluster === undefined || cluster.trust.issuerCertificates.length > 0);

function removed({ before, after }: Ends): readonly string[] {
  if (before === undefined || after === undefined) return [];
  const kept = new Set(after.trust.anchors.map((cert) => cert.fingerprint));
  return before.trust.anchors.filter((cert) => !kept.has(cert.fingerprint)).map((cert) => cert.subject);
}

const stepOf = ({ before, after }: Ends): Step => ({
  before: before && holdingOf(before),
  after: after && holdingOf(after),
});

const holdingOf = ({ trust, trustDomain, linkerd }: ClusterModel): Holding => ({
  bundle: trust.anchors,
  issuers: issuersAmong(trust.issuerCertificates),
  names: { linkerdNamespace: linkerd.namespace, trustDomain },
});
