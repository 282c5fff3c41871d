/** Files of sealed or encrypted credentials beside the description: what they must be, and what is copied of them. */
import { type Issue, issue } from '../../errors';
import * as names from '../../linkerd/names';
import { parseYaml } from '../../read/yaml';
import { caFingerprint, isSealed, recipientOf } from '../../trust/seal';
import { isPlain } from '../inherit';
import { endpoint, serverFor } from '../rules/apiserver';
import type { Edge, FleetModel, LinkCredentialsModel } from '../types';
import { credentialsOf, isReadmitted, isRevoked } from './credentials';
import { hasSopsMetadata, isInOrder, isSopsValue } from './sops-form';

/** Annotation with the epoch of the token in a file. */
export const EPOCH_ANNOTATION = 'credentials.linkerd-fleet.dev/epoch';
/** Annotation with the fingerprint of the key that a file was sealed for. */
export const RECIPIENT_ANNOTATION = 'credentials.linkerd-fleet.dev/sealed-for';
/** Annotation with the URL of the API server in the kubeconfig of a file, which nobody but its recipient could read there. */
export const SERVER_ANNOTATION = 'credentials.linkerd-fleet.dev/server';
/** Annotation with the fingerprint of the CA in the kubeconfig of a file. */
export const CA_ANNOTATION = 'credentials.linkerd-fleet.dev/ca';
/** What sops leaves readable: everything but the data. */
export const ENCRYPTED_REGEX = '^(data|stringData)$';

/** A way of delivery by files. */
export type FileWay = Extract<LinkCredentialsModel, { kind: 'sealedSecrets' | 'sops' }>;

/** The credentials of an edge, where they are in files that are there, or have to be. */
export function fileWay(edge: Edge): FileWay | undefined {
  const way = credentialsOf(edge);
  if (way.kind === 'sealedSecrets') return way.awaiting === true ? undefined : way;
  return way.kind === 'sops' ? way : undefined;
}

/** Path of the file for one Secret. */
export function credentialFile({ files }: FileWay, { source, target }: Edge, namespace: string): string {
  return named(files, { source: source.name, target: target.name, namespace });
}

/** Path of the certificate of the controller that unseals. */
export function certificateFile(way: Extract<FileWay, { kind: 'sealedSecrets' }>, { source }: Edge): string {
  return named(way.certificate, { source: source.name });
}

const named = (template: string, words: Readonly<Record<string, string>>) =>
  Object.entries(words).reduce((path, [key, word]) => path.replaceAll(`{${key}}`, word), template);

/** Name, type, label and annotations of the Secret of an edge in a namespace of its source. */
export function secretMetadata({ source, target }: Edge, namespace: string): SecretMetadata {
  const name = names.credentialsSecretName(target.name);
  const base = { name, namespace, type: names.CREDENTIALS_SECRET_TYPE };
  if (namespace !== source.linkerd.namespace) return { ...base, labels: {}, annotations: {} };
  return {
    ...base,
    labels: { [names.CLUSTER_NAME_LABEL]: target.name },
    annotations: {
      [names.CLUSTER_DOMAIN_ANNOTATION]: target.clusterDomain,
      [names.TRUST_DOMAIN_ANNOTATION]: target.trustDomain,
    },
  };
}

/** What a file says of the kubeconfig that is encrypted in it. */
export function contentAnnotations(held: { readonly epoch: number; readonly server: string; readonly ca: string }): {
  readonly [annotation: string]: string;
} {
  return {
    [CA_ANNOTATION]: caFingerprint(held.ca),
    [EPOCH_ANNOTATION]: String(held.epoch),
    [SERVER_ANNOTATION]: held.server,
  };
}

