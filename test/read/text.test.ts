import { execFileSync } from 'node:child_process';
import { existsSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFileWithin } from '../../lib/read/text';
import { codes, directory, words } from './temporary';

const read = (root: string, path: string) => {
  const { text, issues } = readFileWithin(root, path);
  expect(text === undefined).toBe(issues.length > 0);
  return text ?? codes(issues);
};

describe('the content of a file', () => {
  it('is given as it stands, without byte order mark', () => {
    const root = directory({ 'a.yaml': '\ufeffkind: Fleet\r\nname: é\n', 'b.yaml': '', 'c.yaml': '\ufeff\ufeffx' });
    expect(read(root, 'a.yaml')).toBe('kind: Fleet\r\nname: é\n');
    expect(read(root, 'b.yaml')).toBe('');
    expect(read(root, 'c.yaml')).toBe('\ufeffx');
  });

  it('is counted in bytes', () => {
    expect(readFileWithin(directory({ a: '\ufeffé' }), 'a').bytes).toBe(5);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffkind: Fleet', 'utf16le')],
    ['a NUL byte', Buffer.from('a: "CANARY\0"')],
    ['Latin-1', Buffer.from('CANARY: \xe9', 'latin1')],
    ['an encoded surrogate', Buffer.from([0x61, 0xed, 0xa0, 0x80])],
    ['an overlong encoding', Buffer.from([0xc0, 0xaf])],
    ['a truncated sequence', Buffer.from([0x61, 0xe2, 0x82])],
  ])('is refused when it is %s', (_, content) => {
    const { issues } = readFileWithin(directory({ 'a.yaml': content }), 'a.yaml');
    expect(codes(issues)).toEqual(['INPUT_ENCODING a.yaml']);
    expect(words(issues)).not.toContain('CANARY');
  });

  it('is told to be converted where it is a certificate in DER', () => {
    const der = Buffer.from('308201ff3082', 'hex');
    const { issues } = readFileWithin(directory({ 'a.crt': der }), 'a.crt');
    expect(issues).toMatchObject([
      { code: 'INPUT_ENCODING', fix: expect.stringContaining('openssl x509 -inform der') },
    ]);
  });

  it('may be as large as the limit for its name, and not a byte larger', () => {
    const root = directory({ 'a.yaml': '', 'a.json': '', 'a.pem': '' });
    const size = (name: string, bytes: number) => {
      truncateSync(join(root, name), bytes);
      return codes(readFileWithin(root, name).issues);
    };
    // A file made longer this way holds NULs: what is not too large is refused for them.
    expect(size('a.yaml', 4 * 2 ** 20)).toEqual(['INPUT_ENCODING a.yaml']);
    expect(size('a.yaml', 4 * 2 ** 20 + 1)).toEqual(['INPUT_TOO_LARGE a.yaml']);
    expect(size('a.pem', 4 * 2 ** 20 + 1)).toEqual(['INPUT_TOO_LARGE a.pem']);
    expect(size('a.json', 32 * 2 ** 20)).toEqual(['INPUT_ENCODING a.json']);
    expect(size('a.json', 32 * 2 ** 20 + 1)).toEqual(['INPUT_TOO_LARGE a.json']);
    expect(size('a.json', 2 ** 40)).toEqual(['INPUT_TOO_LARGE a.json']);
  });

  it('takes a limit of the caller', () => {
    const root = directory({ 'a.pem': '12345' });
    expect(readFileWithin(root, 'a.pem', { maxBytes: 5 }).text).toBe('12345');
    expect(codes(readFileWithin(root, 'a.pem', { maxBytes: 4 }).issues)).toEqual(['INPUT_TOO_LARGE a.pem']);
  });

  it('is limited also where the file system says that it is empty', () => {
    // Files of /proc have the size 0; only Linux has it.
    if (!existsSync('/proc/self/maps')) return;
    expect(codes(readFileWithin('/proc/self', 'maps', { maxBytes: 10 }).issues)).toEqual(['INPUT_TOO_LARGE maps']);
    expect(readFileWithin('/proc/self', 'maps').text).toContain('node');
  });
});

