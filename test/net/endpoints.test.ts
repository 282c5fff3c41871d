import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPort, parseHost, parseHostPort, parseHttpsUrl, parsePort } from '../../lib/net';

const no = (reason: string, suggestion?: string) => ({ ok: false, reason, ...(suggestion && { suggestion }) });

describe('a port', () => {
  test('is a whole number from 1 to 65535', () => {
    expect([1, 443, 65535].map(isPort)).toEqual([true, true, true]);
    expect([0, -1, 65536, 1.5, Number.NaN, Number.POSITIVE_INFINITY].map(isPort)).toEqual(Array(6).fill(false));
  });
  test.each([
    ['0', no('is not between 1 and 65535')],
    ['65536', no('is not between 1 and 65535')],
    ['0443', no('has a leading zero', '443')],
    ['+443', no('is not a port number')],
    ['443 ', no('is not a port number')],
    ['0x1bb', no('is not a port number')],
    ['', no('is not a port number')],
    ['1'.repeat(400), no('is not a port number')],
    ['443', { ok: true, value: 443 }],
  ])('%j', (text, expected) => {
    expect(parsePort(text)).toEqual(expected);
  });
});

describe('a host', () => {
  test.each([
    ['gw.eu-1.example.com', { ok: true, value: { kind: 'name', text: 'gw.eu-1.example.com' } }],
    ['10.0.0.1', { ok: true, value: { kind: 'ip', text: '10.0.0.1' } }],
    ['2001:DB8::1', { ok: true, value: { kind: 'ip', text: '2001:db8::1' } }],
    ['10.0.0.256', no('has a number over 255')],
    ['10.0.0', no('is not an IP address')],
    ['010.0.0.1', no('has a leading zero, which some read as octal', '10.0.0.1')],
    ['[::1]', no('is not an IP address')],
    ['gw.example.com.', no('ends with a dot', 'gw.example.com')],
    ['GW.example.com', no('has upper-case letters', 'gw.example.com')],
    ['gw.example.com:443', no('is not an IP address')],
  ])('%j', (text, expected) => {
    expect(parseHost(text)).toEqual(expected);
  });
});

describe('a host with a port', () => {
  test.each([
    ['gw.example.com:4143', { ok: true, value: { host: { kind: 'name', text: 'gw.example.com' }, port: 4143 } }],
    ['10.0.0.1:4143', { ok: true, value: { host: { kind: 'ip', text: '10.0.0.1' }, port: 4143 } }],
    ['[2001:DB8::1]:4143', { ok: true, value: { host: { kind: 'ip', text: '2001:db8::1' }, port: 4143 } }],
    ['gw.example.com', no('has no port')],
    ['[::1]', no('has no port')],
    ['gw.example.com:', no('has a port that is not a port number')],
    ['gw.example.com:0', no('has a port that is not between 1 and 65535')],
    [':443', no('is empty')],
    ['GW.example.com:443', no('has upper-case letters', 'gw.example.com:443')],
    ['[::ffff:10.0.0.1]:443', no('is IPv4 written as IPv6', '10.0.0.1:443')],
    ['::1', no('is an IPv6 address without brackets')],
    ['a:1:2', no('is not a host and a port')],
    ['[10.0.0.1]:443', no('has brackets around what is no IPv6 address')],
    ['[gw.example.com]:443', no('has brackets around what is no IPv6 address')],
    ['[::1]443', no('is not a host and a port')],
  ])('%j', (text, expected) => {
    expect(parseHostPort(text)).toMatchObject(expected);
  });
});

