/** `trust init` and `trust issue`: keys go into files of their owner's, never to standard output. */
import { createPrivateKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FleetError, issue, throwOnErrors } from '../../errors';
import type { ClusterModel } from '../../model/types';
import { check, type Project } from '../../project';
import { type Certificate, checkIssuer, checkIssuerUnderBundle } from '../../trust';
import { lifetimeIssues, readAuthority } from '../../trust/mint/authority';
import { type NewFile, whyNotWrite, writeNew } from '../../trust/mint/files';
import { type Authority, mintIssuer, mintRoot, type Validity } from '../../trust/mint/mint';
import { type Context, EXIT } from '../command';
import { openFleet } from '../open';
import { plural } from '../output/issues';
import { selectedClusters } from '../select';
import { daysOf, timeOf } from '../time';

/** A root, and an issuer for each cluster that does not get its own from cert-manager. */
export async function initTrust(context: Context): Promise<number> {
  const { flags, args, io } = context;
  const keys = required(context, 'keys');
  const now = timeOf(flags.now);
  const days = daysOf('root-days', flags['root-days'], 3650);
  const issuerDays = daysOf('issuer-days', flags['issuer-days'], 365);
  const project = await described(args[0], io);
  const clusters = whoNeedsOne(project, context);
  refuseToWrite(context, keys, ['root', ...clusters.map(placeOf)]);
  const root = await mintRoot(project.fleet.domain ?? project.fleet.name, { now, days });
  const authority = { certificate: root.certificate, key: createPrivateKey(root.key) };
  const validity = { now, days: issuerDays };
  throwOnErrors(lifetimeIssues(authority, validity, `--root-days ${days}`));
  const files = [...secretFiles('root', [root.certificate], root.key)];
  for (const cluster of clusters) files.push(...(await issuerFiles(cluster, authority, [], validity)));
  write(context, keys, files);
  const next = `copy ${join(keys, 'root/tls.crt')} into the directory of the description and name the copy in trust.anchors; keep root/tls.key away from clusters`;
  io.say('ok', `a root and ${plural(clusters.length, 'issuer')}. Next: ${next}`);
  return EXIT.fine;
}

/** Issuers from a root or an intermediate that is there already, and that the bundles of the clusters know. */
export async function issueTrust(context: Context): Promise<number> {
  const { flags, args, io } = context;
  const [keys, ca] = [required(context, 'keys'), required(context, 'ca')];
  const validity = { now: timeOf(flags.now), days: daysOf('issuer-days', flags['issuer-days'], 365) };
  const { authority, above } = readCa(context, ca);
  throwOnErrors(lifetimeIssues(authority, validity, ca));
  const project = await described(args[0], io);
  const clusters = whoNeedsOne(project, context);
  refuseToWrite(context, keys, clusters.map(placeOf));
  const files: NewFile[] = [];
  for (const cluster of clusters) {
    const chain = [authority.certificate, ...above];
    throwOnErrors(strangers(cluster, chain, ca));
    files.push(...(await issuerFiles(cluster, authority, above, validity)));
  }
  write(context, keys, files);
  io.say(
    'ok',
    `${plural(clusters.length, 'issuer')}. Next: deliver each as Secret linkerd-identity-issuer of its cluster`,
  );
  return EXIT.fine;
}

/** The CA itself, or a root above it, has to be in the bundle: issued by another one, the issuer is refused where it is used. */
function strangers(cluster: ClusterModel, chain: readonly Certificate[], path: string) {
  if (cluster.trust.anchors.length === 0) return [];
  return checkIssuerUnderBundle(chain, cluster.trust.anchors, path).map((one) => ({
    ...one,
    found: `${one.found} (bundle of ${cluster.name})`,
    clusters: [cluster.name],
  }));
}

function required({ flags }: Context, flag: string): string {
  const value = flags[flag];
  if (typeof value === 'string') return value;
  const found = 'nothing';
  throw new FleetError([
    issue('USAGE', { path: `--${flag}`, found, allowed: 'a directory', fix: `Add --${flag} DIRECTORY.` }),
  ]);
}