describe('a path', () => {
  it('is resolved against the root, whatever the working directory', () => {
    const root = directory({ 'trust/anchors.pem': 'x', 'down/a': '-> ../trust' });
    expect(read(root, 'trust/anchors.pem')).toBe('x');
    expect(read(root, './trust/../trust/anchors.pem')).toBe('x');
    expect(read(root, 'down/a/anchors.pem')).toBe('x');
    expect(read(root, join(root, 'trust/anchors.pem'))).toBe('x');
  });

  it('is inside when the root is a symbolic link', () => {
    const outer = directory({ 'real/a.yaml': 'x', link: '-> real' });
    expect(read(join(outer, 'link'), 'a.yaml')).toBe('x');
    expect(read(join(outer, 'link'), join(outer, 'link', 'a.yaml'))).toBe('x');
    expect(read(join(outer, 'link'), join(outer, 'link', 'none.yaml'))).toEqual([
      `INPUT_NOT_FOUND ${outer}/link/none.yaml`,
    ]);
  });

  it('may not lead out of the root', () => {
    const outer = directory({
      'secret.yaml': 'CANARY',
      'root-sibling/a.yaml': 'CANARY',
      'root/a.yaml': '-> ../secret.yaml',
      'root/b.yaml': '-> a.yaml',
      'root/up': '-> ..',
      'root/etc': '-> /etc',
    });
    const root = join(outer, 'root');
    for (const path of [
      '../secret.yaml',
      '../root-sibling/a.yaml',
      'a.yaml',
      'b.yaml',
      'up/secret.yaml',
      'etc/passwd',
      '/etc/passwd',
      '..',
      'up',
    ]) {
      const { text, issues } = readFileWithin(root, path);
      expect([path, text, codes(issues)]).toEqual([path, undefined, [`INPUT_OUTSIDE ${path}`]]);
      expect(words(issues)).not.toContain('CANARY');
    }
  });

  it('that leads out does not tell whether there is a file', () => {
    const root = directory();
    expect(read(root, '../no-such-file')).toEqual(['INPUT_OUTSIDE ../no-such-file']);
    expect(read(root, '/etc/no-such-file')).toEqual(['INPUT_OUTSIDE /etc/no-such-file']);
  });

  it.each([
    ['is missing', 'none.yaml', 'no such file'],
    ['goes through a file', 'file/a.yaml', 'no such file'],
    ['is a link to nothing', 'dangling', 'no such file'],
    ['is a link to itself', 'self', 'symbolic links that lead in a circle'],
    ['is too long', 'a'.repeat(5000), 'a path that is too long'],
  ])('that %s is not found', (_, path, found) => {
    const root = directory({ file: 'x', dangling: '-> none', self: '-> self' });
    const { issues } = readFileWithin(root, path);
    expect(issues.map((i) => [i.code, i.found])).toEqual([['INPUT_NOT_FOUND', found]]);
  });

  it('is shown without the characters that would drive a terminal', () => {
    const root = directory();
    expect(read(root, 'a\0b')).toEqual(['INPUT_NOT_FOUND a\\u{0}b']);
    expect(read(root, 'a\u001b[31m\u202e')).toEqual(['INPUT_NOT_FOUND a\\u{1b}[31m\\u{202e}']);
  });

  it('below a root that does not exist is not found', () => {
    expect(read(join(directory(), 'none'), 'a.yaml')).toEqual(['INPUT_NOT_FOUND a.yaml']);
  });
});

describe('what is not a regular file', () => {
  it('is refused without waiting for it', async () => {
    const root = directory({ 'dir.yaml/x': '' });
    execFileSync('mkfifo', [join(root, 'pipe.yaml')]);
    const server = createServer().listen(join(root, 'socket.yaml'));
    await new Promise((resolve) => server.once('listening', resolve));
    for (const name of ['pipe.yaml', 'dir.yaml', 'socket.yaml', '.']) {
      expect(read(root, name)).toEqual([`INPUT_OUTSIDE ${name}`]);
    }
    server.close();
    expect(read('/dev', 'zero')).toEqual(['INPUT_OUTSIDE zero']);
  });
});
