/** The tree that comes with a call: metadata, then pieces of a gzip-compressed archive. */
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { FleetError, issue } from '../../../../errors';
import { type Metadata, streamRequest } from './messages';
import { WireError } from './protobuf';
import { type Entry, readTar, refused } from './tar';

/** What a client sent. */
export interface Upload {
  readonly metadata: Metadata;
  readonly entries: readonly Entry[];
}

/**
 * Receives a tree. No more than `maxBytes` of it, unpacked, are ever held, whatever the archive would come to.
 *
 * @throws CMP_REQUEST, CMP_TREE
 */
export async function receive(messages: AsyncIterable<Buffer>, maxBytes: number): Promise<Upload> {
  const stream = messages[Symbol.asyncIterator]();
  const metadata = await firstOf(stream);
  const hash = createHash('sha256');
  const tar: Buffer[] = [];
  let bytes = 0;
  try {
    await pipeline(chunks(stream, hash), createGunzip(), async (unzipped: AsyncIterable<Buffer>) => {
      for await (const piece of unzipped) {
        bytes += piece.length;
        if (bytes > maxBytes) throw refused('the archive', `more than ${maxBytes} bytes unpacked`);
        tar.push(piece);
      }
    });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') ? refused('the archive', 'no gzip data') : error;
  }
  if (hash.digest('hex') !== metadata.checksum.toLowerCase()) {
    throw refused('the archive', 'another checksum than the one that was announced');
  }
  return { metadata, entries: readTar(Buffer.concat(tar)) };
}

async function firstOf(stream: AsyncIterator<Buffer>): Promise<Metadata> {
  const { value, done } = await stream.next();
  const request = done === true ? undefined : parsed(value);
  if (request !== undefined && 'metadata' in request) return request.metadata;
  throw wrong('a stream that does not begin with metadata');
}

async function* chunks(stream: AsyncIterator<Buffer>, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for (;;) {
    const { value, done } = await stream.next();
    if (done === true) return;
    const request = parsed(value);
    if (request === undefined) continue;
    if (!('chunk' in request)) throw wrong('metadata twice');
    hash.update(request.chunk);
    yield request.chunk;
  }
}

function parsed(bytes: Buffer): ReturnType<typeof streamRequest> {
  try {
    return streamRequest(bytes);
  } catch (error) {
    throw error instanceof WireError ? wrong(error.message) : error;
  }
}

const wrong = (found: string) => new FleetError([issue('CMP_REQUEST', { path: 'the stream', found })]);
