/** Runs the generator server until it is told to end. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { clustersAsked } from '../../delivery/generator/answer';
import { type KeyPair, type KeyPairFiles, readKeyPair, readTokens } from '../../delivery/generator/credentials';
import { parseSelector } from '../../delivery/generator/selector';
import { firstServed, nextServed, type Served } from '../../delivery/generator/served';
import { type GeneratorServer, generatorServer } from '../../delivery/generator/server';
import { fingerprint, isDue, type Seen } from '../../delivery/generator/watch';
import { FleetError, issue, throwOnErrors } from '../../errors';
import type { FleetModel } from '../../model/types';
import { check, open } from '../../project';
import { listDataFiles } from '../../read/files';
import { type Context, EXIT, type FlagValues } from '../command';
import type { Io } from '../io';
import { loadData } from '../open';
import { showIssues } from '../output/issues';

/** Serves the description at `fleet`. @throws FleetError when there is nothing to serve, or nowhere */
export async function serve({ flags, io }: Context, fleet: string): Promise<number> {
  const at = (name: string) => (typeof flags[name] === 'string' ? resolve(io.cwd, flags[name]) : undefined);
  const selector = typeof flags.selector === 'string' ? parseSelector(flags.selector, '--selector') : undefined;
  const interval = number(flags, 'interval', 5, 1) * 1000;
  const tokenFile = at('token-file') ?? '';
  const tokens = () => readTokens(tokenFile);
  tokens();
  const description = dataSource(resolve(io.cwd, fleet), fleet);
  const maxRemovals = flags['max-removals'] === undefined ? undefined : number(flags, 'max-removals', 0, 0);
  const tls = keyPairSource(at('tls-cert'), at('tls-key'));
  const address = listenAddress(flags);
  const first = description.load();
  let served = firstServed({ load: first.fleet, now: Date.now });
  let seen: Seen = seenAt(first.read());
  // Said now rather than to every request.
  clustersAsked(served.fleet, selector, { allowEmpty: false, limit: 0 });
  const server = generatorServer(() => ({ served, selector, tokens, isTlsCurrent: tls?.isCurrent() ?? true }), {
    keyPair: tls?.first,
    onRefused: (endpoint, { status, body }) => io.say('warn', `${status} ${endpoint} ${body}`),
  });
  const reload = () => {
    const next = description.load();
    served = nextServed(served, { load: next.fleet, now: Date.now, maxRemovals });
    seen = seenAt(next.read());
    sayServed(io, served);
  };
  const tick = () => {
    tls?.renew(server, io);
    const now = description.look();
    if (isDue(seen, now, served.problems.length > 0, Date.now())) reload();
    else seen = { ...seen, now };
  };
  // Before anybody can know that it serves: a signal that nobody takes ends the process.
  const told = untilTold(interval, tick, reload);
  await listening(server, address);
  sayServed(io, served, urlOf(server, tls !== undefined));
  await told;
  await server.close();
  return EXIT.fine;
}

const seenAt = (read: string): Seen => ({ read, now: read, readAt: Date.now() });

/** The files of a description, and the fleet they describe. */
function dataSource(path: string, shown: string) {
  if (!existsSync(path)) throw new FleetError([issue('INPUT_NOT_FOUND', { path: shown, found: 'nothing there' })]);
  if (/^\.[mc]?[jt]s$/.test(extname(path))) {
    throw new FleetError([issue('GENERATOR_CODE', { path: shown, found: `code, ${extname(path)}` })]);
  }
  /** Files that the description names, as they were before they were read. */
  const named = new Map<string, string>();
  const listed = () => {
    const { root, files } = listDataFiles(path);
    return fingerprint(files.map((file) => join(root, file)));
  };
  return {
    look: () => [listed(), ...[...named.keys()].map((file) => fingerprint([file]))].join('\n'),
    load(): Loading {
      const before = listed();
      named.clear();
      const fleet = () => {
        const loaded = loadData(path);
        const readFile: typeof loaded.readFile = (name) => {
          const file = resolve(loaded.root ?? '.', name);
          named.set(file, fingerprint([file]));
          return loaded.readFile(name);
        };
        const project = open({ ...loaded, readFile });
        throwOnErrors(check(project));
        return project.fleet;
      };
      return { fleet, read: () => [before, ...named.values()].join('\n') };
    },
  };
}

