/** The strict part of DER that certificates need: definite, minimal lengths, single-byte tags, nothing left over. */

/** One value: its tag byte, its content, and the whole encoding. */
export interface Tlv {
  readonly tag: number;
  readonly value: Buffer;
  readonly raw: Buffer;
}

/** Tag bytes, as X.509 uses them. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
} as const;

/** The bytes are not the DER they should be. The message names the fault, never the bytes. */
export class DerError extends Error {}

/** Every value in `content`, which they fill exactly. @throws DerError */
export function children(content: Buffer): Tlv[] {
  const out: Tlv[] = [];
  for (let at = 0; at < content.length; ) {
    const tlv = read(content, at);
    out.push(tlv);
    at += tlv.raw.length;
  }
  return out;
}

/** The one value that fills `content`, of this tag. @throws DerError */
export function only(content: Buffer, tag: number, what: string): Tlv {
  const tlv = read(content, 0);
  if (tlv.raw.length !== content.length) throw new DerError(`bytes left over after ${what}`);
  return expect(tlv, tag, what);
}

/** The value itself when it has this tag. @throws DerError */
export function expect(tlv: Tlv | undefined, tag: number, what: string): Tlv {
  if (tlv?.tag !== tag) throw new DerError(`${what} is missing or of another type`);
  return tlv;
}

/** An OBJECT IDENTIFIER in dotted form. @throws DerError */
export function oid(tlv: Tlv | undefined, what: string): string {
  const { value } = expect(tlv, TAG.oid, what);
  if (value.length === 0 || value[value.length - 1]! >= 0x80) throw new DerError(`${what} is cut off`);
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of value) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const first = Math.min(2, Math.floor(arcs[0]! / 40));
  return [first, arcs[0]! - first * 40, ...arcs.slice(1)].join('.');
}

/** A BOOLEAN. @throws DerError */
export function bool(tlv: Tlv, what: string): boolean {
  const { value } = expect(tlv, TAG.boolean, what);
  if (value.length !== 1 || (value[0] !== 0 && value[0] !== 0xff)) throw new DerError(`${what} is no DER boolean`);
  return value[0] === 0xff;
}

/** The content of an INTEGER that is not negative, minimally encoded. @throws DerError */
export function unsigned(tlv: Tlv | undefined, what: string): Buffer {
  const { value } = expect(tlv, TAG.integer, what);
  if (value.length === 0 || value[0]! >= 0x80) throw new DerError(`${what} is negative or empty`);
  if (value.length > 1 && value[0] === 0 && value[1]! < 0x80) throw new DerError(`${what} is not minimal`);
  return value;
}

/** A UTCTime or GeneralizedTime with seconds, in UTC, as milliseconds since the epoch. @throws DerError */
export function time(tlv: Tlv | undefined, what: string): number {
  const text = tlv?.value.toString('latin1') ?? '';
  const utc = tlv?.tag === TAG.utcTime && /^\d{12}Z$/.test(text);
  if (!utc && !(tlv?.tag === TAG.generalizedTime && /^\d{14}Z$/.test(text))) throw new DerError(`${what} is no time`);
  const full = utc ? (text < '5' ? '20' : '19') + text : text;
  const iso = full.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z');
  const ms = Date.parse(iso);
  // Date.parse turns 30 February into 1 March.
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== iso) throw new DerError(`${what} is no date`);
  return ms;
}

function read(buffer: Buffer, at: number): Tlv {
  const tag = buffer[at];
  const short = buffer[at + 1];
  if (tag === undefined || short === undefined) throw new DerError('the encoding ends too early');
  if ((tag & 0x1f) === 0x1f) throw new DerError('a multi-byte tag');
  const lengthBytes = short < 0x80 ? 0 : short & 0x7f;
  const start = at + 2 + lengthBytes;
  if (short === 0x80 || lengthBytes > 3) throw new DerError('a length that DER does not allow');
  if (start > buffer.length) throw new DerError('the encoding ends too early');
  const length = lengthBytes === 0 ? short : buffer.readUIntBE(at + 2, lengthBytes);
  if (lengthBytes > 0 && length < (lengthBytes === 1 ? 0x80 : 2 ** (8 * (lengthBytes - 1)))) {
    throw new DerError('a length that is not minimal');
  }
  const end = start + length;
  if (end > buffer.length) throw new DerError('the encoding ends too early');
  return { tag, value: buffer.subarray(start, end), raw: buffer.subarray(at, end) };
}
