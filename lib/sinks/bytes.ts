/**
 * Bytes of texts, in memory that is used again: a fresh megabyte for each file costs six times as long as filling it, for
 * the pages the system has to find.
 */

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
