/** DNS names as Kubernetes, certificates and resolvers all take them. */
import { accept, type Result, refuse } from './result';

const NUMBER_LAST = /(?:^|\.)\d+\.?$/;

const LABEL = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

/** A DNS-1123 label: 1 to 63 lower-case letters, digits and dashes, no dash at either end. Namespaces and service accounts are labels. */
export function parseDnsLabel(text: string): Result<string> {
  if (LABEL.test(text)) return accept(text);
  const suggestion = soften(text);
  return refuse(labelFault(text), LABEL.test(suggestion) ? suggestion : undefined);
}

/** Whether the text is a DNS-1123 label. */
export const isDnsLabel = (text: string): boolean => LABEL.test(text);

/**
 * A DNS-1123 subdomain: labels with dots between, 253 characters at most. Stricter than Kubernetes, which forgets the limit of 63 for
 * each label; certificates and resolvers have it. Trust domains and cluster domains are subdomains.
 */
export function parseDnsSubdomain(text: string): Result<string> {
  if (isDnsSubdomain(text)) return accept(text);
  const suggestion = text.split('.').filter(Boolean).map(soften).join('.');
  return refuse(subdomainFault(text), isDnsSubdomain(suggestion) ? suggestion : undefined);
}

/** Whether the text is a DNS-1123 subdomain. */
export function isDnsSubdomain(text: string): boolean {
  return text.length <= 253 && text.split('.').every(isDnsLabel);
}

/**
 * The name of a host: a subdomain whose last label is not a number, as nothing tells `10.0.0.256` from a misspelt address.
 * A dot at the end is refused: resolvers take it, certificates and label values do not.
 */
export function parseHostname(text: string): Result<string> {
  if (NUMBER_LAST.test(text)) return refuse('ends in a number, so that it is neither a host name nor an IP address');
  const name = parseDnsSubdomain(text);
  return !name.ok && NUMBER_LAST.test(name.suggestion ?? '') ? refuse(name.reason) : name;
}

function subdomainFault(text: string): string {
  if (text.length > 253) return `has ${text.length} characters, 253 are allowed`;
  if (text.length > 1 && text.endsWith('.')) return 'ends with a dot';
  const label = text.split('.').find((part) => !isDnsLabel(part));
  return label === '' && text !== '' ? 'has an empty label' : labelFault(label ?? '');
}

function labelFault(text: string): string {
  if (text === '') return 'is empty';
  if (/[^-a-z0-9]/i.test(text)) return 'has a character other than letters, digits and dashes';
  if (/[A-Z]/.test(text)) return 'has upper-case letters';
  if (text.startsWith('-') || text.endsWith('-')) return 'has a dash at its start or end';
  return `has a label of ${text.length} characters, 63 are allowed`;
}

/** The label nearest to a text that only breaks its form. */
function soften(text: string): string {
  return text
    .toLowerCase()
    .replace(/[_ ]/g, '-')
    .replace(/^-+|-+$/g, '');
}
