/** As much of protobuf's wire format as the plugin service needs: varints and length-delimited fields. (protobuf.dev, Encoding) */

/** A field as it stands in a message. */
export interface Field {
  readonly number: number;
  /** A number for varints, bytes for strings, bytes and messages; undefined for the fixed widths, which are skipped. */
  readonly value: number | Buffer | undefined;
}

/** Thrown for bytes that are no message. */
export class WireError extends Error {}

/** The fields of a message, in their order. @throws WireError */
export function* fieldsOf(message: Buffer): Generator<Field> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1, n = 0; n < 10; factor *= 128, n++) {
      const byte = message[at++];
      if (byte === undefined) throw new WireError('a number that does not end');
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw new WireError('a number that does not end');
  };
  const bytes = (length: number): Buffer => {
    if (length > message.length - at) throw new WireError('a field that is longer than its message');
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    const type = tag % 8;
    if (type === 0) yield { number, value: varint() };
    else if (type === 2) yield { number, value: bytes(varint()) };
    else if (type === 1 || type === 5) {
      bytes(type === 1 ? 8 : 4);
      yield { number, value: undefined };
    } else throw new WireError('a field of a type that no longer exists');
  }
}

/** Writes `value` as a field: texts and bytes length-delimited, booleans as varints; nothing for the zero of each type. */
export function field(number: number, value: string | boolean | Buffer | undefined): Buffer {
  if (value === undefined || value === '' || value === false) return EMPTY;
  if (value === true) return Buffer.concat([varintBytes(number * 8), ONE]);
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return Buffer.concat([varintBytes(number * 8 + 2), varintBytes(bytes.length), bytes]);
}

/** A message of fields. */
export const messageOf = (...fields: readonly Buffer[]): Buffer => Buffer.concat(fields);

const EMPTY = Buffer.alloc(0);
const ONE = Buffer.from([1]);

function varintBytes(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) | 0x80);
  }
}
