/** A kubeconfig that is to become the credential of a Link: what is taken from it, and everything for which it is refused. */
import type { IssueCode } from '../codes';
import { type Issue, issue } from '../errors';
import { parseYaml } from './yaml';

/** What a kubeconfig is made of that nothing is wrong with. */
export interface Kubeconfig {
  readonly server: string;
  readonly token: string;
  /** PEM. */
  readonly ca?: string;
}

type Map = Readonly<Record<string, unknown>>;

/** Fields by what they are refused for; undefined where they are fine. */
type Fields = Readonly<Record<string, IssueCode | undefined>>;

const CONFIG: Fields = {
  apiVersion: undefined,
  kind: undefined,
  preferences: undefined,
  clusters: undefined,
  contexts: undefined,
  users: undefined,
  'current-context': undefined,
};
const CLUSTER: Fields = {
  server: undefined,
  'certificate-authority-data': undefined,
  'certificate-authority': 'KUBECONFIG_FILES',
  'insecure-skip-tls-verify': 'KUBECONFIG_INSECURE',
  'proxy-url': 'KUBECONFIG_PROXY',
};
const USER: Fields = {
  token: undefined,
  tokenFile: 'KUBECONFIG_FILES',
  'client-certificate': 'KUBECONFIG_FILES',
  'client-key': 'KUBECONFIG_FILES',
  'client-certificate-data': 'KUBECONFIG_USER',
  'client-key-data': 'KUBECONFIG_USER',
  username: 'KUBECONFIG_USER',
  password: 'KUBECONFIG_USER',
  as: 'KUBECONFIG_USER',
  'as-uid': 'KUBECONFIG_USER',
  'as-groups': 'KUBECONFIG_USER',
  'as-user-extra': 'KUBECONFIG_USER',
  exec: 'KUBECONFIG_EXEC',
  'auth-provider': 'KUBECONFIG_EXEC',
};
const CONTEXT: Fields = { cluster: undefined, user: undefined, namespace: undefined };

/**
 * Reads a kubeconfig as JSON or YAML. Issues never hold anything of its values.
 *
 * @param path how it is called in issues
 */
export function readKubeconfig(text: string, path: string): { kubeconfig?: Kubeconfig; issues: readonly Issue[] } {
  const parsed = parseYaml(text, path);
  const document = parsed.documents[0]?.value;
  const refused = (code: IssueCode, found: string) => ({ issues: [issue(code, { path, found })] });
  if (parsed.issues.length > 0) return refused('KUBECONFIG_FORM', 'text that is neither YAML nor JSON');
  if (parsed.documents.length > 1) return refused('KUBECONFIG_FORM', 'several documents');
  if (!isMap(document) || document['kind'] !== 'Config')
    return refused('KUBECONFIG_FORM', 'no document of kind Config');
  const issues: Issue[] = [...fieldIssues(document, CONFIG, path)];
  const cluster = only(document, 'clusters', 'cluster', path, issues);
  const user = only(document, 'users', 'user', path, issues);
  const context = only(document, 'contexts', 'context', path, issues);
  if (cluster === undefined || user === undefined || context === undefined) return { issues };
  issues.push(
    ...fieldIssues(cluster.value, CLUSTER, `${path} clusters[0].cluster`),
    ...fieldIssues(user.value, USER, `${path} users[0].user`),
    ...fieldIssues(context.value, CONTEXT, `${path} contexts[0].context`),
  );
  const fit = context.value['cluster'] === cluster.name && context.value['user'] === user.name;
  if (!fit || document['current-context'] !== context.name) {
    issues.push(
      issue('KUBECONFIG_SEVERAL', { path, found: 'a current-context that does not join the cluster and the user' }),
    );
  }
  const { server } = cluster.value;
  const { token } = user.value;
  if (typeof server !== 'string') issues.push(issue('KUBECONFIG_SERVER', { path, found: 'no server' }));
  if (typeof token !== 'string' || token === '') issues.push(issue('KUBECONFIG_USER', { path, found: 'no token' }));
  const ca = caOf(cluster.value['certificate-authority-data'], path, issues);
  if (issues.length > 0) return { issues };
  return { kubeconfig: { server: server as string, token: token as string, ca }, issues };
}

interface Named {
  readonly name: unknown;
  readonly value: Map;
}

/** The one entry of a list of named values. */
function only(config: Map, list: string, key: string, path: string, issues: Issue[]): Named | undefined {
  const entries = config[list];
  const [entry] = Array.isArray(entries) ? (entries as unknown[]) : [];
  const count = Array.isArray(entries) ? entries.length : 0;
  const value = isMap(entry) ? entry[key] : undefined;
  if (count !== 1 || !isMap(entry) || !isMap(value)) {
    const found = count > 1 ? `${count} ${list}` : `no ${list}`;
    issues.push(issue(count > 1 ? 'KUBECONFIG_SEVERAL' : 'KUBECONFIG_FORM', { path, found }));
    // What the first of several is refused for is worth knowing in the same run.
    return undefined;
  }
  return { name: entry['name'], value };
}

function fieldIssues(map: Map, fields: Fields, path: string): Issue[] {
  return Object.keys(map).flatMap((key) => {
    if (!Object.hasOwn(fields, key))
      return [issue('KUBECONFIG_FORM', { path, found: 'a field that is not taken over' })];
    const code = fields[key];
    return code === undefined ? [] : [issue(code, { path, found: key })];
  });
}

function caOf(data: unknown, path: string, issues: Issue[]): string | undefined {
  if (data === undefined) return undefined;
  const pem = typeof data === 'string' ? Buffer.from(data, 'base64').toString('latin1') : '';
  const isWhole = typeof data === 'string' && /^[A-Za-z0-9+/=\s]+$/.test(data);
  if (!isWhole || !isCertificates(pem)) {
    issues.push(issue('KUBECONFIG_CA', { path, found: 'certificate-authority-data that is not certificates' }));
    return undefined;
  }
  return pem;
}

/** Whether a text is PEM certificates and nothing else that is secret. */
export function isCertificates(pem: string): boolean {
  return /-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----/.test(pem) && !pem.includes('PRIVATE KEY');
}

const isMap = (value: unknown): value is Map => typeof value === 'object' && value !== null && !Array.isArray(value);
