/** The X.509 extensions that decide what a CA of the mesh may sign. */
import { bool, children, DerError, expect, oid, only, TAG, type Tlv, unsigned } from './der';

/** What a CA certificate allows below it, by name (RFC 5280 section 4.2.1.10). */
export interface NameConstraints {
  readonly critical: boolean;
  /** DNS subtrees that names must be in; empty when DNS names are free. */
  readonly permittedDns: readonly string[];
  readonly excludedDns: readonly string[];
  /** Proxies refuse every URI name (SPIFFE IDs) below a CA with any URI constraint, whatever its value. */
  readonly permittedUri: readonly string[];
  readonly excludedUri: readonly string[];
  /** A directoryName constraint is present: proxies refuse everything below. */
  readonly directoryName: boolean;
  /** A subtree has a minimum or maximum: proxies refuse everything below. */
  readonly bounded: boolean;
}

/** What the extensions of one certificate say; absent ones are absent here. */
export interface Extensions {
  readonly isCA: boolean;
  readonly pathLen?: number;
  /** keyUsage is absent, or has keyCertSign. */
  readonly certSign: boolean;
  /** Extended key usage, as dotted OIDs. */
  readonly extendedKeyUsage?: readonly string[];
  readonly nameConstraints?: NameConstraints;
  /** Subject key identifier, lower-case hex. */
  readonly ski?: string;
  /** Key identifier of the authority key identifier, lower-case hex. */
  readonly aki?: string;
  readonly dnsNames: readonly string[];
  readonly uris: readonly string[];
  /** Critical extensions that proxies and Go do not process, as dotted OIDs. */
  readonly unknownCritical: readonly string[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Reader = (out: Mutable<Extensions>, value: Buffer, critical: boolean) => void;

/** Context tags of GeneralName. */
const NAME = { dns: 0x82, directory: 0xa4, uri: 0x86 } as const;

const READERS: Readonly<Record<string, Reader>> = {
  '2.5.29.14': (out, value) => {
    out.ski = only(value, TAG.octetString, 'subjectKeyIdentifier').value.toString('hex');
  },
  '2.5.29.15': (out, value) => {
    const bits = only(value, TAG.bitString, 'keyUsage').value;
    const unused = bits[0] ?? 8;
    if (bits.length < 2 || unused > 7 || (bits[bits.length - 1]! & ((1 << unused) - 1)) !== 0) {
      throw new DerError('keyUsage is empty or padded with ones');
    }
    out.certSign = (bits[1]! & 0x04) !== 0;
  },
  '2.5.29.17': readAlternativeNames,
  '2.5.29.19': readBasicConstraints,
  '2.5.29.30': readNameConstraints,
  '2.5.29.35': (out, value) => {
    const id = children(only(value, TAG.sequence, 'authorityKeyIdentifier').value).find((t) => t.tag === 0x80);
    if (id) out.aki = id.value.toString('hex');
  },
  '2.5.29.37': (out, value) => {
    const usages = children(only(value, TAG.sequence, 'extendedKeyUsage').value);
    if (usages.length === 0) throw new DerError('extendedKeyUsage is empty');
    out.extendedKeyUsage = usages.map((t) => oid(t, 'extendedKeyUsage'));
  },
};

/** Extensions that both rustls-webpki and Go process when they are critical. */
const KNOWN_CRITICAL = new Set(['2.5.29.15', '2.5.29.17', '2.5.29.19', '2.5.29.30', '2.5.29.37']);

/** Reads the content of `Extensions ::= SEQUENCE OF Extension`. @throws DerError */
export function readExtensions(list: readonly Tlv[]): Extensions {
  const unknownCritical: string[] = [];
  const out: Mutable<Extensions> = { isCA: false, certSign: true, dnsNames: [], uris: [], unknownCritical };
  const seen = new Set<string>();
  for (const extension of list) {
    const parts = children(expect(extension, TAG.sequence, 'an extension').value);
    const id = oid(parts[0], 'the id of an extension');
    if (seen.has(id)) throw new DerError('an extension is there twice');
    seen.add(id);
    const critical = parts.length === 3 && bool(parts[1]!, 'the critical flag of an extension');
    if (parts.length > 3) throw new DerError('an extension has too many parts');
    const { value } = expect(parts[parts.length - 1], TAG.octetString, 'the value of an extension');
    READERS[id]?.(out, value, critical);
    if (critical && !KNOWN_CRITICAL.has(id)) unknownCritical.push(id);
  }
  return out;
}

function readBasicConstraints(out: Mutable<Extensions>, value: Buffer): void {
  const parts = children(only(value, TAG.sequence, 'basicConstraints').value);
  if (parts[0]?.tag === TAG.boolean) out.isCA = bool(parts.shift()!, 'cA');
  if (parts.length > 0) {
    const length = unsigned(parts.shift(), 'pathLenConstraint');
    if (length.length > 1) throw new DerError('pathLenConstraint is over 127');
    out.pathLen = length[0]!;
  }
  if (parts.length > 0) throw new DerError('basicConstraints has too many parts');
}

function readAlternativeNames(out: Mutable<Extensions>, value: Buffer): void {
  const names = children(only(value, TAG.sequence, 'subjectAltName').value);
  out.dnsNames = texts(names, NAME.dns);
  out.uris = texts(names, NAME.uri);
}

function readNameConstraints(out: Mutable<Extensions>, value: Buffer, critical: boolean): void {
  const parts = children(only(value, TAG.sequence, 'nameConstraints').value);
  const subtrees = (tag: number) => {
    const part = parts[0]?.tag === tag ? parts.shift()! : undefined;
    return part ? children(part.value).map((t) => children(expect(t, TAG.sequence, 'a subtree').value)) : [];
  };
  const permitted = subtrees(0xa0);
  const excluded = subtrees(0xa1);
  const all = [...permitted, ...excluded];
  if (parts.length > 0 || all.length === 0) throw new DerError('nameConstraints is empty or has unknown parts');
  if (all.some((subtree) => subtree.length === 0)) throw new DerError('a name constraint without a name');
  out.nameConstraints = {
    critical,
    permittedDns: texts(base(permitted), NAME.dns),
    excludedDns: texts(base(excluded), NAME.dns),
    permittedUri: texts(base(permitted), NAME.uri),
    excludedUri: texts(base(excluded), NAME.uri),
    directoryName: all.some((subtree) => subtree[0]!.tag === NAME.directory),
    bounded: all.some((subtree) => subtree.length > 1),
  };
}

const base = (subtrees: readonly Tlv[][]) => subtrees.map((subtree) => subtree[0]!);

function texts(names: readonly Tlv[], tag: number): string[] {
  const found = names.filter((name) => name.tag === tag);
  if (found.some((name) => name.value.some((byte) => byte >= 0x80))) throw new DerError('a name that is not ASCII');
  return found.map((name) => name.value.toString('latin1'));
}
