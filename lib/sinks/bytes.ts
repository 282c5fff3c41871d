/**
 * Bytes of texts, in memory that is used again: a fresh megabyte for each file costs six times as long as filling it, for
 * the pages the system has to find.
 */
import { hash } from 'node:crypto';
import type { Piece, SharedText } from '../emit/text';
import type { TextFile } from './files';

const NOTHING = Buffer.alloc(0);
let room = NOTHING;

/** A text in UTF-8. The bytes are good until the next text is encoded. */
export function encode(text: string): Buffer {
  const most = 3 * text.length;
  if (room.length < most) room = Buffer.allocUnsafeSlow(2 * most);
  return room.subarray(0, room.write(text));
}

/** The bytes of a file. Good until the next text is encoded, or the next file of that path. */
export function bytesOf(file: TextFile): Buffer {
  return file.pieces === undefined ? encode(file.text) : laidOut(file.path, file.pieces).bytes;
}

/** The SHA-256 of a file in hexadecimal, `bytes` being its bytes. */
export function digestOf(file: TextFile, bytes: Buffer): string {
  if (file.pieces === undefined) return hash('sha256', bytes);
  const laid = laidOut(file.path, file.pieces);
  laid.sha256 ??= hash('sha256', laid.bytes);
  return laid.sha256;
}

/** The bytes of pieces, one after another. */
interface Laid {
  pieces: readonly Piece[];
  /** Where each piece begins, and the last one ends. */
  readonly starts: number[];
  room: Buffer;
  /** What of `room` they take. */
  bytes: Buffer;
  sha256: string | undefined;
}

const KEPT_BYTES = 2 ** 24;
const KEPT_FILES = 500;
/** The last file of each path. */
const kept = new Map<string, Laid>();
let keptBytes = 0;

/**
 * A file of one cluster has most of its pieces where the same file of the cluster before had them: there they are in place
 * already.
 */
function laidOut(path: string, pieces: readonly Piece[]): Laid {
  const last = kept.get(path) ?? { pieces: [], starts: [0], room: NOTHING, bytes: NOTHING, sha256: undefined };
  if (last.pieces === pieces) return last;
  const before = last.room.length;
  lay(last, pieces);
  keptBytes += last.room.length - before;
  if (keptBytes > KEPT_BYTES || kept.size >= KEPT_FILES) {
    kept.clear();
    keptBytes = last.room.length;
  }
  kept.set(path, last);
  return last;
}

function lay(laid: Laid, pieces: readonly Piece[]): void {
  const { starts, pieces: last } = laid;
  let isSame = pieces.length === last.length;
  // What lies beyond `at` has not been touched yet, so that a piece which is to begin where it began is there.
  let [at, began]: [number, number | undefined] = [0, 0];
  for (let i = 0; i < pieces.length; i++) {
    const ended = starts[i + 1];
    if (at === began && i < last.length && pieces[i] === last[i]) at = ended as number;
    else {
      at += put(laid, pieces[i] as Piece, at);
      isSame = false;
    }
    starts[i + 1] = at;
    began = ended;
  }
  starts.length = pieces.length + 1;
  laid.pieces = pieces;
  if (isSame) return;
  laid.bytes = laid.room.subarray(0, at);
  laid.sha256 = undefined;
}

function put(laid: Laid, piece: Piece, at: number): number {
  if (typeof piece === 'string') return roomFor(laid, at + 3 * piece.length).write(piece, at);
  const bytes = encodedOnce(piece);
  roomFor(laid, at + bytes.length).set(bytes, at);
  return bytes.length;
}

function roomFor(laid: Laid, size: number): Buffer {
  if (laid.room.length < size) {
    const more = Buffer.allocUnsafeSlow(Math.max(size, Math.ceil(1.5 * laid.room.length)));
    laid.room.copy(more);
    laid.room = more;
  }
  return laid.room;
}

const encoded = new WeakMap<SharedText, Buffer>();

function encodedOnce(piece: SharedText): Buffer {
  let bytes = encoded.get(piece);
  if (bytes === undefined) {
    bytes = Buffer.from(piece.text);
    encoded.set(piece, bytes);
  }
  return bytes;
}
