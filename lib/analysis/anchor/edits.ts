/** The changes of a description that make one stage of a rotation, each at the level that already says the value. */
import { type Issue, issue } from '../../errors';
import type { DocumentRef, Edit } from '../../fleet/edit/edit';
import type { Trust } from '../../fleet/spec';
import { originOf } from '../../model/inherit';
import { pathOf } from '../../model/rules/report';
import type { ClusterModel, FleetModel } from '../../model/types';
import type { Certificate } from '../../trust';
import type { ClusterStanding, Island, Stage } from './anchor';

/** What the changes are made from. */
export interface StageInput {
  readonly fleet: FleetModel;
  readonly islands: readonly Island[];
  /** Clusters whose settings are changed. */
  readonly selected: ReadonlySet<ClusterModel>;
  /** The new anchor as an entry of `trust.anchors`: distribute. */
  readonly anchor?: string;
  /** The `issuerRef.name` that signs by the new anchor: issue, where cert-manager issues. */
  readonly issuerRef?: string;
  /** Entry of `trust.issuerCertificates`, `{cluster}` standing for the name: issue. */
  readonly issuerCertificates?: string;
  /** Certificates of an entry of `trust.anchors`. */
  readonly certificatesIn: (entry: string) => readonly Certificate[];
}

/** The changes of a stage for those of the clusters that have not gone so far, and what keeps it from being made. */
export function stageEdits(stage: Stage, input: StageInput): { edits: readonly Edit[]; issues: readonly Issue[] } {
  const standings = input.islands.flatMap((island) =>
    island.clusters.map((standing) => ({ ...standing, from: island.from })),
  );
  const behind = standings.filter((one) => input.selected.has(one.cluster) && IS_BEHIND[stage](one, input));
  if (stage === 'distribute') return { edits: distribute(input, behind.map(clusterOf)), issues: [] };
  if (stage === 'issue') return { edits: issued(input, behind.map(clusterOf)), issues: [] };
  return retire(input, behind);
}

const clusterOf = ({ cluster }: ClusterStanding) => cluster;

const IS_BEHIND: Readonly<Record<Stage, (standing: ClusterStanding, input: StageInput) => boolean>> = {
  distribute: ({ bundle }) => bundle === 'old',
  // Clusters without the new anchor too: the rule about steps says which, and why not.
  issue: ({ bundle, issuer, cluster: { trust } }, { issuerRef }) =>
    (bundle === 'both' || bundle === 'old') &&
    (issuer === 'old' ||
      issuer === 'unknown' ||
      (issuer === 'new' && trust.issuer.kind === 'certManager' && trust.issuer.issuerRef.name !== issuerRef)),
  retire: ({ bundle }) => bundle === 'both',
};

function distribute({ fleet, anchor = '' }: StageInput, clusters: readonly ClusterModel[]): readonly Edit[] {
  return placesOf(fleet, clusters, 'anchors').map(({ document, path, value, isOrigin }): Edit => {
    if (isOrigin && Array.isArray(value)) return { document, path: [...path, value.length], value: anchor };
    return { document, path, value: [...entries(value), anchor] };
  });
}

function issued(input: StageInput, clusters: readonly ClusterModel[]): readonly Edit[] {
  const { fleet, issuerRef, issuerCertificates = '' } = input;
  const byCertManager = clusters.filter(({ trust }) => trust.issuer.kind === 'certManager');
  const refs = placesOf(fleet, byCertManager, 'issuer').map(({ document, path, value, isOrigin }): Edit => {
    if (isOrigin) return { document, path: [...path, 'certManager', 'issuerRef', 'name'], value: issuerRef };
    const certManager = (value as Trust['issuer'])?.certManager;
    const named = { ...certManager, issuerRef: { ...certManager?.issuerRef, name: issuerRef } };
    return { document, path, value: { certManager: named } };
  });
  const isShared = !issuerCertificates.includes('{cluster}');
  const places = isShared
    ? placesOf(fleet, clusters, 'issuerCertificates')
    : clusters.map((cluster) => ownPlace(cluster, 'issuerCertificates'));
  const certificates = places.map(({ document, path }): Edit => {
    return { document, path, value: issuerCertificates.replaceAll('{cluster}', document.name) };
  });
  return [...refs, ...certificates];
}

