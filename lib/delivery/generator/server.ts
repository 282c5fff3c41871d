/** The server: connections, limits and time; what is answered is in routes.ts. */
import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { Server as TlsServer } from 'node:tls';
import type { KeyPair } from './credentials';
import { requestCounts } from './metrics';
import { type Answer, answer, type Request, refusal, refused, routeOf, type State } from './routes';

/** Largest body of a request. What Argo CD sends is some hundred bytes, however many clusters there are. */
export const MAX_BODY_BYTES = 64 * 1024;

/** A server that has not been told where to listen. */
export interface GeneratorServer {
  readonly server: Server;
  /** Takes another certificate for connections to come. */
  readonly useKeyPair: (pair: KeyPair) => void;
  /** Answers what is under way, refuses what comes, and ends. */
  readonly close: () => Promise<void>;
}

/** How a server is made. */
export interface ServerOptions {
  /** @default - plain HTTP */
  readonly keyPair?: KeyPair;
  /** Hears of requests that had the token and got no clusters. */
  readonly onRefused?: (endpoint: string, answer: Answer) => void;
}

/**
 * The server of a state.
 *
 * @param state asked for each request, so that a request sees one state from its beginning to its end
 */
export function generatorServer(
  state: () => Omit<State, 'isClosing' | 'requestMetrics'>,
  { keyPair, onRefused }: ServerOptions = {},
): GeneratorServer {
  const counts = requestCounts();
  let isClosing = false;
  const listener = (incoming: IncomingMessage, response: ServerResponse) => {
    const begin = performance.now();
    readBody(incoming, (request) => {
      const given =
        typeof request === 'number'
          ? refusal(request, [refused('body', `more than ${MAX_BODY_BYTES} bytes`)])
          : answered(request, { ...state(), isClosing, requestMetrics: counts.text });
      const name = typeof request === 'number' ? 'other' : (routeOf(request)?.name ?? 'other');
      if (REFUSED.includes(given.status)) onRefused?.(name, given);
      counts.count(name, given.status, (performance.now() - begin) / 1000);
      send(response, given, isClosing || typeof request === 'number');
    });
  };
  const server = keyPair === undefined ? createHttp(TIMES, listener) : createHttps({ ...TIMES, ...keyPair }, listener);
  server.maxConnections = 1024;
  return {
    server,
    useKeyPair: (pair) => (server as unknown as TlsServer).setSecureContext(pair),
    close() {
      isClosing = true;
      return closed(server);
    },
  };
}

/** Strangers get other statuses: what they send fills no log. */
const REFUSED = [400, 422, 500];

const TIMES = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  // Longer than clients written in Go keep a connection that nothing happens on: they close it, and no request meets its end.
  keepAliveTimeout: 95_000,
  connectionsCheckingInterval: 2_000,
};

/** A mistake of ours keeps what the asker has, and the server running. */
function answered(request: Request, state: State): Answer {
  try {
    return answer(request, state);
  } catch (error) {
    const found = error instanceof Error ? error.name : 'something that is no error';
    return refusal(500, [refused(request.url.pathname, found)]);
  }
}

/** Reads the body and goes on; with the status where it is too large, and not at all where the client left. */
function readBody(incoming: IncomingMessage, done: (request: Request | 413) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  incoming.on('error', () => undefined);
  incoming.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= MAX_BODY_BYTES) {
      chunks.push(chunk);
    } else {
      incoming.removeAllListeners('data').removeAllListeners('end').pause();
      done(413);
    }
  });
  incoming.on('end', () => done(requestOf(incoming, Buffer.concat(chunks).toString('utf8'))));
}

function requestOf({ method = '', url = '/', headers }: IncomingMessage, body: string): Request {
  return {
    method,
    url: new URL(url.startsWith('/') ? url.replace(/^\/+/, '/') : '/', 'http://localhost'),
    authorization: headers.authorization,
    ifNoneMatch: headers['if-none-match'],
    body,
  };
}

function send(response: ServerResponse, { status, headers, body }: Answer, isLast: boolean): void {
  response.writeHead(status, {
    ...headers,
    ...(status === 304 ? {} : { 'content-length': Buffer.byteLength(body) }),
    ...(isLast ? { connection: 'close' } : {}),
  });
  response.end(body);
}

/** Time for what is under way. */
const GRACE = 10_000;

async function closed(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), GRACE);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timer);
}
