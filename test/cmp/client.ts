/** A client of Argo CD's plugin service, as the repo-server is one; of ours and of the real argocd-cmp-server. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { connect as connectHttp2, constants } from 'node:http2';
import { connect } from 'node:net';

/** What a call came to. */
export interface Called {
  /** gRPC status; -1 when the connection broke. */
  readonly status: number;
  readonly message: string;
  /** Bytes of the answer. */
  readonly answer: Buffer;
}

/** A call with a tree. */
export interface TreeCall {
  /** @default GenerateManifest */
  readonly method?: string;
  /** The archive. */
  readonly tgz: Buffer;
  /** Application path in the tree. */
  readonly path: string;
  readonly env?: Readonly<Record<string, string>>;
  /** @default - that of the archive */
  readonly checksum?: string;
  /** Bytes of a message; the repo-server's default. @default 1024 */
  readonly chunk?: number;
  /** Milliseconds. @default 30000 */
  readonly timeout?: number;
}

/** A directory as the repo-server packs it. */
export const tgzOf = (directory: string): Buffer =>
  execFileSync('tar', ['-C', directory, '-czf', '-', '.'], { maxBuffer: 1 << 30 });

/** Calls a method that takes a tree. */
export function callWithTree(socket: string, call: TreeCall): Promise<Called> {
  const { tgz, path, env = {}, chunk = 1024, timeout = 30_000, method = 'GenerateManifest' } = call;
  const checksum = call.checksum ?? createHash('sha256').update(tgz).digest('hex');
  const entries = Object.entries(env).map(([name, value]) =>
    bytes(5, Buffer.concat([bytes(1, name), bytes(2, value)])),
  );
  const metadata = Buffer.concat([bytes(1, 'app'), bytes(2, path), bytes(3, checksum), ...entries]);
  const messages = [bytes(1, metadata)];
  for (let at = 0; at < tgz.length; at += chunk) messages.push(bytes(2, bytes(1, tgz.subarray(at, at + chunk))));
  return callRaw(socket, `/plugin.ConfigManagementPluginService/${method}`, messages, timeout);
}

/**
 * Begins calls of a method that is not there, in frames of its own: it answers no ping of the server, reads nothing, and is gone after
 * `wait` milliseconds, with -1 before the server can have seen it.
 */
export function askAndLeave(socket: string, { calls, wait }: { calls: number; wait: number }): Promise<void> {
  const frame = (type: number, flags: number, stream: number, payload: Buffer): Buffer => {
    const head = Buffer.alloc(9);
    head.writeUIntBE(payload.length, 0, 3);
    head.writeUInt8(type, 3);
    head.writeUInt8(flags, 4);
    head.writeUInt32BE(stream, 5);
    return Buffer.concat([head, payload]);
  };
  const word = (text: string) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
  const fields = { ':method': 'POST', ':scheme': 'http', ':path': '/none', 'content-type': 'application/grpc' };
  // Literal, without indexing: a zero, the name, the value (RFC 7541, 6.2.2).
  const block = Object.entries(fields).map(([name, value]) => Buffer.concat([Buffer.of(0), word(name), word(value)]));
  const headers = Array.from({ length: calls }, (_, i) => frame(1, 4, 1 + 2 * i, Buffer.concat(block)));
  return new Promise((resolve) => {
    const client = connect(socket, () => {
      client.write(Buffer.concat([Buffer.from(PREFACE), frame(4, 0, 0, Buffer.alloc(0)), ...headers]));
      if (wait < 0) client.destroy();
      else setTimeout(() => client.destroy(), wait);
    });
    client.on('error', () => {});
    client.on('close', () => resolve());
  });
}

const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

/** Calls any method, at a socket or a port of this machine, with any messages; `open` leaves the client's side open. */
export function callRaw(
  socket: string | number,
  path: string,
  messages: readonly Buffer[],
  timeout = 30_000,
  { open = false, headers = {} }: { open?: boolean; headers?: Record<string, string> } = {},
): Promise<Called> {
  return new Promise((resolve) => {
    const client = connectHttp2('http://localhost', {
      createConnection: () => (typeof socket === 'number' ? connect(socket, '127.0.0.1') : connect(socket)),
      settings: { initialWindowSize: 1 << 24 },
      maxSessionMemory: 1000,
    });
    const parts: Buffer[] = [];
    let trailers: Record<string, unknown> = {};
    const end = (broken?: string) => {
      client.destroy();
      const status = broken === undefined ? Number(trailers['grpc-status'] ?? -1) : -1;
      const message = broken ?? decodeURIComponent(String(trailers['grpc-message'] ?? ''));
      resolve({ status, message, answer: Buffer.concat(parts).subarray(5) });
    };
    client.on('error', (error) => end(error.message));
    const stream = client.request({
      ':method': 'POST',
      ':path': path,
      'content-type': 'application/grpc',
      te: 'trailers',
      'grpc-timeout': `${timeout}m`,
      ...headers,
    });
    stream.on('response', (received) => {
      trailers = { ...trailers, ...received };
    });
    stream.on('trailers', (received) => {
      trailers = { ...trailers, ...received };
    });
    stream.on('data', (data: Buffer) => parts.push(data));
    stream.on('error', () => {});
    stream.on('close', () => end(trailers['grpc-status'] === undefined ? 'no status' : undefined));
    for (const message of messages) stream.write(framed(message));
    if (!open) stream.end();
    else setTimeout(() => stream.close(constants.NGHTTP2_CANCEL), timeout + 5000).unref();
  });
}

/** The texts of field 1 of an answer: manifests, or announcements that are still encoded. */
export function fieldOne(answer: Buffer): Buffer[] {
  return fields(answer).flatMap(([number, value]) => (number === 1 ? [value] : []));
}

/** Length-delimited fields of a message. */
export function fields(message: Buffer): [number, Buffer][] {
  const found: [number, Buffer][] = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = BigInt(message[at++]!);
      value |= (byte & 127n) << shift;
      if (byte < 128n) return Number(value);
    }
  };
  while (at < message.length) {
    const tag = varint();
    if (tag % 8 === 0) {
      varint();
      continue;
    }
    const length = varint();
    found.push([tag >> 3, message.subarray(at, at + length)]);
    at += length;
  }
  return found;
}

/** A length-delimited field. */
export function bytes(number: number, value: string | Buffer): Buffer {
  const content = Buffer.from(value as string);
  return Buffer.concat([varint(number * 8 + 2), varint(content.length), content]);
}

/** A field that is a number. */
export const varintField = (number: number, value: number): Buffer =>
  Buffer.concat([varint(number * 8), varint(value)]);

function varint(value: number): Buffer {
  const found: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 128) return Buffer.from([...found, rest]);
    found.push((rest & 127) | 128);
  }
}

function framed(message: Buffer): Buffer {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}
