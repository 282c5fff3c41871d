/** Name constraints in DER (RFC 5280 section 4.2.1.10), which @peculiar/x509 has no class for. */
import type { IdentityNames } from '../constraints';

/**
 * Permits DNS names of the cluster's identities and excludes every URI, as the cert-manager Certificate that clusters get does:
 * a list of permitted DNS names says nothing about URIs, and a SPIFFE ID is one.
 */
export function nameConstraints({ linkerdNamespace, trustDomain }: IdentityNames): Buffer {
  const identities = `serviceaccount.identity.${linkerdNamespace}.${trustDomain}`;
  return tlv(0x30, Buffer.concat([tlv(0xa0, subtree(DNS, identities)), tlv(0xa1, subtree(URI, ''))]));
}

/** Context tags of GeneralName. */
const DNS = 0x82;
const URI = 0x86;

const subtree = (tag: number, base: string) => tlv(0x30, tlv(tag, Buffer.from(base, 'ascii')));

function tlv(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const header =
    length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(header), value]);
}
