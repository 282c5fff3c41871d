/** Address ranges: CIDR text, containment, and overlaps among the ranges of many clusters. */
import { type Ip, ipFromHex, parseIp } from './address';
import { accept, type Problem, refuse } from './result';

/** A range of addresses. Two ranges are disjoint, or one contains the other. */
export interface Cidr {
  readonly version: 4 | 6;
  readonly prefix: number;
  /** First address as hex digits, 8 for IPv4 and 32 for IPv6. */
  readonly first: string;
  /** Last address, likewise. */
  readonly last: string;
  /** Canonical text: equal ranges have equal text. */
  readonly text: string;
}

/** Why a text is no range. */
export interface CidrProblem extends Problem {
  /** `hostBits`: a range with bits set behind its prefix, the range itself being the suggestion. Everything else: `malformed`. */
  readonly kind: 'malformed' | 'hostBits';
}

/**
 * Reads a range as Kubernetes and Go do, without their leniencies: leading zeros, IPv4-mapped IPv6 and bits behind the prefix are
 * refused, with the range that was meant. `0.0.0.0/0` and `::/0` are ranges; whether one is wanted is for the caller to say.
 */
export function parseCidr(text: string): { readonly ok: true; readonly value: Cidr } | CidrProblem {
  const slash = text.indexOf('/');
  if (text !== text.trim()) return malformed('has space around it', text.trim());
  if (slash < 0) {
    const ip = parseIp(text);
    return ip.ok ? malformed('has no prefix length', `${ip.value.text}/${bits(ip.value)}`) : malformed(ip.reason);
  }
  const length = text.slice(slash + 1);
  const ip = parseIp(text.slice(0, slash));
  if (!ip.ok) {
    // An IPv4 range written as IPv6 counts its prefix from the 97th bit.
    const meantPrefix = text.includes(':') ? Number(length) - 96 : length;
    return malformed(ip.reason, ip.suggestion && `${ip.suggestion}/${meantPrefix}`);
  }
  if (!/^\d{1,3}$/.test(length)) return malformed('has no decimal prefix length');
  const prefix = Number(length);
  if (prefix > bits(ip.value)) return malformed(`has a prefix length over ${bits(ip.value)}`);
  if (String(prefix) !== length) {
    return malformed('has a prefix length with a leading zero', `${ip.value.text}/${prefix}`);
  }
  const first = mask(ip.value.hex, prefix, 0);
  const range = { version: ip.value.version, prefix, first, last: mask(ip.value.hex, prefix, 0xf) };
  const canonical = `${ipFromHex(first).text}/${prefix}`;
  if (first === ip.value.hex) return accept({ ...range, text: canonical });
  return { ...refuse(`has bits set behind its prefix of ${prefix}`, canonical), kind: 'hostBits' };
}

/** Whether every address of `b` is in `a`. */
export function contains(a: Cidr, b: Cidr): boolean {
  return a.version === b.version && a.first <= b.first && b.last <= a.last;
}

/** Whether some address is in both. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return contains(a, b) || contains(b, a);
}

/** What is left of `a` without the addresses of `b`, as ranges in the order of addresses. */
export function without(a: Cidr, b: Cidr): readonly Cidr[] {
  if (!overlaps(a, b)) return [a];
  return contains(b, a) ? [] : halves(a).flatMap((half) => without(half, b));
}

function halves({ version, prefix, first }: Cidr): readonly Cidr[] {
  const at = prefix >> 2;
  const digit = (Number.parseInt(first[at]!, 16) | (8 >> (prefix & 3))).toString(16);
  return [first, first.slice(0, at) + digit + first.slice(at + 1)].map((start) => ({
    version,
    prefix: prefix + 1,
    first: start,
    last: mask(start, prefix + 1, 0xf),
    text: `${ipFromHex(start).text}/${prefix + 1}`,
  }));
}

/**
 * Every pair of items whose ranges overlap, the wider range first; of equal ranges the earlier item first. Pairs come in the order
 * of addresses, IPv4 before IPv6. Takes n log n plus one step for each pair: stop reading when enough are seen.
 */
export function* findOverlaps<T extends { readonly cidr: Cidr }>(items: readonly T[]): Generator<[T, T], void> {
  const sorted = [...items].sort(
    ({ cidr: a }, { cidr: b }) => a.version - b.version || compare(a.first, b.first) || a.prefix - b.prefix,
  );
  const open: T[] = [];
  for (const item of sorted) {
    // What is open nests, so that a range which does not contain this one contains none of the following either.
    while (open.length > 0 && !contains(open[open.length - 1]!.cidr, item.cidr)) open.pop();
    for (const wider of open) yield [wider, item];
    open.push(item);
  }
}

const bits = (ip: Ip) => ip.hex.length * 4;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The digits of an address with all bits behind the prefix 0 or, with `fill` 0xf, 1. */
function mask(hex: string, prefix: number, fill: 0 | 0xf): string {
  const whole = prefix >> 2;
  if (whole === hex.length) return hex;
  const host = 0xf >> (prefix & 3);
  const digit = (Number.parseInt(hex[whole]!, 16) & ~host) | (fill & host);
  return (hex.slice(0, whole) + digit.toString(16)).padEnd(hex.length, fill.toString(16));
}

function malformed(reason: string, suggestion?: string): CidrProblem {
  return { ...refuse(reason, suggestion === undefined ? undefined : meant(suggestion)), kind: 'malformed' };
}

/** A suggestion that is itself accepted: the text when it is a range, else the range suggested for it. */
function meant(text: string): string | undefined {
  const range = parseCidr(text);
  return range.ok ? range.value.text : range.suggestion;
}
