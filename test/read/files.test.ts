import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listDataFiles } from '../../lib/read/files';
import { codes, directory } from './temporary';

const list = (path: string) => {
  const { files, issues } = listDataFiles(path);
  return issues.length > 0 ? codes(issues) : files;
};

describe('data files', () => {
  it('are the YAML and JSON files of a directory and all below it, sorted by code unit', () => {
    const root = directory({
      'fleet.yaml': '',
      'clusters/eu-1.yml': '',
      'clusters/eu-10.yaml': '',
      'clusters-old.json': '',
      'Z.yaml': '',
      'é.yaml': '',
      'a/b/c/d.YAML': '',
      'README.md': '',
      'fleet.yaml.bak': '',
      yaml: '',
      'main.ts': '',
    });
    expect(listDataFiles(root)).toEqual({
      root,
      files: [
        'Z.yaml',
        'a/b/c/d.YAML',
        'clusters-old.json',
        'clusters/eu-1.yml',
        'clusters/eu-10.yaml',
        'fleet.yaml',
        'é.yaml',
      ],
      issues: [],
    });
  });

  it('are not in dot-directories or node_modules', () => {
    const files = {
      '.git/a.yaml': '',
      '.hidden.yaml': '',
      'node_modules/x/package.json': '',
      'a/node_modules/b.yaml': '',
    };
    expect(list(directory({ ...files, 'a/c.yaml': '' }))).toEqual(['a/c.yaml']);
  });

  it('are the file itself when the path is one', () => {
    const root = directory({ 'deep/fleet.json': '', 'deep/other.json': '' });
    expect(listDataFiles(join(root, 'deep/fleet.json'))).toEqual({
      root: join(root, 'deep'),
      files: ['fleet.json'],
      issues: [],
    });
  });

  it('are not files of other names', () => {
    const root = directory({ 'fleet.ts': '' });
    expect(list(join(root, 'fleet.ts'))).toEqual([`INPUT_NOT_FOUND ${root}/fleet.ts`]);
    expect(list(join(root, 'none'))).toEqual([`INPUT_NOT_FOUND ${root}/none`]);
    expect(list(join(root, 'none/fleet.yaml'))).toEqual([`INPUT_NOT_FOUND ${root}/none/fleet.yaml`]);
    expect(list('\0')).toEqual(['INPUT_NOT_FOUND \\u{0}']);
  });

  it('must be regular files', () => {
    const root = directory({ 'a.yaml': '' });
    execFileSync('mkfifo', [join(root, 'pipe.yaml'), join(root, 'pipe')]);
    expect(list(root)).toEqual(['INPUT_OUTSIDE pipe.yaml']);
  });

  it('must have names that can be shown', () => {
    expect(list(directory({ 'a\u001b[2J.yaml': '', 'a\u202e.txt': '' }))).toEqual(['INPUT_ENCODING a\\u{1b}[2J.yaml']);
    expect(list(directory({ 'x\ny/b.yaml': '' }))).toEqual(['INPUT_ENCODING x\\u{a}y/b.yaml']);
  });

  it('are counted', () => {
    const root = directory();
    mkdirSync(join(root, 'many'));
    for (let i = 0; i < 20_001; i++) writeFileSync(join(root, 'many', `${i}.yaml`), '');
    expect(list(root)).toEqual(['INPUT_TOO_MANY .']);
  });
});

describe('symbolic links', () => {
  it('to files and directories inside are followed, and each file is listed once', () => {
    const root = directory({
      'a/x.yaml': '',
      'a/again.yaml': '-> x.yaml',
      before: '-> a',
      loop: '-> .',
      'a/up': '-> ..',
      'z.yaml': '-> a/x.yaml',
    });
    expect(list(root)).toEqual(['a/x.yaml']);
  });

  it('are how a mounted ConfigMap is made', () => {
    const root = directory({
      '..2026_11_21/fleet.yaml': '',
      '..2026_11_21/clusters/eu.yaml': '',
      '..data': '-> ..2026_11_21',
      'fleet.yaml': '-> ..data/fleet.yaml',
      clusters: '-> ..data/clusters',
    });
    expect(list(root)).toEqual(['clusters/eu.yaml', 'fleet.yaml']);
  });

  it('that are several ways to one file give it the name that sorts first', () => {
    const names = ['z.yaml', 'c/b.yaml', 'c/a.yaml', 'b/c.yaml', 'd/a.yaml'];
    const links = Object.fromEntries(
      names.map((name) => [name, name.includes('/') ? '-> ../.hidden/f' : '-> .hidden/f']),
    );
    expect(list(directory({ '.hidden/f': '', ...links }))).toEqual(['b/c.yaml']);
  });

  it('that lead out, or nowhere, are refused where a file was meant to be read', () => {
    const outer = directory({
      'secret.yaml': '',
      'other/b.yaml': '',
      'root/a.yaml': '-> ../secret.yaml',
      'root/dir': '-> ../other',
      'root/dangling.yaml': '-> none.yaml',
      'root/self.json': '-> self.json',
      'root/README.md': '-> ../secret.yaml',
      'root/broken': '-> none',
    });
    expect(list(join(outer, 'root'))).toEqual([
      'INPUT_OUTSIDE a.yaml',
      'INPUT_NOT_FOUND dangling.yaml',
      'INPUT_OUTSIDE dir',
      'INPUT_NOT_FOUND self.json',
    ]);
  });

  it('may be the directory itself', () => {
    const outer = directory({ 'real/a.yaml': '', link: '-> real' });
    expect(listDataFiles(join(outer, 'link'))).toEqual({ root: join(outer, 'real'), files: ['a.yaml'], issues: [] });
  });
});
