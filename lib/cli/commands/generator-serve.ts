/** Runs the generator server until it is told to end. */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, resolve } from 'node:path';
import { clustersAsked } from '../../delivery/generator/answer';
import { type KeyPair, type KeyPairFiles, readKeyPair, readTokens } from '../../delivery/generator/credentials';
import { parseSelector } from '../../delivery/generator/selector';
import type { Served } from '../../delivery/generator/served';
import { type GeneratorServer, generatorServer } from '../../delivery/generator/server';
import { fingerprint } from '../../delivery/generator/watch';
import { FleetError, issue } from '../../errors';
import { type Context, EXIT, type FlagValues } from '../command';
import type { Io } from '../io';
import { showIssues } from '../output/issues';
import { followed } from './generator-follow';

/** Serves the description at `fleet`. @throws FleetError when there is nothing to serve, or nowhere */
export async function serve({ flags, io }: Context, fleet: string): Promise<number> {
  const at = (name: string) => (typeof flags[name] === 'string' ? resolve(io.cwd, flags[name]) : undefined);
  const selector = typeof flags.selector === 'string' ? parseSelector(flags.selector, '--selector') : undefined;
  const interval = number(flags, 'interval', 5, 1) * 1000;
  const tokenFile = at('token-file') ?? '';
  const tokens = () => readTokens(tokenFile);
  tokens();
  const path = resolve(io.cwd, fleet);
  refuseNoData(path, fleet);
  const maxRemovals = flags['max-removals'] === undefined ? undefined : number(flags, 'max-removals', 0, 0);
  const tls = keyPairSource(at('tls-cert'), at('tls-key'));
  const address = listenAddress(flags);
  const description = await followed(path, maxRemovals, (served) => sayServed(io, served));
  // Said now rather than to every request.
  clustersAsked(description.served().fleet, selector, { allowEmpty: false, limit: 0 });
  const isTlsCurrent = () => tls?.isCurrent() ?? true;
  const server = generatorServer(
    () => ({ served: description.served(), selector, tokens, isTlsCurrent: isTlsCurrent() }),
    {
      keyPair: tls?.first,
      onRefused: (endpoint, { status, body }) => io.say('warn', `${status} ${endpoint} ${body}`),
    },
  );
  const tick = () => {
    tls?.renew(server, io);
    description.look();
  };
  // Before anybody can know that it serves: a signal that nobody takes ends the process.
  const told = untilTold(interval, tick, description.reload);
  await listening(server, address);
  sayServed(io, description.served(), urlOf(server, tls !== undefined));
  await told;
  description.stop();
  await server.close();
  return EXIT.fine;
}

function refuseNoData(path: string, shown: string): void {
  if (!existsSync(path)) throw new FleetError([issue('INPUT_NOT_FOUND', { path: shown, found: 'nothing there' })]);
  if (!/^\.[mc]?[jt]s$/.test(extname(path))) return;
  throw new FleetError([issue('GENERATOR_CODE', { path: shown, found: `code, ${extname(path)}` })]);
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
  const what = `fleet ${fleet.name}, ${fleet.clusters.length} clusters`;
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
