/** Where something listens: hosts, ports and https URLs, without what could carry a credential or a second meaning. */
import { parseIp } from './address';
import { parseHostname } from './names';
import { accept, type Problem, type Result, refuse } from './result';

/** A host: an IP address or a host name, in canonical text. */
export interface Host {
  readonly kind: 'ip' | 'name';
  readonly text: string;
}

/** A host and a port. */
export interface HostPort {
  readonly host: Host;
  readonly port: number;
}

/** An https URL of a server. */
export interface HttpsUrl {
  /** As written. */
  readonly url: string;
  readonly host: Host;
  /** @default 443 */
  readonly port: number;
  /** `/k8s/clusters/c-abc`, as API servers behind a proxy of Rancher have one. @default '' */
  readonly path: string;
}

/** Reads an IP address or a host name: no brackets, no port, no scheme. */
export function parseHost(text: string): Result<Host> {
  const ip = parseIp(text);
  if (ip.ok) return accept({ kind: 'ip', text: ip.value.text });
  // Colons, or digits and dots only: an address was meant, and what is wrong with the address is the better answer.
  if (text.includes(':') || /^[\d.]+$/.test(text)) return ip;
  const name = parseHostname(text);
  return name.ok ? accept({ kind: 'name', text: name.value }) : name;
}

/** Reads a TCP port: 1 to 65535 in decimal, without sign or leading zeros. */
export function parsePort(text: string): Result<number> {
  if (!/^\d{1,9}$/.test(text)) return refuse('is not a port number');
  const port = Number(text);
  if (!isPort(port)) return refuse('is not between 1 and 65535');
  return String(port) === text ? accept(port) : refuse('has a leading zero', String(port));
}

/** Whether the number is a TCP port. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65535;
}

/** Reads `host:port`, an IPv6 address being in brackets. */
export function parseHostPort(text: string): Result<HostPort> {
  const split = splitPort(text);
  if (!split.ok) return refuse(split.reason, accepted(parseHostPort, split.suggestion));
  const { host, port } = split.value;
  return port === undefined ? refuse('has no port') : accept({ host, port });
}

/**
 * Reads the https URL of a server: `https://host`, `https://host:port`, and a path behind either. Refused: other schemes, user
 * information (it would be a credential in Git), query and fragment, white space, and all that URL readers repair in different
 * ways: `.`, `..` and empty segments, a slash at the end, percent-encoding and other rare characters in the path.
 */
export function parseHttpsUrl(text: string): Result<HttpsUrl> {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1];
  if (scheme === undefined) return refuse('has no https://', accepted(parseHttpsUrl, `https://${text}`));
  if (scheme !== 'https') {
    return refuse(`has the scheme ${scheme}, not https`, accepted(parseHttpsUrl, `https${text.slice(scheme.length)}`));
  }
  const rest = text.slice('https://'.length);
  const authority = /^[^/?#\\]*/.exec(rest)![0];
  // Not suggested without it, and never shown: what stands before the @ may be a password.
  if (authority.includes('@')) return refuse('has user information before an @');
  const split = splitPort(authority);
  if (!split.ok) {
    const meant = split.suggestion && `https://${split.suggestion}${rest.slice(authority.length)}`;
    return refuse(split.reason, accepted(parseHttpsUrl, meant));
  }
  const path = parsePath(rest.slice(authority.length));
  if (!path.ok) {
    const meant = path.suggestion === undefined ? undefined : `https://${authority}${path.suggestion}`;
    return refuse(path.reason, accepted(parseHttpsUrl, meant));
  }
  return accept({ url: text, host: split.value.host, port: split.value.port ?? 443, path: path.value });
}

const PATH = /^(?:\/(?!\.\.?(?:\/|$))[A-Za-z0-9._~-]+)*$/;

/** Reads what stands behind host and port: nothing, or segments that every URL reader leaves as they are. */
function parsePath(text: string): Result<string> {
  if (PATH.test(text)) return accept(text);
  if (/^[^?#]*[?#]/.test(text)) return refuse('has a query or fragment', text.replace(/\/*[?#].*$/s, ''));
  if (text.endsWith('/')) return refuse('has a slash at its end', text.replace(/\/+$/, ''));
  return refuse('has a path of other than letters, digits, dots, dashes, underscores and single slashes');
}

/** The text, when the parser accepts it. */
function accepted(parser: (text: string) => Result<unknown>, text: string | undefined): string | undefined {
  return text !== undefined && parser(text).ok ? text : undefined;
}

function splitPort(text: string): { ok: true; value: { host: Host; port?: number } } | Problem {
  const bracketed = text.startsWith('[') ? /^\[([^\]]*)\](?::(.*))?$/s.exec(text) : null;
  const found = bracketed ?? /^([^:]*)(?::([^:]*))?$/s.exec(text);
  const inside = found?.[1];
  const digits = found?.[2];
  if (inside === undefined) {
    return parseIp(text).ok
      ? refuse('is an IPv6 address without brackets', `[${text}]`)
      : refuse('is not a host and a port');
  }
  const host = parseHost(inside);
  if (!host.ok) {
    const suggestion = host.suggestion && (digits === undefined ? host.suggestion : `${host.suggestion}:${digits}`);
    return refuse(host.reason, suggestion);
  }
  if (bracketed && !inside.includes(':')) return refuse('has brackets around what is no IPv6 address');
  if (digits === undefined) return accept({ host: host.value });
  const port = parsePort(digits);
  return port.ok ? accept({ host: host.value, port: port.value }) : refuse(`has a port that ${port.reason}`);
}
