/** The example fleets with each way of carrying credentials, and the files that two of these need: made once for all releases. */
import { execFile, execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { sealCredentials } from '../../lib/cli/commands/credentials-seal';
import { processIo } from '../../lib/cli/io';
import { loadData } from '../../lib/cli/open';
import { type LinkerdVersion, release } from '../../lib/linkerd/releases';
import type { WAYS } from '../../lib/model/credentials/credentials';
import type { Edge } from '../../lib/model/types';
import { open } from '../../lib/project';
import { legacyToken } from '../../test/tokens';
import { type Document, example, inWaves, linkerdFleet, objectsOf } from '../rig/fleet';
import type { KubeObject } from '../rig/kube';
import { scratch } from '../rig/processes';
import { binary } from '../rig/tools';

/** A way of carrying credentials, as descriptions name it. */
export type Way = (typeof WAYS)[number];

/** An example of fleets/. */
export type Example = 'prod' | 'global';

const CA = readFileSync(join(__dirname, '../../fleets/trust/anchors.pem'), 'utf8');

/** The example in a release, with its credentials going one way. */
export function variant(name: Example, version: LinkerdVersion, way: Way): Document[] {
  return example(name).map((document) => {
    const { kind, spec } = document;
    if (kind === 'Fleet')
      return { ...document, spec: { ...spec, linkerd: { ...spec.linkerd, version }, ...fleet(way, spec) } };
    return kind === 'Cluster' && way === 'oidc' ? withIssuer(document, version) : document;
  });
}

// biome-ignore lint/suspicious/noExplicitAny: what a document says
function fleet(way: Way, { credentials }: any): object {
  switch (way) {
    case 'externalSecrets':
      return { credentials };
    case 'sealedSecrets':
      return { credentials: { sealedSecrets: { certificate: CERTIFICATE } } };
    case 'sops':
      // Argo CD decrypts nothing: with it such a fleet is refused.
      return { credentials: { sops: { age: [identity().recipient] } }, argocd: undefined };
    default:
      return { credentials: { [way]: {} } };
  }
}

/** What an API server by whose tokens a source is known says of itself. Releases name different versions of Kubernetes. */
function withIssuer(document: Document, version: LinkerdVersion): Document {
  const { spec, metadata } = document;
  const serviceAccountIssuer = { url: `https://oidc.example.com/${metadata.name}` };
  const { max: kubernetesVersion } = release(version).kubernetes;
  return {
    ...document,
    spec: { ...spec, apiServer: { ...spec.apiServer, caBundle: CA }, serviceAccountIssuer, kubernetesVersion },
  };
}

const directories = new Map<string, Promise<string>>();

/** Writes it as `synth` does, beside the files of credentials that it needs. @returns the directory */
export async function written(name: Example, version: LinkerdVersion, way: Way): Promise<string> {
  const key = `${name} ${way}`;
  const directory = directories.get(key) ?? prepared(name, way);
  directories.set(key, directory);
  const file = describe(await directory, variant(name, version, way));
  const out = join(scratch('tree'), 'dist');
  linkerdFleet('synth', file, '--out', out);
  return out;
}

function describe(directory: string, items: readonly Document[]): string {
  const file = join(directory, 'fleet.json');
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  return file;
}

async function prepared(name: Example, way: Way): Promise<string> {
  const directory = scratch('fleet');
  if (way === 'sealedSecrets') certificate(directory);
  if (way === 'sealedSecrets' || way === 'sops') await carry(directory, variant(name, '2.20', way), way);
  return directory;
}

const CERTIFICATE = 'sealed-secrets.pem';

function certificate(directory: string): void {
  const files = ['-keyout', '/dev/null', '-out', join(directory, CERTIFICATE)];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=s', '-days', '9', ...files], {
    stdio: 'pipe',
  });
}

/**
 * What `credentials seal` and `credentials encrypt` do, for every Link of a fleet, without a process for each; and with a description
 * of no more than its two ends, since each of hundreds would be held against all the others.
 */
async function carry(directory: string, documents: readonly Document[], way: 'sealedSecrets' | 'sops'): Promise<void> {
  // The command calls sops by its name.
  process.env['PATH'] = [dirname(binary('sops')), process.env['PATH']].join(delimiter);
  const io = { ...processIo(), cwd: directory, say: () => {} };
  const { clusters, topology } = open(loadData(describe(directory, documents))).fleet;
  for (const edge of [...clusters.values()].flatMap((target) => topology.sources(target))) {
    const file = describe(directory, ends(documents, edge));
    const fd = given(directory, `linkerd-link-${edge.source.name}`);
    const flags = { link: `${edge.source.name}->${edge.target.name}`, fd: String(fd) };
    await sealCredentials(way === 'sops' ? 'encrypt' : 'seal', { flags, args: [file], io });
    closeSync(fd);
  }
}

function ends(documents: readonly Document[], { source, target, mode }: Edge): Document[] {
  const topology = { edges: [{ source: source.name, target: target.name, mode }] };
  return documents.flatMap((document) => {
    if (document.kind === 'Fleet') return [{ ...document, spec: { ...document.spec, topology } }];
    return [source.name, target.name].includes(document.metadata.name) ? [document] : [];
  });
}

/** The token Secret of an account, as it comes by a pipe. */
function given(directory: string, account: string): number {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const data = { token: base64(legacyToken(account, `${account}-token`)), 'ca.crt': base64(CA) };
  const file = join(directory, 'token.json');
  writeFileSync(file, JSON.stringify({ kind: 'Secret', type: 'kubernetes.io/service-account-token', data }));
  return openSync(file, 'r');
}

let made: { readonly file: string; readonly recipient: string } | undefined;

function identity() {
  if (made !== undefined) return made;
  const file = join(scratch('age'), 'keys.txt');
  execFileSync(binary('age-keygen'), ['-o', file], { stdio: 'pipe' });
  made = { file, recipient: /public key: (age1\w+)/.exec(readFileSync(file, 'utf8'))![1]! };
  return made;
}

/** Everything that is applied to a cluster, in the order of sync waves: Secrets of sops as Flux decrypts them. */
export async function appliedTo(tree: string, cluster: string): Promise<KubeObject[]> {
  const directory = join(tree, 'clusters', cluster, 'multicluster');
  const encrypted = readdirSync(directory).filter((file) => file.endsWith('.sops.yaml'));
  const others = objectsOf(tree, cluster).filter((object) => !('sops' in object));
  return inWaves([...others, ...(await Promise.all(encrypted.map((file) => decrypted(join(directory, file)))))]);
}

const known = new Map<string, Promise<KubeObject>>();
const run = promisify(execFile);

function decrypted(file: string): Promise<KubeObject> {
  const text = readFileSync(file, 'utf8');
  const env = { SOPS_AGE_KEY_FILE: identity().file, SOPS_DISABLE_VERSION_CHECK: '1' };
  const object = known.get(text) ?? run(binary('sops'), ['decrypt', file], { env }).then(({ stdout }) => parse(stdout));
  known.set(text, object);
  return object;
}
