/** A token from a pipe: what it came in is looked at, and nothing of it is ever said. */
import { readFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { FleetError, issue, throwOnErrors } from '../errors';
import { isCertificates, type Kubeconfig, readKubeconfig } from '../read/kubeconfig';
import { type ExpectedToken, tokenEpoch } from '../read/token';
import { parseYaml } from '../read/yaml';

/** Whose credential it has to be. */
export interface ExpectedCredential extends ExpectedToken {
  /** API server of the target, as the source reaches it. */
  readonly server: string;
  /** PEM for the kubeconfig, where the fleet says it. */
  readonly caBundle?: string;
}

/** What is sealed. */
export interface CredentialInput {
  readonly token: string;
  /** PEM. */
  readonly ca: string;
  readonly epoch: number;
}

/** Reads a credential from a file descriptor. @throws SEAL_INPUT, KUBECONFIG_*, TOKEN_* */
export function readCredential(fd: number, expected: ExpectedCredential): CredentialInput {
  const path = fd === 0 ? 'standard input' : `file descriptor ${fd}`;
  const given = understood(textOf(fd, path).trim(), path, expected);
  const { epoch, issues } = tokenEpoch(given.token, expected, path);
  throwOnErrors(issues);
  const ca = expected.caBundle ?? given.ca;
  if (ca === undefined || !isCertificates(ca)) {
    throw new FleetError([issue('KUBECONFIG_CA', { path, found: 'no CA of the API server' })]);
  }
  return { token: given.token, ca, epoch: epoch as number };
}

/** Enough for every kubeconfig. */
const MAX_BYTES = 1 << 20;

function textOf(fd: number, path: string): string {
  const refuse = (found: string) => new FleetError([issue('SEAL_INPUT', { path, found })]);
  if (isatty(fd)) throw refuse('a terminal');
  let bytes: Buffer;
  try {
    bytes = readFileSync(fd);
  } catch {
    throw refuse('nothing that can be read');
  }
  if (bytes.length === 0) throw refuse('nothing');
  if (bytes.length > MAX_BYTES) throw refuse('more than a megabyte');
  return bytes.toString('utf8');
}

type Given = Omit<Kubeconfig, 'server'>;

function understood(text: string, path: string, { server }: ExpectedCredential): Given {
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return { token: text };
  const { documents } = parseYaml(text, path);
  const document = documents[0]?.value as { kind?: unknown } | null | undefined;
  if (document?.kind === 'Secret' && documents.length === 1) return ofSecret(document, path);
  const { kubeconfig, issues } = readKubeconfig(text, path);
  throwOnErrors(issues);
  const isTarget = kubeconfig?.server.replace(/\/$/, '') === server.replace(/\/$/, '');
  if (kubeconfig === undefined || !isTarget) {
    throw new FleetError([issue('KUBECONFIG_SERVER', { path, found: 'another server', allowed: server })]);
  }
  return kubeconfig;
}

function ofSecret(secret: object, path: string): Given {
  const { type, data } = secret as { type?: unknown; data?: Record<string, unknown> | null };
  const text = (key: string) => {
    const value = data?.[key];
    return typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : undefined;
  };
  const token = text('token');
  if (type !== 'kubernetes.io/service-account-token' || token === undefined) {
    throw new FleetError([issue('TOKEN_FORM', { path, found: 'a Secret without a token of a ServiceAccount' })]);
  }
  return { token, ca: text('ca.crt') };
}
