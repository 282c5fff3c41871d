/**
 * gRPC over node:http2, as much of it as a plugin's server needs: one answer for a call, without compression.
 * (grpc doc/PROTOCOL-HTTP2.md)
 */
import {
  createServer,
  type Http2Server,
  constants as h2,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';

/** Status codes that are used. */
export const STATUS = { ok: 0, unknown: 2, resourceExhausted: 8, unimplemented: 12, internal: 13 } as const;

/** One call. */
export interface Call {
  /** The client's messages. Reading slowly makes the client wait. */
  readonly messages: AsyncIterable<Buffer>;
  /** Milliseconds that the client waits; undefined when it waits for ever. */
  readonly timeout: number | undefined;
}

/** Fails a call with a status and a text. */
export class CallError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Answers one call: with the bytes of one message, or by throwing a CallError. */
export type Method = (call: Call) => Promise<Buffer>;

/** Largest message that is read: chunks are 1 KiB unless ARGOCD_CMP_CHUNK_SIZE says otherwise. */
const MAX_MESSAGE = 16 * 1024 * 1024;

/** A server of these methods, by path; not listening yet. */
export function grpcServer(methods: Readonly<Record<string, Method>>): Http2Server {
  const server = createServer({ settings: { maxConcurrentStreams: 256 } });
  server.on('stream', (stream, headers) => {
    // A client that went away is no concern of the others.
    stream.on('error', () => {});
    const path = String(headers[':path']);
    const method = Object.hasOwn(methods, path) ? methods[path] : undefined;
    void serve(stream, headers, method);
  });
  server.on('sessionError', () => {});
  return server;
}

async function serve(stream: ServerHttp2Stream, headers: IncomingHttpHeaders, method?: Method): Promise<void> {
  try {
    if (!String(headers['content-type']).startsWith('application/grpc')) {
      stream.respond({ ':status': 415 }, { endStream: true });
      return;
    }
    if (method === undefined) throw new CallError(STATUS.unimplemented, `no method ${headers[':path']}`);
    succeed(stream, await method({ messages: messagesOf(stream), timeout: timeoutOf(headers['grpc-timeout']) }));
  } catch (error) {
    fail(stream, error instanceof CallError ? error : new CallError(STATUS.internal, 'internal error'));
  }
}

/** Messages: a byte that says whether it is compressed, four bytes of length, the message. */
async function* messagesOf(stream: ServerHttp2Stream): AsyncGenerator<Buffer> {
  const pieces: Buffer[] = [];
  let have = 0;
  let need: number | undefined;
  const take = (length: number): Buffer => {
    const all = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    pieces.length = 0;
    have = all.length - length;
    if (have > 0) pieces.push(all.subarray(length));
    return all.subarray(0, length);
  };
  // Not destroyed when its reader stops: a refusal is still to be sent.
  for await (const piece of stream.iterator({ destroyOnReturn: false })) {
    pieces.push(piece);
    have += piece.length;
    for (;;) {
      if (need === undefined) {
        if (have < 5) break;
        const prefix = take(5);
        need = prefix.readUInt32BE(1);
        if (prefix[0] !== 0) throw new CallError(STATUS.unimplemented, 'compressed messages are not understood');
        if (need > MAX_MESSAGE) throw new CallError(STATUS.resourceExhausted, `a message of ${need} bytes`);
      }
      if (have < need) break;
      const message = take(need);
      need = undefined;
      yield message;
    }
  }
  if (have > 0 || need !== undefined) throw new CallError(STATUS.internal, 'an end in the middle of a message');
}

const UNITS: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1000, m: 1, u: 0.001, n: 0.000_001 };

/** `grpc-timeout`: up to eight digits and a unit. */
function timeoutOf(header: string | string[] | undefined): number | undefined {
  const [, digits, unit] = /^(\d{1,8})([HMSmun])$/.exec(String(header)) ?? [];
  return digits === undefined ? undefined : Number(digits) * UNITS[unit!]!;
}

const HEADERS = { ':status': 200, 'content-type': 'application/grpc' };

function succeed(stream: ServerHttp2Stream, message: Buffer): void {
  if (stream.destroyed) return;
  stream.respond(HEADERS, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': String(STATUS.ok) }));
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  stream.write(prefix);
  stream.end(message);
}

function fail(stream: ServerHttp2Stream, { status, message }: CallError): void {
  if (stream.destroyed || stream.headersSent) return;
  const trailers = { 'grpc-status': String(status), 'grpc-message': percentEncoded(message) };
  stream.respond({ ...HEADERS, ...trailers }, { endStream: true });
  // The client may still be sending: it need not go on once it has the answer. A reset that follows at once takes the answer along in
  // node 22 and 26.
  stream.session?.ping(() => stream.close(h2.NGHTTP2_NO_ERROR));
}

/** As `grpc-message` wants it: UTF-8 with everything but printable ASCII, and the percent sign, as %XX. */
function percentEncoded(text: string): string {
  let encoded = '';
  for (const byte of Buffer.from(text)) {
    const plain = byte >= 0x20 && byte <= 0x7e && byte !== 0x25;
    encoded += plain ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}
