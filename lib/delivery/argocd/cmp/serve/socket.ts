/** The socket by which the repo-server finds a plugin: `<name>-<version>.sock` in the directory it shares with sidecars. */
import { lstatSync, mkdirSync, rmSync } from 'node:fs';
import { connect as connectHttp2, type Http2Server } from 'node:http2';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FleetError, issue } from '../../../../errors';
import { pluginName } from '../plugin';
import type { Environment } from '../settings';
import { method } from './messages';

/** Where Argo CD mounts the directory of sockets; argocd-cmp-server takes another from the same variable. */
const SOCKETS = '/home/argocd/cmp-server/plugins';

/** The path of the socket of this version. */
export const socketPath = (env: Environment, version: string): string =>
  join(env.ARGOCD_PLUGINSOCKFILEPATH || SOCKETS, `${pluginName(version)}.sock`);

/** The directory for trees: argocd-cmp-server takes another parent from the same variable. */
export const workPath = (env: Environment, version: string): string =>
  join(env.ARGOCD_CMP_WORKDIR || tmpdir(), `_${pluginName(version)}`);

/** Makes an empty directory, without what a run that was killed may have left. @throws CMP_SOCKET */
export function makeEmpty(directory: string): void {
  try {
    // Of a link only the link is removed; the new directory is then of this process, or not made.
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    throw refused(directory, (error as NodeJS.ErrnoException).code ?? 'an error');
  }
}

/** Listens on the socket at `path`, taking the place of one that nobody answers on. @throws CMP_SOCKET */
export async function listen(server: Http2Server, path: string): Promise<void> {
  if (isThere(path)) {
    if (await answers(path)) throw refused(path, 'a process that answers on it');
    rmSync(path, { force: true });
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refused(path, error.code ?? 'an error')));
    server.listen(path, resolve);
  });
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    // Whatever keeps it from being seen keeps it from being listened on, and is told then.
    return false;
  }
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

/** Asks the server on a socket whether it answers, for a probe of the container. @throws CMP_SOCKET */
export async function probe(path: string, milliseconds: number): Promise<void> {
  const client = connectHttp2('http://localhost', { createConnection: () => connect(path) });
  try {
    const status = await new Promise<string>((resolve, reject) => {
      const fail = (found: string) => reject(refused(path, found));
      client.once('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'an error'));
      const stream = client.request({
        ':method': 'POST',
        ':path': method('CheckPluginConfiguration'),
        'content-type': 'application/grpc',
        te: 'trailers',
      });
      stream.setTimeout(milliseconds, () => fail(`no answer within ${milliseconds} ms`));
      stream.on('error', () => fail('a connection that broke'));
      stream.on('trailers', (trailers) => resolve(String(trailers['grpc-status'])));
      stream.resume();
      stream.end(Buffer.alloc(5));
    });
    if (status !== '0') throw refused(path, `status ${status}`);
  } finally {
    client.destroy();
  }
}

const refused = (path: string, found: string) => new FleetError([issue('CMP_SOCKET', { path, found })]);
