/** IP addresses, read strictly: what one reader takes for octal or for another address is refused, not guessed. */
import { accept, type Problem, type Result, refuse } from './result';

/** An IP address. */
export interface Ip {
  readonly version: 4 | 6;
  /** All bits as lower-case hex, 8 digits for IPv4 and 32 for IPv6: sorts and compares as the address does. */
  readonly hex: string;
  /** Canonical text: dotted decimal, or RFC 5952. */
  readonly text: string;
}

/**
 * Reads an IPv4 or IPv6 address. Refused: leading zeros in IPv4 (octal to some, decimal to others), zones (`fe80::1%eth0`),
 * IPv4-mapped IPv6 (Go turns it into IPv4, so that one address has two forms), anything around the address.
 */
export function parseIp(text: string): Result<Ip> {
  return text.includes(':') ? parseV6(text) : parseV4(text);
}

/**
 * Where an address has a meaning: `private` on a network that agreed on it (RFC 1918, fc00::/7, 100.64.0.0/10 of carriers, the rest of
 * 0.0.0.0/8), `loopback` and `unspecified` on the machine that reads it, `link-local` and `link-multicast` on one link.
 */
export type IpScope = 'public' | 'private' | 'loopback' | 'unspecified' | 'link-local' | 'link-multicast';

/** The scope of an IP address; undefined for names and for what is no address. */
export function ipScope(text: string): IpScope | undefined {
  const ip = parseIp(text);
  if (!ip.ok) return undefined;
  const { version, hex } = ip.value;
  return version === 6 ? v6Scope(hex) : v4Scope(hex);
}

/** Whether the text is an IP address that other networks cannot dial. False for names and for what is no address. */
export function isPrivateIp(text: string): boolean {
  const scope = ipScope(text);
  return scope !== undefined && scope !== 'public' && scope !== 'link-multicast';
}

function v4Scope(hex: string): IpScope {
  if (hex === '00000000') return 'unspecified';
  if (hex.startsWith('7f')) return 'loopback';
  if (hex.startsWith('a9fe')) return 'link-local';
  if (hex.startsWith('e00000')) return 'link-multicast';
  // 0/8, 10/8, 100.64/10, 172.16/12, 192.168/16
  return /^(00|0a|64[4-7]|ac1|c0a8)/.test(hex) ? 'private' : 'public';
}

function v6Scope(hex: string): IpScope {
  if (/^0{32}$/.test(hex)) return 'unspecified';
  if (/^0{31}1$/.test(hex)) return 'loopback';
  if (/^fe[89ab]/.test(hex)) return 'link-local';
  if (/^ff.2/.test(hex)) return 'link-multicast';
  return /^f[cd]/.test(hex) ? 'private' : 'public';
}

/** An address from its bits, as {@link Ip} has them. */
export function ipFromHex(hex: string): Ip {
  return { version: hex.length === 8 ? 4 : 6, hex, text: hex.length === 8 ? v4Text(hex) : v6Text(hex) };
}

function parseV4(text: string): Result<Ip> {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,9}$/.test(part))) return refuse('is not an IP address');
  const numbers = parts.map(Number);
  if (numbers.some((n) => n > 255)) return refuse('has a number over 255');
  const ip = ipFromHex(numbers.map((n) => n.toString(16).padStart(2, '0')).join(''));
  return ip.text === text ? accept(ip) : refuse('has a leading zero, which some read as octal', ip.text);
}

function parseV6(text: string): Result<Ip> {
  if (text.includes('%')) return refuse('has a zone, which means nothing on another machine');
  const hex = expand(text);
  if (typeof hex !== 'string') return hex;
  if (/^0{20}ffff/.test(hex)) return refuse('is IPv4 written as IPv6', v4Text(hex.slice(24)));
  return accept(ipFromHex(hex));
}

/** The 32 hex digits of an IPv6 address. */
function expand(text: string): string | Problem {
  const bad = refuse('is not an IP address');
  const halves = text.split('::').map(groups);
  if (halves.length > 2) return bad;
  const [head, tail] = halves;
  if (head === undefined || (halves.length === 2 && tail === undefined)) return bad;
  // IPv4 may only end an address, and only the last part of the text can be its end.
  if (halves.length === 2 && /\./.test(text.slice(0, text.indexOf('::')))) return bad;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 2 ? missing < 1 : missing !== 0) return bad;
  return [...head, ...Array<string>(missing).fill('0000'), ...(tail ?? [])].join('');
}

/** Groups of four digits of one side of `::`; undefined when it is not made of groups. */
function groups(side: string): string[] | undefined {
  if (side === '') return [];
  const parts = side.split(':');
  const last = parts[parts.length - 1]!;
  if (last.includes('.')) {
    const v4 = parseV4(last);
    if (!v4.ok) return undefined;
    parts.splice(-1, 1, v4.value.hex.slice(0, 4), v4.value.hex.slice(4));
  }
  return parts.every((part) => /^[0-9a-f]{1,4}$/i.test(part))
    ? parts.map((part) => part.toLowerCase().padStart(4, '0'))
    : undefined;
}

function v4Text(hex: string): string {
  return [0, 2, 4, 6].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('.');
}

/** RFC 5952: no leading zeros, the first longest run of two or more zero groups as `::`. */
function v6Text(hex: string): string {
  const parts = hex.match(/.{4}/g)!.map((group) => group.replace(/^0{1,3}/, ''));
  let best = { at: 0, length: 1 };
  for (let at = 0; at < 8; at++) {
    let length = 0;
    while (parts[at + length] === '0') length++;
    if (length > best.length) best = { at, length };
  }
  if (best.length < 2) return parts.join(':');
  return `${parts.slice(0, best.at).join(':')}::${parts.slice(best.at + best.length).join(':')}`;
}
