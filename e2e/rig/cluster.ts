/** Real API servers: one etcd, and for each cluster a kube-apiserver and the controllers that deletion and tokens need. */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { linkerdCrd } from '../../lib/linkerd/crds';
import type { LinkerdVersion } from '../../lib/linkerd/releases';
import { type Access, type Kube, type KubeObject, kube } from './kube';
import { alive, freePort, type Process, scratch, start } from './processes';
import { upstreamCrds } from './tools';
import { until } from './wait';

const TOKEN = 'admin-token';
const SCHEMAS = join(__dirname, '../../imports/schemas');
/** Linkerd publishes no Go module, so its CRDs are those of imports/, which test/imports holds against each release. */
const LINKERD = ['linkerd-multicluster.yaml', 'linkerd-policy.yaml'].map((file) => join(SCHEMAS, file));

/** CRDs of Linkerd with the versions that a release serves and stores. */
export function linkerdCrds(release: LinkerdVersion): KubeObject[] {
  return LINKERD.flatMap(readObjects).map((crd) => {
    const { served, storage } = linkerdCrd(release, crd['spec'].names.kind)!;
    const versions = (crd['spec'].versions as { name: string }[])
      .filter(({ name }) => served.includes(name))
      .map((version) => ({ ...version, storage: version.name === storage }));
    return { ...crd, spec: { ...crd['spec'], versions } };
  });
}

/** A running API server. */
export interface Cluster extends Access {
  readonly name: string;
  readonly kube: Kube;
  /** A file that gives every right. */
  readonly kubeconfig: string;
  /**
   * What was written so far, in order, by whoever calls itself `agent` (`argocd-application-controller`), or by anybody.
   * Dry runs and what the server refused are left out.
   */
  readonly writes: (agent?: string) => readonly Write[];
  /** Kills the API server and its controllers; what it stored stays. */
  readonly stop: () => Promise<void>;
}

/** A successful request that changed something, from the API server's audit log. */
export interface Write {
  /** When the request came, with microseconds; the clock is the same for all clusters. */
  readonly time: string;
  readonly verb: 'create' | 'update' | 'patch' | 'delete' | 'deletecollection';
  /** Plural, in lower case: `certificates`. */
  readonly resource: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** Program that wrote. */
  readonly agent: string;
}

/** What a cluster has from the beginning. */
export interface ClusterOptions {
  /**
   * Whose CustomResourceDefinitions: `fleet`, of every kind that a fleet writes, those of Linkerd among them; `platform`,
   * the same without Linkerd's; `argocd`; or `none`. @default fleet
   */
  readonly crds?: 'fleet' | 'platform' | 'argocd' | 'none';
  /** The release whose CRDs `fleet` has. @default 2.20 */
  readonly linkerd?: LinkerdVersion;
  /**
   * Controllers of kube-controller-manager beside the API server: what deletes and collects, and what makes the tokens of
   * ServiceAccounts. @default true
   */
  readonly controllers?: boolean;
  /** Whether its tokens name this very server as who issued them, and not what servers are by default. @default false */
  readonly ownIssuer?: boolean;
  /** More flags of kube-apiserver. */
  readonly flags?: readonly string[];
}

/** Starts an API server under a name, empty but for CRDs. It ends with the file of tests. */
export async function cluster(name: string, options: ClusterOptions = {}): Promise<Cluster> {
  const { controllers = true, flags = [] } = options;
  const directory = scratch(name);
  const port = await freePort();
  const url = `https://127.0.0.1:${port}`;
  const keys = serviceAccountKeys(options.ownIssuer ? url : 'https://kubernetes.default.svc');
  writeFileSync(join(directory, 'audit.json'), JSON.stringify(AUDIT));
  writeFileSync(join(directory, 'tokens.csv'), `${TOKEN},admin,admin,"system:masters"\n`);
  const server = start('kube-apiserver', {
    name: `apiserver-${name}`,
    args: [...(await serverFlags(name, directory, port)), ...keys.server, ...flags],
  });
  const client = await until(`API server ${name}`, () => ready(server, url, directory), { seconds: 120 });
  const kubeconfig = writeKubeconfig(directory, client.access);
  const processes = [server];
  if (controllers)
    processes.push(startControllers(name, kubeconfig, [...keys.manager, `--root-ca-file=${directory}/apiserver.crt`]));
  await install(client.kube, options);
  return {
    ...client.access,
    name,
    kube: kube(client.access), // a new one: upstream's CRDs cause warnings of their own
    kubeconfig,
    writes: (agent = '') => auditLog(directory).filter((write) => write.agent.startsWith(agent)),
    stop: async () => void (await Promise.all(processes.map((p) => p.stop()))),
  };
}

const AUDIT = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['RequestReceived'],
  rules: [{ level: 'None', verbs: ['get', 'list', 'watch'] }, { level: 'Metadata' }],
};

