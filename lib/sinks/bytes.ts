/**
 * Bytes of texts, in memory that is used again: a fresh megabyte for each file costs six times as long as filling it, for
 * the pages the system has to find.
 */
import { hash } from 'node:crypto';
import type { Piece, SharedText } from '../emit/text';
import type { TextFile } from './files';

let buffers: Readonly<Record<'wanted' | 'found', Buffer>> = { wanted: Buffer.alloc(0), found: Buffer.alloc(0) };

/** At least `size` bytes, with whatever the last user left in them. */
export function room(purpose: 'wanted' | 'found', size: number): Buffer {
  if (buffers[purpose].length < size) buffers = { ...buffers, [purpose]: Buffer.allocUnsafeSlow(2 * size) };
  return buffers[purpose];
}

/** A text in UTF-8. The bytes are good until the next text is encoded. */
export function encode(text: string): Buffer {
  const buffer = room('wanted', 3 * text.length);
  return buffer.subarray(0, buffer.write(text));
}

/** What a file is to hold. */
export interface Content {
  /** Good until the next text is encoded. */
  readonly bytes: Buffer;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** The bytes of a file. One that has nothing of its own is the same in many clusters, and is kept for the next of them. */
export function contentOf(file: TextFile): Content {
  const { path, pieces } = file;
  if (pieces === undefined) return digested(encode(file.text));
  const last = kept.get(path);
  if (last !== undefined && isSame(last.pieces, pieces)) return last.content;
  const bytes = encodePieces(pieces);
  const content = digested(bytes);
  if (bytes.length <= KEPT_BYTES && pieces.every((piece) => typeof piece !== 'string')) {
    if (kept.size >= KEPT_FILES) kept.clear();
    kept.set(path, { pieces, content: { ...content, bytes: Buffer.from(bytes) } });
  }
  return content;
}

const KEPT_BYTES = 16_384;
const KEPT_FILES = 500;
const kept = new Map<string, { readonly pieces: readonly Piece[]; readonly content: Content }>();

function digested(bytes: Buffer): Content {
  return { bytes, sha256: hash('sha256', bytes) };
}

function isSame(some: readonly Piece[], others: readonly Piece[]): boolean {
  if (some.length !== others.length) return false;
  for (let i = 0; i < some.length; i++) if (some[i] !== others[i]) return false;
  return true;
}

const encoded = new WeakMap<SharedText, Buffer>();

function encodePieces(pieces: readonly Piece[]): Buffer {
  let most = 0;
  for (const piece of pieces) most += typeof piece === 'string' ? 3 * piece.length : bytesOf(piece).length;
  const buffer = room('wanted', most);
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece === 'string') at += buffer.write(piece, at);
    else {
      const bytes = bytesOf(piece);
      buffer.set(bytes, at);
      at += bytes.length;
    }
  }
  return buffer.subarray(0, at);
}

function bytesOf(piece: SharedText): Buffer {
  let bytes = encoded.get(piece);
  if (bytes === undefined) {
    bytes = Buffer.from(piece.text);
    encoded.set(piece, bytes);
  }
  return bytes;
}
