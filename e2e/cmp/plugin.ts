/** The plugin in both of its forms, as the programs of Argo CD find it. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytes, type Called, callRaw, fields, varintField } from '../../test/cmp/client';
import { cmpServer } from '../rig/argocd';
import { linkerdFleet } from '../rig/fleet';
import { alive, type Process, scratch, start } from '../rig/processes';
import { until } from '../rig/wait';

const BIN = join(__dirname, '../../bin/linkerd-fleet.js');
/** Name by which Applications call it. */
export const PLUGIN = `linkerd-fleet-v${linkerdFleet('--version').trim()}`;

/** A running plugin. */
export interface Plugin {
  readonly process: Process;
  /** Directory of its socket. */
  readonly sockets: string;
  readonly socket: string;
  readonly work: string;
}

type Env = Readonly<Record<string, string>>;

/** `cmp generate` under the real argocd-cmp-server, configured by `cmp config`. */
export async function sidecar(env: Env = {}): Promise<Plugin> {
  const [config, sockets, work, path] = ['config', 'socks', 'work', 'path'].map((name) => scratch(name)) as [
    string,
    string,
    string,
    string,
  ];
  writeFileSync(join(config, 'plugin.yaml'), linkerdFleet('cmp', 'config'));
  symlinkSync(BIN, join(path, 'linkerd-fleet'));
  const own = { ARGOCD_CMP_WORKDIR: work, PATH: `${path}:${globalThis.process.env['PATH']}` };
  const process = await cmpServer(config, sockets, { ...own, ...env });
  return { process, sockets, work, socket: join(sockets, `${PLUGIN}.sock`) };
}

/** `cmp serve`, in its place. */
export async function server(env: Env = {}): Promise<Plugin> {
  const { ARGOCD_PLUGINSOCKFILEPATH: sockets = scratch('socks') } = env;
  const work = scratch('work');
  const process = start(globalThis.process.execPath as `/${string}`, {
    name: 'cmp-serve',
    args: [BIN, 'cmp', 'serve'],
    env: { ...env, ARGOCD_PLUGINSOCKFILEPATH: sockets, ARGOCD_CMP_WORKDIR: work },
  });
  await until('cmp serve', () => {
    alive(process, 'cmp serve');
    return process.log().includes('"serving"') || undefined;
  });
  return { process, sockets, work, socket: join(sockets, `${PLUGIN}.sock`) };
}

/** What an Application asks the repo-server for. */
export interface Ask {
  readonly repoURL: string;
  readonly path: string;
  readonly application: string;
  /** @default PLUGIN */
  readonly plugin?: string;
  readonly cluster?: string;
  readonly components?: readonly string[];
  readonly env?: Env;
  /** Milliseconds. @default 60000 */
  readonly timeout?: number;
}

/** What the repo-server said: objects as JSON, or its error. */
export interface Told {
  readonly error?: string;
  readonly objects: readonly Record<string, unknown>[];
}

/** Calls GenerateManifest of a repo-server, as the application controller does. (argo-cd reposerver/repository/repository.proto) */
export async function ask(port: number, { repoURL, path, application, plugin = PLUGIN, ...rest }: Ask): Promise<Told> {
  const { cluster, components, env = {}, timeout = 60_000 } = rest;
  const parameters = [
    ...(cluster === undefined ? [] : [bytes(3, Buffer.concat([bytes(1, 'cluster'), bytes(5, cluster)]))]),
    ...(components === undefined
      ? []
      : [
          bytes(
            3,
            Buffer.concat([bytes(1, 'components'), bytes(4, Buffer.concat(components.map((c) => bytes(1, c))))]),
          ),
        ]),
  ];
  const variables = Object.entries(env).map(([name, value]) =>
    bytes(2, Buffer.concat([bytes(1, name), bytes(2, value)])),
  );
  const source = Buffer.concat([
    bytes(1, repoURL),
    bytes(2, path),
    bytes(4, 'main'),
    bytes(11, Buffer.concat([bytes(1, plugin), ...variables, ...parameters])),
  ]);
  const request = Buffer.concat([
    bytes(1, Buffer.concat([bytes(1, repoURL), bytes(11, 'git')])),
    bytes(2, 'main'),
    varintField(3, 1), // noCache: errors are kept as they are
    bytes(4, 'app.kubernetes.io/instance'),
    bytes(5, application),
    bytes(8, 'linkerd-multicluster'),
    bytes(10, source),
    bytes(14, '1.36.0'),
    varintField(18, 1), // noRevisionCache
    bytes(19, 'annotation'),
    bytes(24, '*'),
    bytes(25, 'default'),
  ]);
  const called = await callRaw(port, '/repository.RepoServerService/GenerateManifest', [request], timeout);
  return told(called);
}

function told({ status, message, answer }: Called): Told {
  if (status !== 0) return { error: message === '' ? `status ${status}` : message, objects: [] };
  const manifests = fields(answer).flatMap(([number, value]) => (number === 1 ? [value.toString()] : []));
  return { objects: manifests.map((text) => JSON.parse(text)) };
}
