/** A rotation as text and as JSON. */
import type { Island, Stage, Standing } from '../../analysis/anchor/anchor';
import { type Gate, gatesOf } from '../../analysis/anchor/gates';
import { podsShow } from '../../analysis/anchor/roots';
import type { Edit } from '../../fleet/edit/edit';
import { list } from '../../model/rules/report';
import type { Certificate } from '../../trust';
import { table } from '../output/table';

/** What is shown. */
export interface Shown {
  readonly fleet: string;
  /** The stage that the edits make. */
  readonly stage?: Stage;
  /** As they are after the edits. */
  readonly islands: readonly Island[];
  readonly edits: readonly (Edit & { readonly file?: string })[];
  /** The same in the words of code, where the fleet is that. */
  readonly code?: readonly string[];
  /** Files that were written. */
  readonly written?: readonly string[];
}

/** Documented in docs/trust.md. */
export function rotationJson({ fleet, stage, islands, edits, written }: Shown): string {
  const certificate = ({ subject, fingerprint, notAfter }: Certificate) => ({
    subject,
    sha256: fingerprint,
    notAfter: `${new Date(notAfter).toISOString().slice(0, 19)}Z`,
  });
  const shown = {
    fleet,
    stage,
    edits: edits.map(({ document, path, value, file }) => ({ file, document, path, value: value ?? null })),
    written,
    islands: islands.map((island) => ({
      standing: island.standing,
      next: island.next,
      from: island.from.map(certificate),
      to: island.to && certificate(island.to),
      clusters: island.clusters.map(({ cluster, bundle, issuer }) => ({
        cluster: cluster.name,
        bundle,
        trustRootSha256: podsShow(cluster.trust),
        issuer,
        issuerRef: cluster.trust.issuer.kind === 'certManager' ? cluster.trust.issuer.issuerRef.name : undefined,
      })),
      gates: gatesOf(island),
    })),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

/** For people. */
export function rotationText({ stage, islands, edits, code, written }: Shown): string {
  const shown =
    code === undefined
      ? `:\n${editTable(edits)}`
      : `, as props to be merged into those of the code:\n${code.map((line) => `${line}\n`).join('')}`;
  const edit =
    edits.length === 0
      ? ''
      : `${written === undefined ? `Edit for stage ${stage}` : `Stage ${stage}, written`}${shown}\n`;
  return edit + islands.map((island) => islandText(island)).join('\n');
}

function editTable(edits: Shown['edits']): string {
  return table(
    ['FILE', 'DOCUMENT', 'FIELD', 'VALUE'],
    edits.map(({ file, document, path, value }) => [
      file ?? '-',
      `${document.kind} ${document.name}`,
      path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${key}`), '').slice(1),
      value === undefined ? 'remove it' : JSON.stringify(value),
    ]),
  );
}

/** What it means, and what follows. */
const MEANS: Readonly<Record<Standing, string>> = {
  steady:
    'No rotation is under way. Next: distribute a new anchor (--stage distribute --to FILE). After one, --to FILE of the anchor that is left names what shows that it is over.',
  distributing: 'Some bundles lack the new anchor. Next: distribute it to the rest.',
  distributed: 'All bundles have both anchors. Restart every meshed pod and control plane. Next: issue.',
  issuing: 'Some issuers are of the new anchor. Next: issue in the rest.',
  issued: 'All issuers are of the new anchor. Next: retire the old one.',
  retiring: 'Some bundles still have the old anchor. Next: retire it in the rest.',
  retired:
    'The old anchor is gone from all bundles, and in force until every meshed pod and control plane was restarted. Restart them, and it is over.',
};

function islandText(island: Island): string {
  const { clusters, standing, from, to, next } = island;
  const gates = gatesOf(island);
  const names = list(clusters.map(({ cluster }) => cluster.name));
  const subjects = (certificates: readonly Certificate[]) => list(certificates.map(({ subject }) => subject)) || '-';
  const head = `${clusters.length === 1 ? 'Cluster' : 'Clusters'} ${names}: ${standing}\n${MEANS[standing]}\n`;
  const way = to === undefined ? `Anchors: ${subjects(from)}\n` : `From ${subjects(from)} to ${to.subject}\n`;
  const rows = table(
    ['CLUSTER', 'BUNDLE', 'ISSUER', 'ISSUER FROM', 'TRUST-ROOT-SHA256'],
    clusters.map(({ cluster, bundle, issuer }) => [
      cluster.name,
      bundle,
      issuer,
      cluster.trust.issuer.kind === 'certManager' ? cluster.trust.issuer.issuerRef.name : 'existing',
      podsShow(cluster.trust),
    ]),
  );
  if (gates.length === 0) return head + way + rows;
  const before = next === undefined ? 'To be true before it is over' : `To be true before ${next}`;
  return `${head}${way}${rows}${before}:\n${gatesText(gates)}`;
}

/** Commands that differ in the cluster alone are one loop over clusters. */
function gatesText(gates: readonly Gate[]): string {
  const alike = new Map<string, { gate: Gate; clusters: string[] }>();
  for (const gate of gates) {
    const key = [gate.must, gate.shows, inLoop(gate)].join('\n');
    const same = alike.get(key) ?? { gate, clusters: [] };
    same.clusters.push(gate.cluster);
    alike.set(key, same);
  }
  const lines = [...alike.values()].map(({ gate, clusters }) => {
    const all = `for c in ${clusters.join(' ')}; do echo "$c:"; ${inLoop(gate)}; done`;
    const command = clusters.length === 1 ? gate.command : all;
    return `- ${list(clusters)}: ${gate.must}; shows ${gate.shows}\n    ${command}\n`;
  });
  return lines.join('');
}

const inLoop = ({ cluster, command }: Gate) => command.replaceAll(`--context ${cluster} `, '--context "$c" ');