/** The fleet, which may lack what is about to be made. @throws what else is wrong with it */
async function described(argument: string | undefined, io: Context['io']): Promise<Project> {
  const project = await openFleet(argument, io);
  const isAboutTrust = /\.trust\b/;
  throwOnErrors(check(project).filter(({ code, path }) => !code.startsWith('TRUST_') && !isAboutTrust.test(path)));
  return project;
}

/** Clusters that were named, or else those whose issuer does not come from cert-manager. */
function whoNeedsOne(project: Project, { flags, io }: Context): readonly ClusterModel[] {
  const selected = selectedClusters(project, flags);
  if (selected !== undefined) return selected;
  const all = [...project.fleet.clusters.values()];
  const clusters = all.filter(({ trust }) => trust.issuer.kind === 'existing');
  const others = all.length - clusters.length;
  if (others > 0)
    io.say('warn', `cert-manager issues for ${plural(others, 'cluster')}: none made, unless named with --cluster`);
  return clusters;
}

const placeOf = ({ name }: ClusterModel) => `issuers/${name}`;

function refuseToWrite({ flags, io }: Context, keys: string, places: readonly string[]): void {
  const files = places.flatMap((place) => NAMES.map((name) => ({ path: `${place}/${name}`, text: '' })));
  throwOnErrors(whyNotWrite(resolve(io.cwd, keys), files, { inGit: flags['in-git'] === true }));
}

/** The keys of a Secret of type kubernetes.io/tls, and the one besides that `linkerd check` reads. */
const NAMES = ['tls.crt', 'tls.key', 'ca.crt'] as const;

function readCa({ io }: Context, ca: string): { authority: Authority; above: readonly Certificate[] } {
  const [pem, key] = ['tls.crt', 'tls.key'].map((name) => {
    const file = join(resolve(io.cwd, ca), name);
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) return readFileSync(file, 'utf8');
    throw new FleetError([issue('INPUT_NOT_FOUND', { path: join(ca, name), found: 'no file there' })]);
  }) as [string, string];
  const { authority, above, issues } = readAuthority(pem, key, ca);
  if (authority === undefined) throw new FleetError(issues);
  return { authority, above };
}

async function issuerFiles(
  cluster: ClusterModel,
  authority: Authority,
  above: readonly Certificate[],
  validity: Validity,
): Promise<readonly NewFile[]> {
  const names = { linkerdNamespace: cluster.linkerd.namespace, trustDomain: cluster.trustDomain };
  const { certificate, key } = await mintIssuer(authority, names, validity);
  const signers = [authority.certificate, ...above];
  const root = signers[signers.length - 1] as Certificate;
  const path = placeOf(cluster);
  throwOnErrors([
    ...checkIssuer(certificate, path),
    ...checkIssuerUnderBundle([certificate, ...signers], [root], path, names),
  ]);
  const intermediates = signers.filter((signer) => signer.subjectKey !== signer.issuerKey);
  return [
    ...secretFiles(path, [certificate, ...intermediates], key),
    { path: `${path}/ca.crt`, text: `${root.pem}\n` },
  ];
}

function secretFiles(path: string, chain: readonly Certificate[], key: string): readonly NewFile[] {
  return [
    { path: `${path}/tls.crt`, text: chain.map(({ pem }) => `${pem}\n`).join('') },
    { path: `${path}/tls.key`, text: key, secret: true },
  ];
}

function write({ flags, io }: Context, keys: string, files: readonly NewFile[]): void {
  const directory = resolve(io.cwd, keys);
  // Once more: minting for a thousand clusters takes seconds.
  throwOnErrors(whyNotWrite(directory, files, { inGit: flags['in-git'] === true }));
  writeNew(directory, files);
  for (const { path, secret } of files) io.say('add', `${join(keys, path)}${secret ? ' (private key)' : ''}`);
}
