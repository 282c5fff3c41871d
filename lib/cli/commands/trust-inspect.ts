/** `trust inspect` and `trust verify`: public certificates only. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type CertificateSummary,
  certificatesOf,
  type Encounter,
  trustAnswers,
  type Verdict,
} from '../../analysis/trust';
import { FleetError, issue, throwOnErrors } from '../../errors';
import { list } from '../../model/rules/report';
import type { ClusterModel, FleetModel } from '../../model/types';
import { type Certificate, parseBundle } from '../../trust';
import { type Context, EXIT } from '../command';
import { openFleet } from '../open';
import { plural } from '../output/issues';
import { table } from '../output/table';
import { selectedClusters } from '../select';
import { timeOf, windowOf } from '../time';

/** Links shown one by one; of more, only those that do not verify. */
const MOST_LINKS = 200;

/** Certificates, clusters and Links. */
export async function inspectTrust({ flags, args, io }: Context): Promise<number> {
  const project = await openFleet(args[0], io);
  throwOnErrors(project.issues);
  const { fleet } = project;
  const selected = selectedClusters(project, flags) ?? [...fleet.clusters.values()];
  const answers = trustAnswers(fleet, timeOf(flags.now));
  const certificates = certificatesOf(selected);
  const clusters = selected.map(answers.cluster);
  const links = edgesOf(fleet, selected).map(([source, target]) => answers.link(source, target));
  if (flags.output === 'json') {
    io.out(`${JSON.stringify({ certificates, clusters, links }, null, 2)}\n`);
    return EXIT.fine;
  }
  const isFine = ({ verdict }: Verdict) => verdict === 'verifies';
  const shown =
    links.length <= MOST_LINKS ? links : links.filter((l) => !isFine(l.sourceAtTarget) || !isFine(l.targetAtSource));
  io.out(
    [
      certificateTable(certificates),
      table(
        ['CLUSTER', 'TRUST DOMAIN', 'BUNDLE SHA-256', 'ANCHORS', 'ISSUER FROM', 'OWN CHAIN'],
        clusters.map((c) => [c.cluster, c.trustDomain, c.bundleSha256 ?? '-', `${c.anchors}`, c.from, said(c.own)]),
      ),
      table(
        ['SOURCE', 'TARGET', 'SOURCE AT TARGET', 'TARGET AT SOURCE'],
        shown.map((l) => [l.source, l.target, said(l.sourceAtTarget), said(l.targetAtSource)]),
      ),
    ].join('\n'),
  );
  if (shown.length < links.length)
    io.say('ok', `${plural(links.length, 'Link')}; those are not shown that verify at both ends`);
  return EXIT.fine;
}

/** Issuers under every bundle that they meet; exit status 1 where one does not verify for long enough. */
export async function verifyTrust({ flags, args, io }: Context): Promise<number> {
  const project = await openFleet(args[0], io);
  throwOnErrors(project.issues);
  const { fleet } = project;
  const [now, window] = [timeOf(flags.now), windowOf(flags.window)];
  const clusters = selectedClusters(project, flags) ?? [...fleet.clusters.values()];
  const actual = flags.issuer === undefined ? undefined : givenIssuer(String(flags.issuer), clusters, io);
  const answers = trustAnswers(fleet, now, actual);
  const all = clusters.flatMap(answers.encounters);
  const rows = all.filter(({ verdict }) => verdict !== 'unknown');
  const unknown = new Set(all.filter(({ verdict }) => verdict === 'unknown').map(({ cluster }) => cluster));
  const fails = (e: Encounter) => e.verdict !== 'verifies' || Date.parse(e.until as string) < now + window;
  if (flags.output === 'json') io.out(`${JSON.stringify(rows, null, 2)}\n`);
  else if (rows.length > 0) io.out(encounterTable(rows));
  if (unknown.size > 0)
    io.say('warn', `not verified, because trust.issuerCertificates does not name the issuer: ${list([...unknown])}`);
  const failed = rows.filter(fails);
  if (failed.length > 0)
    io.say('fail', `${failed.length} of ${plural(rows.length, 'chain')} broken, or ending too soon`);
  else io.say(unknown.size > 0 ? 'warn' : 'ok', `${plural(rows.length, 'chain')} verified`);
  return failed.length > 0 ? EXIT.findings : EXIT.fine;
}

/** @throws USAGE; what is wrong with the file */
function givenIssuer(file: string, clusters: readonly ClusterModel[], io: Context['io']): readonly Certificate[] {
  if (clusters.length !== 1) {
    const found = plural(clusters.length, 'cluster');
    throw new FleetError([issue('USAGE', { path: '--issuer', found, allowed: 'one cluster, named with --cluster' })]);
  }
  const { certificates, issues } = parseBundle(textOf(file, io), file === '-' ? 'standard input' : file);
  throwOnErrors(issues);
  return certificates;
}

function textOf(file: string, io: Context['io']): string {
  if (file === '-') return io.stdin();
  const path = resolve(io.cwd, file);
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return readFileSync(path, 'utf8');
  throw new FleetError([issue('INPUT_NOT_FOUND', { path: file, found: 'no file there' })]);
}

/** Every edge that touches one of the clusters, once. */
function edgesOf(
  { topology }: FleetModel,
  clusters: readonly ClusterModel[],
): (readonly [ClusterModel, ClusterModel])[] {
  const chosen = new Set(clusters);
  return clusters.flatMap((cluster) => [
    ...topology.targets(cluster).map(({ target }) => [cluster, target] as const),
    ...topology.sources(cluster).flatMap(({ source }) => (chosen.has(source) ? [] : [[source, cluster] as const])),
  ]);
}

function certificateTable(certificates: readonly CertificateSummary[]): string {
  return table(
    ['CERTIFICATE', 'SUBJECT', 'KEY', 'SIGNATURE', 'PATH', 'NAME CONSTRAINTS', 'VALID UNTIL', 'SHA-256', 'CLUSTERS'],
    certificates.map((c) => [
      c.role,
      c.subject,
      c.key,
      c.signature,
      String(c.pathLength ?? '-'),
      constraints(c),
      c.notAfter,
      c.sha256.slice(0, 16),
      list(c.clusters),
    ]),
  );
}

function constraints({ nameConstraints: nc }: CertificateSummary): string {
  if (nc === undefined) return '-';
  const words = (mark: string, names: readonly string[]) =>
    names.map((name) => `${mark}${name === '' ? '(any)' : name}`);
  return [
    ...words('+DNS:', nc.permittedDns),
    ...words('+URI:', nc.permittedUri),
    ...words('-DNS:', nc.excludedDns),
    ...words('-URI:', nc.excludedUri),
  ].join(' ');
}

function encounterTable(rows: readonly Encounter[]): string {
  return table(
    ['ISSUER OF', 'SUBJECT', 'UNDER THE BUNDLE OF', 'VERDICT'],
    rows.map((row) => [row.cluster, row.issuer ?? '-', list(row.holders), said(row)]),
  );
}

const said = ({ verdict, until, reason }: Verdict): string =>
  verdict === 'verifies' ? `until ${until}` : verdict === 'unknown' ? 'not known' : `${verdict}: ${reason}`;
