import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cidr, contains, findOverlaps, overlaps, parseCidr, without } from '../../lib/net';
import { ipFromHex } from '../../lib/net/address';

function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`${text} ${parsed.reason}`);
  return parsed.value;
}

/** The range of an address, by the suggestion where bits behind the prefix are set. */
function rangeOf(text: string): Cidr {
  const parsed = parseCidr(text);
  return parsed.ok ? parsed.value : cidr(parsed.suggestion!);
}

const v4 = fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([ip, prefix]) => `${ip}/${prefix}`);
const v6 = fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 128 })).map(([ip, prefix]) => `${ip}/${prefix}`);
/** Few distinct ranges, so that they meet. */
const near = fc
  .tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 5, max: 18 }), fc.boolean())
  .map(([a, b, prefix, six]) => rangeOf(six ? `fd0${a}:${b}000::/${prefix}` : `10.${a * 64}.${b * 64}.0/${prefix}`));

describe('a range', () => {
  test.each([
    ['10.0.0.0/8', '10.0.0.0/8', '0a000000', '0affffff'],
    ['10.244.0.0/15', '10.244.0.0/15', '0af40000', '0af5ffff'],
    ['0.0.0.0/0', '0.0.0.0/0', '00000000', 'ffffffff'],
    ['192.168.1.1/32', '192.168.1.1/32', 'c0a80101', 'c0a80101'],
    ['FD00:0:0::/48', 'fd00::/48', `fd00${'0'.repeat(28)}`, `fd0000000000${'f'.repeat(20)}`],
    ['::/0', '::/0', '0'.repeat(32), 'f'.repeat(32)],
    [
      '64:ff9b::10.0.0.0/104',
      '64:ff9b::a00:0/104',
      '0064ff9b00000000000000000a000000',
      '0064ff9b00000000000000000affffff',
    ],
    ['::1/128', '::1/128', `${'0'.repeat(31)}1`, `${'0'.repeat(31)}1`],
  ])('%s is read as %s', (text, canonical, first, last) => {
    expect(cidr(text)).toMatchObject({ text: canonical, first, last });
  });

  test.each([
    ['10.1.2.3/8', 'hostBits', 'has bits set behind its prefix of 8', '10.0.0.0/8'],
    ['10.0.0.1/31', 'hostBits', 'has bits set behind its prefix of 31', '10.0.0.0/31'],
    ['1.2.3.4/0', 'hostBits', 'has bits set behind its prefix of 0', '0.0.0.0/0'],
    ['fd00::1/64', 'hostBits', 'has bits set behind its prefix of 64', 'fd00::/64'],
    ['10.0.0.0', 'malformed', 'has no prefix length', '10.0.0.0/32'],
    ['fd00::', 'malformed', 'has no prefix length', 'fd00::/128'],
    ['10.0.0.0/33', 'malformed', 'has a prefix length over 32', undefined],
    ['fd00::/129', 'malformed', 'has a prefix length over 128', undefined],
    ['10.0.0.0/08', 'malformed', 'has a prefix length with a leading zero', '10.0.0.0/8'],
    ['010.0.0.0/8', 'malformed', 'has a leading zero, which some read as octal', '10.0.0.0/8'],
    ['010.1.0.0/8', 'malformed', 'has a leading zero, which some read as octal', '10.0.0.0/8'],
    ['::ffff:10.0.0.0/104', 'malformed', 'is IPv4 written as IPv6', '10.0.0.0/8'],
    ['::ffff:10.0.0.0/8', 'malformed', 'is IPv4 written as IPv6', undefined],
    ['10.0.0.0/255.0.0.0', 'malformed', 'has no decimal prefix length', undefined],
    ['10.0.0.0/', 'malformed', 'has no decimal prefix length', undefined],
    ['10.0.0.0/-1', 'malformed', 'has no decimal prefix length', undefined],
    ['10.0.0.0/+8', 'malformed', 'has no decimal prefix length', undefined],
    ['10.0.0.0/8/8', 'malformed', 'has no decimal prefix length', undefined],
    ['10.0.0.0/8\n', 'malformed', 'has space around it', '10.0.0.0/8'],
    [' 10.0.0.1/8', 'malformed', 'has space around it', '10.0.0.0/8'],
    ['10.0.0.0 /8', 'malformed', 'is not an IP address', undefined],
    ['10.0/16', 'malformed', 'is not an IP address', undefined],
    ['10.0.0.256/8', 'malformed', 'has a number over 255', undefined],
    ['fe80::1%eth0/64', 'malformed', 'has a zone, which means nothing on another machine', undefined],
    ['', 'malformed', 'is not an IP address', undefined],
    ['/8', 'malformed', 'is not an IP address', undefined],
    ['example.com/8', 'malformed', 'is not an IP address', undefined],
  ])('%j is refused as %s: it %s', (text, kind, reason, suggestion) => {
    expect(parseCidr(text)).toEqual({ ok: false, kind, reason, ...(suggestion && { suggestion }) });
  });

  test('is accepted by Node, reads back as itself, and any suggestion is accepted', () => {
    fc.assert(
      fc.property(fc.oneof(v4, v6, fc.string()), (text) => {
        const parsed = parseCidr(text);
        if (!parsed.ok) return parsed.suggestion === undefined || parseCidr(parsed.suggestion).ok;
        const { version, prefix, text: canonical } = parsed.value;
        new BlockList().addSubnet(canonical.split('/')[0]!, prefix, `ipv${version}`);
        expect(parseCidr(canonical)).toEqual(parsed);
      }),
      { numRuns: 3000 },
    );
  });

  test('contains its ends and what Node says it contains', () => {
    fc.assert(
      fc.property(fc.oneof(v4, v6), fc.oneof(fc.ipV4(), fc.ipV6()), fc.nat(128), (text, ip, keep) => {
        const six = text.includes(':');
        const parsed = parseCidr(text);
        if (!parsed.ok && parsed.suggestion === undefined) return;
        const range = rangeOf(text);
        const list = new BlockList();
        list.addSubnet(range.text.split('/')[0]!, range.prefix, six ? 'ipv6' : 'ipv4');
        const digits = range.first.length;
        // An address that shares some leading digits with the range, so that both answers occur.
        const other = rangeOf(`${ip}/${ip.includes(':') ? 128 : 32}`);
        if (other.version !== range.version) {
          expect(contains(range, other)).toBe(false);
          return;
        }
        const at = keep % (digits + 1);
        const candidate = ipFromHex(range.first.slice(0, at) + other.first.slice(at));
        for (const { text: address } of [candidate, ipFromHex(range.first), ipFromHex(range.last)]) {
          const one = parseCidr(`${address}/${digits * 4}`);
          if (!one.ok) continue;
          expect(contains(range, one.value)).toBe(list.check(address, six ? 'ipv6' : 'ipv4'));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('never contains a range of the other family', () => {
    expect(overlaps(cidr('0.0.0.0/0'), cidr('::/0'))).toBe(false);
  });
});

describe('overlaps among many', () => {
  const items = fc.array(near, { maxLength: 30 }).map((all) => all.map((range, id) => ({ id, cidr: range })));

  test('are those that comparing all pairs finds, each once, the wider first', () => {
    let found = 0;
    fc.assert(
      fc.property(items, (all) => {
        const brute = all.flatMap((a) =>
          all.filter((b) => a.id < b.id && overlaps(a.cidr, b.cidr)).map((b) => `${a.id} ${b.id}`),
        );
        const pairs = [...findOverlaps(all)];
        const keys = pairs.map(([a, b]) => (a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`));
        expect(keys.sort()).toEqual(brute.sort());
        for (const [a, b] of pairs) {
          expect(contains(a.cidr, b.cidr)).toBe(true);
          if (a.cidr.text === b.cidr.text) expect(a.id).toBeLessThan(b.id);
        }
        found += pairs.length;
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(1000);
  });

  test('come in the same order whatever the order of different ranges', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(near, { selector: (range) => range.text, maxLength: 20 }),
        fc.infiniteStream(fc.nat()),
        (all, keys) => {
          const texts = (ranges: Cidr[]) =>
            [...findOverlaps(ranges.map((range) => ({ cidr: range })))].map(
              ([a, b]) => `${a.cidr.text} ${b.cidr.text}`,
            );
          const shuffled = all
            .map((range) => [keys.next().value as number, range] as const)
            .sort((a, b) => a[0] - b[0]);
          expect(texts(shuffled.map(([, range]) => range))).toEqual(texts(all));
        },
      ),
    );
  });

  test('of a thousand clusters are found without comparing all pairs, and reading may stop early', () => {
    let read = 0;
    const watched = (text: string) => {
      const range = cidr(text);
      return {
        cidr: {
          ...range,
          get first() {
            read++;
            return range.first;
          },
        },
      };
    };
    const apart = Array.from({ length: 4000 }, (_, i) => watched(`10.${i >> 4}.${(i & 15) * 16}.0/20`));
    expect([...findOverlaps(apart)]).toEqual([]);
    expect(read).toBeLessThan(4000 * 40);
    const same = Array.from({ length: 4000 }, () => ({ cidr: cidr('10.244.0.0/16') }));
    expect(findOverlaps(same).next().value).toEqual([same[0], same[1]]);
  });
});

describe('a range without another', () => {
  const size = ({ first, last }: Cidr) => BigInt(`0x${last}`) - BigInt(`0x${first}`) + 1n;

  test('has all addresses that are not in the other, and no others', () => {
    fc.assert(
      fc.property(near, near, (a, b) => {
        const left = without(a, b);
        const taken = !overlaps(a, b) ? 0n : contains(b, a) ? size(a) : size(b);
        expect(left.reduce((sum, one) => sum + size(one), taken)).toBe(size(a));
        expect([...findOverlaps(left.map((one) => ({ cidr: one })))]).toEqual([]);
        for (const one of left) {
          expect(cidr(one.text)).toEqual(one);
          expect(contains(a, one) && !overlaps(one, b)).toBe(true);
        }
      }),
    );
    expect(without(cidr('10.0.0.0/8'), cidr('10.192.0.0/10')).map(({ text }) => text)).toEqual([
      '10.0.0.0/9',
      '10.128.0.0/10',
    ]);
  });
});
