/** PEM bundles: read with the rules of trust-manager and Linkerd together, written in the bytes that trust-manager writes. */
import { createHash } from 'node:crypto';
import { type Issue, issue } from '../errors';
import { type Certificate, pemBlock, readCertificate } from './certificate';
import { DerError } from './der';

/** What was read, and what was wrong with it. A bundle with any error must not be used. */
export interface Bundle {
  /** In the order of the file, copies included. Empty when a private key was found. */
  readonly certificates: readonly Certificate[];
  readonly issues: readonly Issue[];
}

/** trust-manager takes inline bundles up to 1 MiB; what a proxy can carry is an eighth of that. */
const MAX_TEXT = 1024 * 1024;

/** Also finds a marker whose dashes are damaged. The bound keeps a hostile file from costing quadratic time. */
const KEY_MARKER = /(BEGIN|END)[A-Z0-9 ]{0,40}PRIVATE KEY/;

const BEGIN = /^-----BEGIN ([A-Z0-9 ]{1,40})-----$/;

/**
 * Reads a PEM bundle: trust anchors, or an issuer followed by its intermediates.
 *
 * Allowed: CERTIFICATE blocks, LF, CRLF or CR, a UTF-8 byte order mark, blank lines, comments before a block (no reader of Linkerd's
 * looks at them, and {@link canonicalBundle} drops them). Refused, everything at once: other blocks, PEM headers, text after the last
 * block, marker lines that are indented or cut (readers would skip that certificate silently), anything that is not strict base64 of
 * strict DER. No message quotes the file.
 *
 * @param path the file, as the description names it
 */
export function parseBundle(pem: string, path: string): Bundle {
  if (KEY_MARKER.test(pem)) {
    return { certificates: [], issues: [issue('TRUST_BUNDLE_PRIVATE_KEY', { path, found: 'a private key' })] };
  }
  if (pem.length > MAX_TEXT) {
    const found = `${pem.length} characters`;
    return { certificates: [], issues: [issue('TRUST_BUNDLE_SIZE', { path, found })] };
  }
  const { blocks, stray, trailing } = split(pem.replace(/^\uFEFF/, ''));
  const certificates: Certificate[] = [];
  const issues: Issue[] = [];
  for (const [index, block] of blocks.entries()) {
    const read = readBlock(block, `${path}[${index}]`);
    if ('code' in read) issues.push(read);
    else certificates.push(read);
  }
  for (const line of stray) {
    const found = `line ${line} has dashes of a BEGIN or END line, but is none in its place`;
    issues.push(issue('TRUST_ANCHOR_UNREADABLE', { path, found }));
  }
  if (trailing && stray.length === 0)
    issues.push(issue('TRUST_BUNDLE_TRAILING_TEXT', { path, found: `text on line ${trailing}` }));
  if (blocks.length === 0 && issues.length === 0) {
    issues.push(issue('TRUST_BUNDLE_EMPTY', { path, found: pem.trim() === '' ? 'an empty file' : 'no PEM block' }));
  }
  return { certificates, issues };
}

/**
 * The bundle as every cluster gets it: each certificate once, ascending by SHA-256 of its DER, 64 columns, LF, no newline at the end.
 * The bytes are those that trust-manager writes into the ConfigMap for the same certificates (trust-manager pkg/util/cert_pool.go),
 * whatever the order, copies and comments of its sources.
 */
export function canonicalBundle(certs: readonly Certificate[]): string {
  const unique = new Map(certs.map((cert) => [cert.fingerprint, cert]));
  const sorted = [...unique.keys()].sort();
  return sorted.map((fingerprint) => pemBlock(unique.get(fingerprint)!.der)).join('\n');
}

/**
 * Hex SHA-256 of a bundle: the value of the annotation `linkerd.io/trust-root-sha256` on every pod that was injected with it
 * (linkerd2 pkg/inject/inject.go), and of `trust.cert-manager.io/hash` on trust-manager's ConfigMap.
 */
export function bundleSha256(canonical: string): string {
  return createHash('sha256').update(canonical).digest('hex');
}

interface Block {
  readonly label: string;
  readonly body: string[];
  closed: boolean;
}

interface Split {
  readonly blocks: readonly Block[];
  /** Lines, counted from 1, that look like markers and are none. */
  readonly stray: readonly number[];
  /** First line, counted from 1, of text after the last block. */
  readonly trailing?: number;
}

function split(text: string): Split {
  const blocks: Block[] = [];
  const stray: number[] = [];
  let open: Block | undefined;
  let trailing: number | undefined;
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.trimEnd();
    const label = BEGIN.exec(line)?.[1];
    if (!open && label) {
      open = { label, body: [], closed: false };
      blocks.push(open);
      trailing = undefined;
    } else if (open && line === `-----END ${open.label}-----`) {
      open.closed = true;
      open = undefined;
    } else if (line.includes('-----')) {
      stray.push(index + 1);
      open = undefined;
    } else if (open) {
      open.body.push(line.trim());
    } else if (line !== '' && blocks.length > 0) {
      trailing ??= index + 1;
    }
  }
  return { blocks, stray, trailing };
}

function readBlock(block: Block, path: string): Certificate | Issue {
  const bad = (found: string) => issue('TRUST_ANCHOR_UNREADABLE', { path, found });
  if (block.label !== 'CERTIFICATE') {
    return issue('TRUST_BUNDLE_NOT_CERTIFICATE', { path, found: `a ${block.label} block` });
  }
  if (!block.closed) return bad('a block without its END CERTIFICATE line');
  if (block.body.some((line) => line.includes(':')))
    return issue('TRUST_BUNDLE_HEADERS', { path, found: 'a PEM header' });
  const base64 = block.body.join('');
  const der = Buffer.from(base64, 'base64');
  // Buffer.from skips what is not base64; only a round trip shows that nothing was skipped.
  if (base64 === '' || der.toString('base64') !== base64) return bad('a block that is not base64');
  try {
    return readCertificate(der);
  } catch (error) {
    if (error instanceof DerError) return bad(error.message);
    throw error;
  }
}
