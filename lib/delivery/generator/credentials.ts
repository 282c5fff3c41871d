/** Token and certificate from files, read again as they change: a Secret that is mounted is replaced under a running process. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { FleetError, issue } from '../../errors';

/** A certificate chain and its key, PEM. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

/** Where they are. */
export interface KeyPairFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

/**
 * The tokens of a file, one a line: with two, one can be replaced without a request that is refused.
 *
 * @throws GENERATOR_TOKEN
 */
export function readTokens(file: string): readonly string[] {
  const wrong = (found: string) => new FleetError([issue('GENERATOR_TOKEN', { path: '--token-file', found })]);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw wrong('a file that cannot be read');
  }
  const tokens = text.split('\n').flatMap((line) => line.trim() || []);
  if (tokens.length === 0) throw wrong('a file without a token');
  return tokens;
}

/** Whether the Authorization header has one of the tokens; takes as long whatever it has. */
export function isAuthorized(header: string | undefined, tokens: readonly string[]): boolean {
  const given = /^bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? '';
  return tokens.map((token) => timingSafeEqual(digest(given), digest(token))).includes(true);
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Both files. @throws GENERATOR_TLS, also where one does not belong to the other */
export function readKeyPair({ certFile, keyFile }: KeyPairFiles): KeyPair {
  try {
    const pair = { cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
    createSecureContext(pair);
    return pair;
  } catch (error) {
    // Messages of OpenSSL name no content, and those of the file system no more than the path.
    const found = (error as NodeJS.ErrnoException).code ?? 'files that are no such pair';
    throw new FleetError([issue('GENERATOR_TLS', { path: '--tls-cert, --tls-key', found })]);
  }
}