/** One reading of a description. */
interface Loading {
  /** @throws FleetError */
  readonly fleet: () => FleetModel;
  /** The files as they were before; complete once the fleet was read. */
  readonly read: () => string;
}

/** The certificate from its files. @throws GENERATOR_TLS when only one is named, or they are no pair */
function keyPairSource(certFile: string | undefined, keyFile: string | undefined) {
  if (certFile === undefined && keyFile === undefined) return undefined;
  if (certFile === undefined || keyFile === undefined) {
    throw new FleetError([issue('GENERATOR_TLS', { path: '--tls-cert, --tls-key', found: 'only one of them' })]);
  }
  const files: KeyPairFiles = { certFile, keyFile };
  const first = readKeyPair(files);
  let [used, tried, isCurrent]: [KeyPair, string, boolean] = [first, fingerprint([certFile, keyFile]), true];
  return {
    first,
    isCurrent: () => isCurrent,
    renew(server: GeneratorServer, io: Io): void {
      const now = fingerprint([certFile, keyFile]);
      if (now === tried) return;
      tried = now;
      try {
        const pair = readKeyPair(files);
        if (pair.cert !== used.cert || pair.key !== used.key) server.useKeyPair(pair);
        [used, isCurrent] = [pair, true];
        io.say('ok', 'certificate read again');
      } catch (error) {
        isCurrent = false;
        if (FleetError.is(error)) showIssues(error.issues, io);
      }
    },
  };
}

function sayServed(io: Io, { fleet, problems }: Served, url?: string): void {
  const what = `fleet ${fleet.name}, ${fleet.clusters.size} clusters`;
  if (problems.length === 0) {
    io.say('ok', `serving ${what}${url === undefined ? '' : `, on ${url}`}`);
    return;
  }
  showIssues(problems, io);
  io.say('warn', `still serving what was good before: ${what}`);
}

interface Address {
  readonly host: string;
  readonly port: number;
}

function listenAddress(flags: FlagValues): Address {
  const text = typeof flags.listen === 'string' ? flags.listen : '127.0.0.1:8080';
  const [, bracketed, plain, digits] = /^(?:\[([^\]]*)\]|([^:]*)):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || host === '' || Number(digits) > 65535) throw unlistenable(JSON.stringify(text));
  return { host, port: Number(digits) };
}

async function listening({ server }: GeneratorServer, { host, port }: Address): Promise<void> {
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => failed(unlistenable(`${host}:${port}, ${error.code}`)));
    server.listen(port, host, done);
  });
}

const unlistenable = (found: string) => new FleetError([issue('GENERATOR_LISTEN', { path: '--listen', found })]);

function urlOf({ server }: GeneratorServer, isTls: boolean): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `${isTls ? 'https' : 'http'}://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function number(flags: FlagValues, name: string, otherwise: number, least: number): number {
  const value = flags[name];
  if (value === undefined) return otherwise;
  if (/^\d{1,6}$/.test(String(value)) && Number(value) >= least) return Number(value);
  const allowed = `a number, ${least} or more`;
  throw new FleetError([issue('USAGE', { path: `--${name}`, found: JSON.stringify(value), allowed })]);
}

/** Ends at SIGTERM and SIGINT; SIGHUP reads the description at once. */
async function untilTold(interval: number, tick: () => void, reload: () => void): Promise<void> {
  const timer = setInterval(tick, interval).unref();
  process.on('SIGHUP', reload);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  clearInterval(timer);
  process.off('SIGHUP', reload);
}
