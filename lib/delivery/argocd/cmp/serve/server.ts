/** The plugin service of Argo CD, answered by this process. */
import type { Http2Server } from 'node:http2';
import { late } from '../deadline';
import type { LoadData } from '../request';
import type { Settings } from '../settings';
import { type Call, grpcServer, type Method } from './grpc';
import { manifestResponse, method, parametersResponse } from './messages';
import { callError, type Renderer, renderer } from './renderer';
import { slots } from './slots';
import { receive, type Upload } from './upload';

/** One call, for a log. */
export interface Served {
  readonly method: string;
  /** ARGOCD_APP_NAME; '' where Argo CD does not say it. */
  readonly application: string;
  readonly milliseconds: number;
  /** Objects in the answer, or the first line of why there is none. */
  readonly result: number | string;
}

/** What a server needs. */
export interface ServerOptions {
  readonly settings: Settings;
  readonly load: LoadData;
  /** An empty directory for trees. */
  readonly directory: string;
  readonly log: (served: Served) => void;
}

/** Trees that are received at a time: each is held in memory, and whoever comes later waits. */
const MOST_UPLOADS = 4;

/** Time to send an answer, off the client's deadline. */
const MARGIN = 300;

/** A server that is not listening yet, and what to call when it has stopped. */
export function pluginServer(options: ServerOptions): { readonly server: Http2Server; readonly clear: () => void } {
  const { settings, load, directory, log } = options;
  const render = renderer(settings, load, directory);
  const uploads = slots(MOST_UPLOADS);
  const withUpload =
    (name: string, work: (upload: Upload, left: () => number) => { bytes: Buffer; objects: number }): Method =>
    (call) => {
      const began = performance.now();
      const limit = Math.min(settings.timeout, (call.timeout ?? Number.POSITIVE_INFINITY) - MARGIN);
      const left = () => limit - (performance.now() - began);
      let application = '';
      const logged = (result: Served['result']) =>
        log({ method: name, application, milliseconds: Math.round(performance.now() - began), result });
      return uploads
        .run(async () => {
          const upload = await inTime(receive(call.messages, settings.maxTreeBytes), left());
          application = upload.metadata.env.ARGOCD_APP_NAME ?? '';
          const { bytes, objects } = work(upload, left);
          logged(objects);
          return bytes;
        })
        .catch((error: unknown) => {
          const refusal = callError(error);
          logged(refusal.message.split('\n')[0] ?? '');
          throw refusal;
        });
    };
  return { server: grpcServer(methods(render, withUpload)), clear: render.clear };
}

type WithUpload = (
  name: string,
  work: (upload: Upload, left: () => number) => { bytes: Buffer; objects: number },
) => Method;

function methods(render: Renderer, withUpload: WithUpload): Readonly<Record<string, Method>> {
  const upload = (name: string, work: Parameters<WithUpload>[1]) => [method(name), withUpload(name, work)] as const;
  return Object.fromEntries([
    upload('GenerateManifest', (tree, left) => {
      const { objects } = render.generate(tree, left());
      return { bytes: manifestResponse(objects), objects: objects.length };
    }),
    upload('GetParametersAnnouncement', (tree, left) => {
      const list = render.parameters(tree, left());
      return { bytes: parametersResponse(list), objects: list.length };
    }),
    // Without discovery there is nothing to match: an Application names this plugin.
    upload('MatchRepository', () => ({ bytes: NOTHING, objects: 0 })),
    // isDiscoveryConfigured and provideGitCreds, both false.
    [method('CheckPluginConfiguration'), async (call) => drained(call, NOTHING)],
    // status: SERVING (grpc.health.v1).
    ['/grpc.health.v1.Health/Check', async (call) => drained(call, Buffer.from([8, 1]))],
  ]);
}

const NOTHING = Buffer.alloc(0);

async function drained({ messages }: Call, answer: Buffer): Promise<Buffer> {
  for await (const _ of messages);
  return answer;
}

/** A client that stops sending must not keep its slot. */
async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const fail = () => reject(late({ now: 'receiving the repository' }));
    timer = setTimeout(fail, Math.max(0, milliseconds));
  });
  // Whoever comes second is heard by nobody.
  work.catch(() => {});
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