function auditLog(directory: string): Write[] {
  const file = join(directory, 'audit.log');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return lines
    .map((line) => JSON.parse(line))
    .filter(({ responseStatus, requestURI }) => responseStatus?.code < 300 && !requestURI.includes('dryRun='))
    .filter(({ objectRef }) => objectRef !== undefined && !objectRef.resource.endsWith('reviews'))
    .map(({ requestReceivedTimestamp: time, verb, userAgent: agent = '', objectRef }) => {
      const { resource, subresource, name } = objectRef;
      // A Namespace is said to be in itself.
      const namespace = resource === 'namespaces' ? undefined : objectRef.namespace;
      return { time, verb, resource, subresource, namespace, name, agent };
    })
    .sort((a, b) => (a.time < b.time ? -1 : 1));
}

let store: Promise<string> | undefined;

/** One etcd for all clusters of a file of tests. */
async function etcd(): Promise<string> {
  const [client, peer] = [`http://127.0.0.1:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
  const args = [
    `--data-dir=${scratch('etcd')}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    '--unsafe-no-fsync',
    '--log-level=warn',
  ];
  const process = start('etcd', { args });
  await until('etcd', async () => {
    alive(process, 'etcd');
    return (await fetch(`${client}/health`)).ok || undefined;
  });
  return client;
}

async function serverFlags(name: string, directory: string, port: number): Promise<string[]> {
  store ??= etcd();
  return [
    `--etcd-servers=${await store}`,
    `--etcd-prefix=/${name}`,
    `--secure-port=${port}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    '--endpoint-reconciler-type=none',
    '--service-cluster-ip-range=10.9.0.0/16',
    `--cert-dir=${directory}`,
    `--token-auth-file=${directory}/tokens.csv`,
    '--authorization-mode=RBAC',
    `--audit-policy-file=${directory}/audit.json`,
    `--audit-log-path=${directory}/audit.log`,
    '--profiling=false',
    '--v=1',
  ];
}

function serviceAccountKeys(issuer: string) {
  const directory = scratch('keys');
  const [secret, open] = [join(directory, 'sa.key'), join(directory, 'sa.pub')];
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(secret, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(open, publicKey.export({ type: 'spki', format: 'pem' }));
  return {
    server: [
      `--service-account-issuer=${issuer}`,
      `--service-account-key-file=${open}`,
      `--service-account-signing-key-file=${secret}`,
    ],
    manager: [`--service-account-private-key-file=${secret}`],
  };
}

async function ready(server: Process, url: string, directory: string) {
  alive(server, 'kube-apiserver');
  const access = { url, token: TOKEN, ca: readFileSync(join(directory, 'apiserver.crt'), 'utf8') };
  const client = kube(access);
  return (await client.call('GET', '/readyz')) === 'ok' ? { access, kube: client } : undefined;
}

function startControllers(name: string, kubeconfig: string, keys: readonly string[]): Process {
  const controllers = 'garbage-collector-controller,namespace-controller,serviceaccount-token-controller';
  const args = [
    `--kubeconfig=${kubeconfig}`,
    `--controllers=${controllers}`,
    '--leader-elect=false',
    '--secure-port=0',
    ...keys,
  ];
  return start('kube-controller-manager', { name: `controllers-${name}`, args });
}

function writeKubeconfig(directory: string, { url, token, ca }: Access): string {
  const file = join(directory, 'kubeconfig');
  const cluster = { server: url, 'certificate-authority-data': Buffer.from(ca).toString('base64') };
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'e2e',
    contexts: [{ name: 'e2e', context: { cluster: 'e2e', user: 'admin', namespace: 'argocd' } }],
    clusters: [{ name: 'e2e', cluster }],
    users: [{ name: 'admin', user: { token } }],
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

async function install(client: Kube, { crds = 'fleet', linkerd = '2.20' }: ClusterOptions): Promise<void> {
  if (crds === 'none') return;
  const upstream = upstreamCrds(crds === 'argocd' ? 'argocd' : 'fleet').flatMap(readObjects);
  const objects = [...upstream, ...(crds === 'fleet' ? linkerdCrds(linkerd) : [])];
  await Promise.all(objects.map((object) => client.apply(object)));
  for (const object of objects) await until(`${object.metadata.name} to be served`, () => established(client, object));
}

/** The objects of a YAML file; Lists are opened. */
export function readObjects(file: string): KubeObject[] {
  const documents = parseAllDocuments(readFileSync(file, 'utf8')).map((d) => d.toJS());
  return documents.filter((d) => d !== null).flatMap((d) => (d.kind === 'List' ? d.items : [d]));
}

async function established(client: Kube, crd: KubeObject): Promise<true | undefined> {
  const found = await client.get(crd);
  const conditions: { type: string; status: string }[] = found?.['status']?.conditions ?? [];
  return conditions.some(({ type, status }) => type === 'Established' && status === 'True') || undefined;
}
