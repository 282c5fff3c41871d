import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ipScope, isPrivateIp, parseIp } from '../../lib/net';

const octets = fc.tuple(...Array.from({ length: 4 }, () => fc.nat(255)));

describe('an IP address', () => {
  test('is one exactly when Node says so, zones and IPv4 in IPv6 aside', () => {
    const char = fc.constantFrom(...'0123456789abcfF.:::..%/ ');
    const group = fc.oneof(
      fc.constantFrom('', '0', '00', '1', 'ffff', 'a0b', '12345', '255', '256', '01', '1.2.3.4'),
      char,
    );
    const text = fc.oneof(
      fc.array(char, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.array(group, { maxLength: 9 }).map((parts) => parts.join(':')),
      fc.array(group, { maxLength: 5 }).map((parts) => parts.join('.')),
      fc.ipV4(),
      fc.ipV6(),
    );
    let seen = 0;
    fc.assert(
      fc.property(text, (candidate) => {
        const ours = parseIp(candidate);
        const mapped = !ours.ok && ours.reason === 'is IPv4 written as IPv6';
        expect(ours.ok || mapped).toBe(isIP(candidate) !== 0 && !candidate.includes('%'));
        if (ours.ok) seen++;
      }),
      { numRuns: 20_000 },
    );
    expect(seen).toBeGreaterThan(1000);
  });

  test('has the canonical text that URLs have, and one text for one address', () => {
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        const ip = parseIp(text);
        if (!ip.ok) return;
        expect(`[${ip.value.text}]`).toBe(new URL(`http://[${text}]`).hostname);
        expect(parseIp(ip.value.text)).toEqual(ip);
        expect(parseIp(text.toUpperCase())).toEqual(ip);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(octets, (parts) => {
        const ip = parseIp(parts.join('.'));
        expect(ip).toMatchObject({ ok: true, value: { version: 4, text: parts.join('.') } });
      }),
    );
  });

  test('sorts by its digits as by its value', () => {
    fc.assert(
      fc.property(octets, octets, (a, b) => {
        const value = (parts: number[]) => parts.reduce((sum, part) => sum * 256 + part, 0);
        const [x, y] = [a, b].map((parts) => parseIp(parts.join('.')));
        if (!x?.ok || !y?.ok) throw new Error('an address');
        expect(x.value.hex < y.value.hex).toBe(value(a) < value(b));
      }),
    );
  });

  test.each([
    ['010.0.0.1', 'has a leading zero, which some read as octal', '10.0.0.1'],
    ['10.0.0.00', 'has a leading zero, which some read as octal', '10.0.0.0'],
    ['10.0.0.256', 'has a number over 255', undefined],
    ['10.0.0', 'is not an IP address', undefined],
    ['0x0a.0.0.1', 'is not an IP address', undefined],
    ['167772161', 'is not an IP address', undefined],
    ['', 'is not an IP address', undefined],
    ['fe80::1%eth0', 'has a zone, which means nothing on another machine', undefined],
    ['::ffff:10.0.0.1', 'is IPv4 written as IPv6', '10.0.0.1'],
    ['::FFFF:0a00:1', 'is IPv4 written as IPv6', '10.0.0.1'],
    ['1::2::3', 'is not an IP address', undefined],
    [':::', 'is not an IP address', undefined],
    ['1:2:3:4:5:6:7:8:9', 'is not an IP address', undefined],
    ['1.2.3.4::', 'is not an IP address', undefined],
    ['[::1]', 'is not an IP address', undefined],
    ['١.١.١.١', 'is not an IP address', undefined],
  ])('%s is refused', (text, reason, suggestion) => {
    expect(parseIp(text)).toEqual(suggestion === undefined ? { ok: false, reason } : { ok: false, reason, suggestion });
  });
});

test.each<[string, boolean]>([
  ...(['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '100.127.0.1'].map((ip) => [
    ip,
    true,
  ]) as [string, true][]),
  ...(['127.0.0.1', '169.254.1.1', '0.0.0.0', '::', '::1', 'fd00::1', 'fc00::', 'fe80::1', 'febf::1'].map((ip) => [
    ip,
    true,
  ]) as [string, true][]),
  ...(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1', '192.169.0.1'].map((ip) => [ip, false]) as [
    string,
    false,
  ][]),
  ...(['11.0.0.1', '2001:db8::1', 'fec0::1', 'ff02::1', '::2', '1::'].map((ip) => [ip, false]) as [string, false][]),
  ...(['gw.example.com', '10.0.0.256', '', '10.0.0.0/8'].map((text) => [text, false]) as [string, false][]),
])('isPrivateIp(%j) is %s', (text, expected) => {
  expect(isPrivateIp(text)).toBe(expected);
});

test.each([
  ['0.0.0.0', 'unspecified'],
  ['::', 'unspecified'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.255', 'loopback'],
  ['::1', 'loopback'],
  ['169.254.169.254', 'link-local'],
  ['fe80::1', 'link-local'],
  ['febf::1', 'link-local'],
  ['224.0.0.1', 'link-multicast'],
  ['ff02::1', 'link-multicast'],
  ['ff12::1', 'link-multicast'],
  ['0.1.2.3', 'private'],
  ['100.127.255.255', 'private'],
  ['172.31.0.1', 'private'],
  ['fd00::1', 'private'],
  ['224.0.1.1', 'public'],
  ['172.32.0.1', 'public'],
  ['100.128.0.1', 'public'],
  ['1.127.0.1', 'public'],
  ['2001:db8::1', 'public'],
  ['fec0::1', 'public'],
  ['localhost', undefined],
  ['127.1', undefined],
])('ipScope(%j) is %s', (text, scope) => {
  expect(ipScope(text)).toBe(scope);
});
