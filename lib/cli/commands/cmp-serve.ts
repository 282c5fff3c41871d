import { rmSync } from 'node:fs';
import type { Http2Server, Http2Session } from 'node:http2';
import { resolve } from 'node:path';
import { pluginServer, type Served } from '../../delivery/argocd/cmp/serve/server';
import { listen, makeEmpty, probe, socketPath, workPath } from '../../delivery/argocd/cmp/serve/socket';
import { settingsOf } from '../../delivery/argocd/cmp/settings';
import { FleetError, issue } from '../../errors';
import { type Context, EXIT } from '../command';
import type { Io } from '../io';
import { loadData } from '../open';
import { version } from '../version';

/** Time that renders under way have to end when the container stops. */
const GRACE = 5000;
const PROBE = 3000;

/** One process that answers all renders, in the place of argocd-cmp-server. Ends by SIGTERM or SIGINT. */
export async function serve({ flags, io }: Context): Promise<number> {
  const settings = settingsOf(io.env);
  const path = typeof flags.socket === 'string' ? resolve(io.cwd, flags.socket) : socketPath(io.env, version());
  if (flags.probe === true) {
    await probe(path, PROBE);
    return EXIT.fine;
  }
  if (settings.code) throw codeRefused();
  const directory = workPath(io.env, version());
  const { server, clear } = pluginServer({ settings, load: loadData, directory, log: (served) => log(io, served) });
  const sessions = sessionsOf(server);
  // In this order: the directory of a server that answers is not ours to empty.
  await listen(server, path);
  makeEmpty(directory);
  io.err(`${JSON.stringify({ time: now(), level: 'info', msg: 'serving', socket: path })}\n`);
  await stopped(server, sessions);
  clear();
  rmSync(directory, { recursive: true, force: true });
  return EXIT.fine;
}

/** A module that is loaded stays, so that code of one repository would answer for another. */
function codeRefused(): FleetError {
  return new FleetError([
    issue('CMP_SETTING', {
      path: 'LINKERD_FLEET_CODE',
      found: 'allow, with cmp serve',
      allowed: 'data alone in a process that serves all repositories',
      fix: 'Remove LINKERD_FLEET_CODE, or run argocd-cmp-server with `cmp generate`.',
    }),
  ]);
}

function sessionsOf(server: Http2Server): ReadonlySet<Http2Session> {
  const sessions = new Set<Http2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
  });
  return sessions;
}

/** Waits for a signal, then for what is under way; the socket is gone at once, so that nothing new arrives. */
function stopped(server: Http2Server, sessions: ReadonlySet<Http2Session>): Promise<void> {
  return new Promise((done) => {
    const stop = () => {
      server.close(() => done());
      for (const session of sessions) session.close();
      setTimeout(() => {
        for (const session of sessions) session.destroy();
      }, GRACE).unref();
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  });
}

function log(io: Io, { result, ...served }: Served): void {
  const outcome = typeof result === 'number' ? { level: 'info', objects: result } : { level: 'error', error: result };
  io.err(`${JSON.stringify({ time: now(), ...outcome, ...served })}\n`);
}

const now = (): string => new Date().toISOString();