function retire(
  { fleet, certificatesIn }: StageInput,
  standings: readonly (ClusterStanding & { from: readonly Certificate[] })[],
): { edits: readonly Edit[]; issues: readonly Issue[] } {
  const unknown = standings.filter(({ issuer }) => issuer === 'unknown').map(clusterOf);
  const issues = unknown.map((cluster) => unknownIssuer(fleet, cluster));
  const going = new Set(standings.flatMap(({ from }) => from.map(({ fingerprint }) => fingerprint)));
  const edits = placesOf(fleet, standings.map(clusterOf), 'anchors').flatMap((place): Edit[] => {
    const { document, path, value, isOrigin, users } = place;
    const given = entries(value).map((entry) => {
      const certs = certificatesIn(entry);
      const gone = certs.filter(({ fingerprint }) => going.has(fingerprint)).length;
      return { entry, goes: gone > 0, isMixed: gone > 0 && gone < certs.length };
    });
    if (given.some(({ isMixed }) => isMixed)) {
      issues.push(mixed(fleet, users));
      return [];
    }
    const kept = given.filter(({ goes }) => !goes).map(({ entry }) => entry);
    if (!isOrigin || !Array.isArray(value)) return [{ document, path, value: kept }];
    // From the end, so that places of those before stay what they are.
    const gone = given.flatMap(({ goes }, i) => (goes ? [i] : [])).reverse();
    return gone.map((i) => ({ document, path: [...path, i], value: undefined }));
  });
  return { edits, issues };
}

function unknownIssuer(fleet: FleetModel, cluster: ClusterModel): Issue {
  const path = pathOf(fleet, cluster, ['trust', 'issuerCertificates']);
  return issue('ROTATION_ISSUER_UNKNOWN', { path, found: `nothing for ${cluster.name}`, clusters: [cluster.name] });
}

function mixed(fleet: FleetModel, users: readonly ClusterModel[]): Issue {
  const path = pathOf(fleet, users[0]!, ['trust', 'anchors']);
  const found = 'an entry with anchors that go and anchors that stay';
  return issue('ROTATION_ANCHORS_MIXED', { path, found, clusters: users.map(({ name }) => name) });
}

const entries = (value: unknown): readonly string[] => (value === undefined ? [] : ([value].flat() as string[]));

/** Where one setting of trust is changed for some clusters. */
interface Place {
  readonly document: DocumentRef;
  readonly path: readonly (string | number)[];
  /** What the clusters have now, from wherever they have it. */
  readonly value: unknown;
  /** Whether they have it from here: otherwise other clusters have it from there too, and keep it. */
  readonly isOrigin: boolean;
  readonly users: readonly ClusterModel[];
}

/** The levels that say the setting, where all clusters that have it from one are among those to change; else the clusters. */
function placesOf(fleet: FleetModel, clusters: readonly ClusterModel[], key: keyof Trust): readonly Place[] {
  const chosen = new Set(clusters);
  const byLevel = new Map<string, ClusterModel[]>();
  for (const cluster of fleet.clusters.values()) {
    const level = levelOf(fleet, cluster, key);
    byLevel.set(level, [...(byLevel.get(level) ?? []), cluster]);
  }
  return [...byLevel].flatMap(([level, users]): Place[] => {
    const own = users.filter((cluster) => chosen.has(cluster));
    if (own.length === 0) return [];
    if (own.length < users.length || level.startsWith('cluster ')) return own.map((cluster) => ownPlace(cluster, key));
    const above = level === 'fleet' ? [] : ['regions', Number(level)];
    const document = { kind: 'Fleet', name: fleet.name } as const;
    return [{ document, path: ['spec', ...above, 'trust', key], ...said(users[0]!, key), isOrigin: true, users }];
  });
}

/** A setting that nobody says is said for the fleet. */
function levelOf(fleet: FleetModel, { levels, name, region }: ClusterModel, key: keyof Trust): string {
  const from = originOf(levels, ['trust', key]) ?? 'fleet';
  if (from === 'cluster') return `cluster ${name}`;
  if (from !== 'region') return 'fleet';
  return String((fleet.spec.regions ?? []).findLastIndex((one) => one.name === region));
}

function ownPlace(cluster: ClusterModel, key: keyof Trust): Place {
  const document = { kind: 'Cluster', name: cluster.name } as const;
  const isOrigin = originOf(cluster.levels, ['trust', key]) === 'cluster';
  return { document, path: ['spec', 'trust', key], ...said(cluster, key), isOrigin, users: [cluster] };
}

function said({ levels }: ClusterModel, key: keyof Trust): { value: unknown } {
  const from = originOf(levels, ['trust', key]);
  const level = levels.find((one) => one.from === from);
  return { value: (level?.settings['trust'] as Trust | undefined)?.[key] };
}