/** What readers find a Secret by. */
export interface SecretMetadata {
  readonly name: string;
  readonly namespace: string;
  readonly type: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** The file of one Secret as it was found. */
export interface FoundFile {
  readonly path: string;
  readonly text: string;
  /** Its one document. */
  readonly document: Readonly<Record<string, unknown>>;
}

/** Reads the file of one Secret, and says what is wrong with it. */
export function readCredentialFile(
  fleet: FleetModel,
  edge: Edge,
  namespace: string,
): { readonly found?: FoundFile; readonly issues: readonly Issue[] } {
  const way = fileWay(edge);
  if (way === undefined) return { issues: [] };
  const path = credentialFile(way, edge, namespace);
  const file = fleet.readFile(path);
  const at = { path, clusters: [edge.source.name, edge.target.name] };
  if (!('text' in file))
    return { issues: file.issues.map((i) => issue(i.code, { ...i, ...at, fix: fixOf(way, edge) })) };
  const { documents, issues } = parseYaml(file.text, path);
  const document = documents[0]?.value;
  if (issues.length > 0 || documents.length !== 1 || !isPlain(document)) {
    return { issues: [issue('SEALED_WRONG', { ...at, found: 'a file that is not one YAML document' })] };
  }
  const faults =
    way.kind === 'sops'
      ? sopsFaults(way, edge, namespace, document, file.text)
      : sealedFaults(fleet, way, edge, namespace, document);
  const wrong = faults.map(({ found, code = 'SEALED_WRONG' as const }) => issue(code, { ...at, found }));
  return wrong.length > 0 ? { issues: wrong } : { found: { path, text: file.text, document }, issues: [] };
}

const fixOf = ({ kind }: FileWay, { source, target }: Edge) =>
  `Write it: linkerd-fleet credentials ${kind === 'sops' ? 'encrypt' : 'seal'} <fleet> --link '${source.name}->${target.name}', with <fleet> as it was named here and the token on standard input.`;

interface Fault {
  readonly found: string;
  readonly code?: 'SEALED_WRONG' | 'SEALED_PLAIN' | 'SEALED_CERTIFICATE';
}

type Plain = Readonly<Record<string, unknown>>;

function sealedFaults(
  fleet: FleetModel,
  way: Extract<FileWay, { kind: 'sealedSecrets' }>,
  edge: Edge,
  namespace: string,
  { apiVersion, kind, metadata, spec }: Plain,
): Fault[] {
  const wanted = secretMetadata(edge, namespace);
  if (kind === 'Secret') return [{ code: 'SEALED_PLAIN', found: 'a Secret that is not sealed' }];
  const own = isPlain(metadata) ? metadata : {};
  const { encryptedData, template, ...rest } = isPlain(spec) ? spec : {};
  const { metadata: inner, type, ...more } = isPlain(template) ? template : {};
  const annotations = mapOf(own['annotations']);
  const faults: (Fault | false)[] = [
    (apiVersion !== 'bitnami.com/v1alpha1' || kind !== 'SealedSecret') && { found: 'another kind than SealedSecret' },
    (own['name'] !== wanted.name || own['namespace'] !== namespace) && { found: 'another name or namespace' },
    Object.keys(annotations).some((key) => !SEALED_ANNOTATIONS.includes(key)) && {
      found: 'annotations that credentials seal does not write: the scope is that of one Secret',
    },
    Object.keys(rest).length + Object.keys(more).length > 0 && { found: 'fields that credentials seal does not write' },
    ...innerFaults(wanted, { ...(isPlain(inner) ? inner : {}), type }),
    !isSealedData(encryptedData) && { found: 'encryptedData that is not one sealed kubeconfig' },
    ...contentFaults(way, edge, annotations),
    ...recipientFault(fleet, certificateFile(way, edge), annotations[RECIPIENT_ANNOTATION]),
  ];
  return faults.filter((fault) => fault !== false);
}

const SEALED_ANNOTATIONS = [CA_ANNOTATION, EPOCH_ANNOTATION, RECIPIENT_ANNOTATION, SERVER_ANNOTATION];

const isSealedData = (data: unknown) =>
  isPlain(data) &&
  isSame(Object.keys(data), [names.CREDENTIALS_SECRET_KEY]) &&
  isSealed(String(data[names.CREDENTIALS_SECRET_KEY]));

function recipientFault(fleet: FleetModel, path: string, sealedFor: unknown): Fault[] {
  const file = fleet.readFile(path);
  const recipient = 'text' in file ? recipientOf(file.text) : undefined;
  if (recipient === undefined) return [{ code: 'SEALED_CERTIFICATE', found: `no certificate in ${path}` }];
  return recipient.fingerprint === sealedFor
    ? []
    : [{ found: `a value that was sealed for another key than that of ${path}` }];
}

function epochFault(way: LinkCredentialsModel, said: unknown): Fault[] {
  const { loaded, epoch } = way;
  const held = Number(typeof said === 'string' ? said : Number.NaN);
  if (held >= (isReadmitted(way) ? 1 : loaded) && held <= epoch) return [];
  return [{ found: `token ${Number.isInteger(held) ? held : 'of no epoch'}, where readers load token ${loaded}` }];
}

/** Whether the kubeconfig is the one that the Link has now; of the CA that the target itself gave, the fleet knows nothing. */
function contentFaults(way: FileWay, edge: Edge, said: Plain): Fault[] {
  // Of a source that is let in no longer there is no token that could be sealed anew.
  if (isRevoked(edge)) return [];
  const { source, target } = edge;
  const server = serverFor(target, source);
  const ca = target.apiServer?.caBundle;
  const of = said[SERVER_ANNOTATION];
  const isServer = server === undefined || (typeof of === 'string' && endpoint(of) === endpoint(server));
  return [
    ...epochFault(way, said[EPOCH_ANNOTATION]),
    ...(isServer
      ? []
      : [{ found: `a kubeconfig of another server than ${server.includes('@') ? 'apiServer' : server}` }]),
    ...(ca === undefined || said[CA_ANNOTATION] === caFingerprint(ca)
      ? []
      : [{ found: `a kubeconfig with another CA than apiServer.caBundle of ${target.name}` }]),
  ];
}

function sopsFaults(
  way: Extract<FileWay, { kind: 'sops' }>,
  edge: Edge,
  namespace: string,
  document: Plain,
  text: string,
): Fault[] {
  const { apiVersion, kind, metadata, type, data, stringData, sops, ...rest } = document;
  const wanted = secretMetadata(edge, namespace);
  const own = isPlain(metadata) ? metadata : {};
  const content = mapOf(own['annotations']);
  const { [CA_ANNOTATION]: _ca, [EPOCH_ANNOTATION]: _epoch, [SERVER_ANNOTATION]: _server, ...annotations } = content;
  const values = [data, stringData].flatMap((map) => (isPlain(map) ? Object.entries(map) : []));
  const isEncrypted = values.every(([, value]) => typeof value === 'string' && value.startsWith('ENC[AES256_GCM,'));
  const isWhole = values.every(([, value]) => isSopsValue(value)) && hasSopsMetadata(sops, text);
  const faults: (Fault | false)[] = [
    !isEncrypted && { code: 'SEALED_PLAIN', found: 'data that is not encrypted' },
    (apiVersion !== 'v1' || kind !== 'Secret') && { found: 'another kind than Secret' },
    (own['name'] !== wanted.name || own['namespace'] !== namespace) && { found: 'another name or namespace' },
    !isSame(
      values.map(([key]) => key),
      [names.CREDENTIALS_SECRET_KEY],
    ) && { found: 'data that is not one kubeconfig' },
    Object.keys(rest).length > 0 && { found: 'fields that credentials encrypt does not write' },
    ...innerFaults(wanted, { labels: own['labels'], annotations, type }),
    ...contentFaults(way, edge, content),
    isEncrypted &&
      !isWhole && { found: 'a file that sops cannot read: it was changed, or formatted, after it was written' },
    !isInOrder({ ...document, sops: {} }, asWritten(wanted, data === undefined ? 'stringData' : 'data')) && {
      found: 'keys in another order than sops wrote them, which its MAC is about',
    },
    ...sopsRecipients(way.age, isPlain(sops) ? sops : {}),
  ];
  return faults.filter((fault) => fault !== false);
}

/** The Secret as it was given to sops. */
function asWritten({ name, namespace, labels, annotations, type }: SecretMetadata, data: string): Plain {
  const content = contentAnnotations({ epoch: 0, server: '', ca: '' });
  const metadata = { name, namespace, labels, annotations: { ...annotations, ...content } };
  return { apiVersion: '', kind: '', metadata, type, [data]: { [names.CREDENTIALS_SECRET_KEY]: '' } };
}

/** Groups of keys beside age; sops writes those that it does not use as null or empty. */
const OTHER_KEYS = ['kms', 'gcp_kms', 'azure_kv', 'hc_vault', 'pgp', 'key_groups'];

function sopsRecipients(age: readonly string[], sops: Plain): (Fault | false)[] {
  const given = Array.isArray(sops['age']) ? sops['age'] : [];
  const recipients = given.map((entry: unknown) => (isPlain(entry) ? String(entry['recipient']) : ''));
  const others = OTHER_KEYS.some((key) => Array.isArray(sops[key]) && sops[key].length > 0);
  return [
    (others || !isSame(recipients.sort(), [...age].sort())) && { found: 'other recipients than credentials.sops.age' },
    sops['encrypted_regex'] !== ENCRYPTED_REGEX && {
      found: 'metadata of sops that credentials encrypt does not write',
    },
  ];
}

/** What readers of the Secret look at. */
function innerFaults(wanted: SecretMetadata, found: Plain): (Fault | false)[] {
  return [
    found['type'] !== wanted.type && { found: `another type than ${wanted.type}` },
    ((found['name'] ?? wanted.name) !== wanted.name ||
      (found['namespace'] ?? wanted.namespace) !== wanted.namespace) && {
      found: 'a template of another name or namespace',
    },
    !isSame(mapOf(found['labels']), wanted.labels) && { found: 'other labels than those that destination looks for' },
    !isSame(mapOf(found['annotations']), wanted.annotations) && {
      found: 'other trust or cluster domains than those of the target',
    },
  ];
}

const mapOf = (value: unknown): Plain => (isPlain(value) ? value : {});

function isSame(a: unknown, b: unknown): boolean {
  const sorted = (value: unknown) =>
    JSON.stringify(isPlain(value) ? Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)) : value);
  return sorted(a) === sorted(b);
}
