/** Certificates made by the real openssl, and its verdicts on chains. */
import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Certificate, parseBundle } from '../../lib/trust';

export interface Minted {
  readonly cert: Certificate;
  readonly pem: string;
  /** PKCS #8 PEM, made for the test. */
  readonly key: string;
  readonly file: string;
  readonly keyFile: string;
}

export interface Order {
  readonly cn: string;
  /** @default - signs itself */
  readonly by?: Minted;
  /** @default 'P-256' */
  readonly key?: 'P-256' | 'P-384' | 'ed25519' | 'rsa2048' | 'rsa3072' | 'rsa4096' | Minted;
  /** Lines of an openssl extension section. */
  readonly ext: readonly string[];
  readonly days?: number;
  /** @default 'sha256' */
  readonly md?: string;
}

/** Extensions of an ordinary CA. */
export const CA = (pathlen?: number): string[] => [
  `basicConstraints=critical,CA:TRUE${pathlen === undefined ? '' : `,pathlen:${pathlen}`}`,
  'keyUsage=critical,keyCertSign,cRLSign',
  'subjectKeyIdentifier=hash',
];

/** Extensions of a workload certificate with these names, as `DNS:…` or `URI:…`. */
export const LEAF = (...names: string[]): string[] => [
  'basicConstraints=critical,CA:FALSE',
  'keyUsage=critical,digitalSignature,keyEncipherment',
  'extendedKeyUsage=serverAuth,clientAuth',
  `subjectAltName=${names.join(',')}`,
];

export interface OpenSSL {
  readonly dir: string;
  readonly mint: (order: Order) => Minted;
  /** Whether `openssl verify` accepts `leaf` at any time, its chain going through any of `untrusted` to any of `anchors`. */
  readonly accepts: (leaf: Minted, untrusted: readonly Minted[], anchors: readonly Minted[]) => boolean;
  readonly text: (minted: Minted) => string;
  readonly close: () => void;
}

export function openssl(): OpenSSL {
  const dir = mkdtempSync(join(tmpdir(), 'linkerd-fleet-trust-'));
  const env = { ...process.env, LC_ALL: 'C', OPENSSL_CONF: '/dev/null' };
  const bundles = new Map<string, string>();
  let serial = 0;
  const write = (name: string, content: string) => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };
  /** One file per set of certificates: most of them are asked about many times. */
  const together = (certs: readonly Minted[]) => {
    const content = certs.map((c) => c.pem).join('');
    const file = bundles.get(content) ?? write(`bundle-${bundles.size}.pem`, content);
    bundles.set(content, file);
    return file;
  };
  return {
    dir,
    mint(order) {
      const id = `${serial++}`;
      const key = keyOf(order.key);
      const keyFile = write(`${id}.key`, key);
      const file = join(dir, `${id}.pem`);
      const section = [
        '[req]',
        'distinguished_name=dn',
        'x509_extensions=ext',
        'string_mask=utf8only',
        '[dn]',
        '[ext]',
      ];
      const config = write(`${id}.cnf`, [...section, ...order.ext, ''].join('\n'));
      const args = [
        'req',
        '-x509',
        '-new',
        '-config',
        config,
        '-key',
        keyFile,
        '-subj',
        `/CN=${order.cn}`,
        '-out',
        file,
      ];
      args.push('-days', `${order.days ?? 365}`, ...(order.key === 'ed25519' ? [] : [`-${order.md ?? 'sha256'}`]));
      if (order.by) args.push('-CA', order.by.file, '-CAkey', order.by.keyFile);
      execFileSync('openssl', args, { env, stdio: 'pipe' });
      const pem = readFileSync(file, 'utf8');
      const { certificates, issues } = parseBundle(pem, file);
      if (!certificates[0]) throw new Error(`not read: ${JSON.stringify(issues)}`);
      return { cert: certificates[0], pem, key, file, keyFile };
    },
    accepts(leaf, untrusted, anchors) {
      const args = ['verify', '-no_check_time', '-partial_chain', '-CAfile', together(anchors)];
      if (untrusted.length > 0) args.push('-untrusted', together(untrusted));
      return spawnSync('openssl', [...args, leaf.file], { env, stdio: 'ignore' }).status === 0;
    },
    text: (minted) => execFileSync('openssl', ['x509', '-in', minted.file, '-noout', '-text'], { env }).toString(),
    close: () => rmSync(dir, { recursive: true, force: true }),
  };
}

function keyOf(kind: Order['key'] = 'P-256'): string {
  if (typeof kind === 'object') return kind.key;
  const pair = kind.startsWith('rsa')
    ? generateKeyPairSync('rsa', { modulusLength: Number(kind.slice(3)) })
    : kind === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: kind });
  return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}
