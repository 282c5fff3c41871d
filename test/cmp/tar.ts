/** Archives that no tool would write, byte by byte. */

/** An entry as its header has it. */
export interface Raw {
  readonly name: string;
  readonly type?: string;
  readonly content?: string | Buffer;
  readonly target?: string;
  /** @default - that of the content */
  readonly size?: string;
}

/** A tar archive of these entries, with its end. */
export function tarOf(entries: readonly Raw[], end = Buffer.alloc(1024)): Buffer {
  return Buffer.concat([...entries.flatMap(blocks), end]);
}

/** Records of a pax header for the entry after it. */
export const pax = (values: Readonly<Record<string, string>>): Raw => ({
  name: 'PaxHeaders/x',
  type: 'x',
  content: Object.entries(values).map(record).join(''),
});

function record([key, value]: [string, string]): string {
  const body = ` ${key}=${value}\n`;
  const length = Buffer.byteLength(body);
  const digits = String(length + String(length).length).length;
  return `${length + digits}${body}`;
}

function blocks({ name, type = '0', content = '', target = '', size }: Raw): Buffer[] {
  const bytes = Buffer.from(content as string);
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000644\0', 100);
  header.write(size ?? `${bytes.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(target, 157, 100);
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((a, b) => a + b, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
}
