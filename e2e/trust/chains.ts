/** CAs for clusters, and what openssl says of the chains that cert-manager and trust-manager made of them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../rig/cluster';
import { CERT_MANAGER } from '../rig/managers';
import { scratch } from '../rig/processes';

/** A root with its key, as PEM. */
export interface Root {
  readonly certificate: string;
  readonly key: string;
}

/** A root that signs issuers, and nothing above workload certificates besides. */
export function mintRoot(name: string): Root {
  const directory = scratch('root');
  const [key, cert, config] = ['tls.key', 'tls.crt', 'openssl.cnf'].map((file) => join(directory, file)) as [
    string,
    string,
    string,
  ];
  const extensions = [
    'basicConstraints=critical,CA:TRUE,pathlen:1',
    'keyUsage=critical,keyCertSign,cRLSign',
    'subjectKeyIdentifier=hash',
  ];
  writeFileSync(
    config,
    ['[req]', 'distinguished_name=dn', 'x509_extensions=ext', '[dn]', '[ext]', ...extensions, ''].join('\n'),
  );
  const args = ['req', '-x509', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const files = ['-config', config, '-subj', `/CN=${name}`, '-days', '3650', '-keyout', key, '-out', cert];
  execFileSync('openssl', [...args, ...files], { stdio: 'pipe' });
  return { certificate: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
}

/** Makes a root the CA behind a ClusterIssuer of that name: what the owners of a cluster do, not the fleet. */
export async function clusterIssuer({ kube }: Cluster, name: string, { certificate, key }: Root): Promise<void> {
  await kube.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace: CERT_MANAGER },
    type: 'kubernetes.io/tls',
    stringData: { 'tls.crt': certificate, 'tls.key': key },
  });
  await kube.apply({
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name },
    spec: { ca: { secretName: name } },
  });
}

/** What a cluster has of trust. */
export interface Held {
  readonly cluster: string;
  /** ClusterIssuer that the issuer is of, and its certificate. */
  readonly issuerName?: string;
  readonly issuer: string;
  readonly bundle: string;
}

/** @throws while the cluster lacks one of them */
export async function heldBy({ name, kube }: Cluster): Promise<Held> {
  const at = (kind: string, called: string) => ({
    apiVersion: 'v1',
    kind,
    metadata: { namespace: 'linkerd', name: called },
  });
  const secret = await kube.get(at('Secret', 'linkerd-identity-issuer'));
  const roots = await kube.get(at('ConfigMap', 'linkerd-identity-trust-roots'));
  if (!secret?.['data']?.['tls.crt'] || !roots?.['data']) throw new Error(`${name} has no issuer or no bundle yet`);
  return {
    cluster: name,
    issuerName: secret.metadata.annotations?.['cert-manager.io/issuer-name'],
    issuer: Buffer.from(secret['data']['tls.crt'], 'base64').toString(),
    bundle: roots['data']['ca-bundle.crt'],
  };
}

/** Every pair of issuer and bundle that openssl does not accept, as `issuer under bundle`. */
export function brokenChains(all: readonly Held[]): string[] {
  const directory = scratch('chains');
  const file = (name: string, text: string) => {
    writeFileSync(join(directory, name), `${text}\n`);
    return join(directory, name);
  };
  return all.flatMap((one) =>
    all.flatMap((other) => {
      const args = ['verify', '-CAfile', file('bundle.pem', other.bundle), file('issuer.pem', one.issuer)];
      return spawnSync('openssl', args).status === 0 ? [] : [`${one.cluster} under ${other.cluster}`];
    }),
  );
}