describe('an https URL', () => {
  const ODD_PATH = 'has a path of other than letters, digits, dots, dashes, underscores and single slashes';

  test.each([
    ['https://api.eu-1.example.com', 'api.eu-1.example.com', 443],
    ['https://api.eu-1.example.com:6443', 'api.eu-1.example.com', 6443],
    ['https://10.0.0.1:6443', '10.0.0.1', 6443],
    ['https://[2001:db8::1]', '2001:db8::1', 443],
    ['https://[2001:db8::1]:6443', '2001:db8::1', 6443],
    ['https://localhost:8443', 'localhost', 8443],
  ])('%s is accepted as written', (url, host, port) => {
    const parsed = parseHttpsUrl(url);
    expect(parsed).toMatchObject({ ok: true, value: { url, port, host: { text: host }, path: '' } });
  });

  test.each([
    ['https://rancher.example.com/k8s/clusters/c-abc', '/k8s/clusters/c-abc'],
    ['https://rancher.example.com:8443/k8s/clusters/c-m-x7f9', '/k8s/clusters/c-m-x7f9'],
    ['https://[2001:db8::1]/a/.b/..c/d.', '/a/.b/..c/d.'],
  ])('%s has the path %s', (url, path) => {
    expect(parseHttpsUrl(url)).toMatchObject({ ok: true, value: { url, path } });
  });

  test.each([
    ['http://api.example.com', 'has the scheme http, not https', 'https://api.example.com'],
    ['HTTPS://api.example.com', 'has the scheme HTTPS, not https', 'https://api.example.com'],
    ['ftp://api.example.com/x', 'has the scheme ftp, not https', 'https://api.example.com/x'],
    ['api.example.com', 'has no https://', 'https://api.example.com'],
    ['api.example.com:6443', 'has no https://', 'https://api.example.com:6443'],
    ['//api.example.com', 'has no https://', undefined],
    ['https:/api.example.com', 'has no https://', undefined],
    ['https://api.example.com/', 'has a slash at its end', 'https://api.example.com'],
    [
      'https://api.example.com/k8s/clusters/c-abc/',
      'has a slash at its end',
      'https://api.example.com/k8s/clusters/c-abc',
    ],
    ['https://api.example.com?x=1', 'has a query or fragment', 'https://api.example.com'],
    ['https://api.example.com#x', 'has a query or fragment', 'https://api.example.com'],
    ['https://api.example.com/k8s?x=1', 'has a query or fragment', 'https://api.example.com/k8s'],
    ['https://api.example.com/a/../b', ODD_PATH, undefined],
    ['https://api.example.com/.', ODD_PATH, undefined],
    ['https://api.example.com//k8s', ODD_PATH, undefined],
    ['https://api.example.com/%6b8s', ODD_PATH, undefined],
    ['https://api.example.com/{{ .path }}', ODD_PATH, undefined],
    ['https://api.example.com/k8s\n', ODD_PATH, undefined],
    ['https://api.example.com\\@evil.example', ODD_PATH, undefined],
    ['https://API.example.com:6443', 'has upper-case letters', 'https://api.example.com:6443'],
    ['https://2001:db8::1', 'is an IPv6 address without brackets', 'https://[2001:db8::1]'],
    ['https://api.example.com:0', 'has a port that is not between 1 and 65535', undefined],
    ['https://', 'is empty', undefined],
    ['https://api.example.com\n', 'has a character other than letters, digits and dashes', undefined],
    [' https://api.example.com', 'has no https://', undefined],
    ['https://api .example.com', 'has a character other than letters, digits and dashes', 'https://api.example.com'],
    ['https://0x7f.1', 'ends in a number, so that it is neither a host name nor an IP address', undefined],
    ['https://２０.0.0.1', 'ends in a number, so that it is neither a host name nor an IP address', undefined],
    ['https://{{ .host }}', 'has a character other than letters, digits and dashes', undefined],
    ['javascript:alert(1)', 'has no https://', undefined],
    ['', 'has no https://', undefined],
  ])('%j is refused: it %s', (text, reason, suggestion) => {
    expect(parseHttpsUrl(text)).toEqual(no(reason, suggestion));
  });

  test.each([
    'https://user:canary@api.example.com',
    'https://canary@api.example.com:6443',
    'user:canary@api.example.com',
    'http://u:canary@h',
  ])('user information in %s is neither told nor suggested', (text) => {
    const parsed = parseHttpsUrl(text);
    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed)).not.toContain('canary');
  });

  test('is one URL to every reader: Node reads the same host and port, and nothing else in it', () => {
    const piece = fc.constantFrom(
      'https://',
      'http://',
      'a',
      'A',
      '.',
      ':',
      '443',
      '6443',
      '/',
      '/k8s',
      '/..',
      '@',
      '[',
      ']',
      '::1',
      '10.0.0.1',
      '%41',
      '?',
      '#',
      '\\',
      '\t',
    );
    let accepted = 0;
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.array(piece, { maxLength: 4 }).map((parts) => `https://${parts.join('')}`),
      fc.webUrl({ validSchemes: ['https'], withQueryParameters: false }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseHttpsUrl(text);
        if (!parsed.ok) return parsed.suggestion === undefined || parseHttpsUrl(parsed.suggestion).ok;
        accepted++;
        const url = new URL(text);
        const { host, port } = parsed.value;
        expect(url.hostname).toBe(host.text.includes(':') ? `[${host.text}]` : host.text);
        expect([url.protocol, Number(url.port || 443), url.username, url.search, url.hash]).toEqual([
          'https:',
          port,
          '',
          '',
          '',
        ]);
        expect(url.pathname).toBe(parsed.value.path || '/');
        return true;
      }),
      { numRuns: 10_000 },
    );
    expect(accepted).toBeGreaterThan(200);
  });
});
