import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Documents } from '../../bench/peers/documents';
import { pin } from '../../bench/peers/tools';

const TOOLS = resolve(__dirname, '../../bench/peers/tools');

describe('Links of others', () => {
  const documents = new Documents();

  it('are equal whatever their order, quotes, comments and empty documents', () => {
    const ours = 'kind: Link\nspec:\n  port: "4143"\n---\nkind: Other\n';
    const theirs = '---\n"kind": \'Other\'\n---\n# Source: x\nspec: {port: "4143"}\nkind: Link\n---\n';
    expect(documents.ofStream(theirs)).toEqual(documents.ofStream(ours));
  });

  it.each(['kind: Link\nspec:\n  port: 4143\n', 'kind: Link\n', 'kind: Link\nspec:\n  port: "4143"\n  more: ""\n'])(
    'differ in type, number and presence of values: %j',
    (theirs) => {
      expect(documents.ofStream(theirs)).not.toEqual(documents.ofStream('kind: Link\nspec:\n  port: "4143"\n'));
    },
  );
});

describe('programs of others', () => {
  it.each(readdirSync(TOOLS))('%s is pinned', (name) => {
    const { pkg, version } = pin(readFileSync(resolve(TOOLS, name, 'go.mod'), 'utf8'));
    expect(pkg).toContain(name);
    expect(version).toMatch(/^v\d+\.\d+\.\d+$/);
  });

  it('are pinned by the module that holds the package, not by one whose path begins alike', () => {
    const goMod =
      'module m\n\ntool example.com/a/b/cmd/b\n\nrequire (\n\texample.com/a v1.0.0\n\texample.com/a/b v2.0.0\n)\n';
    expect(pin(goMod)).toEqual({ pkg: 'example.com/a/b/cmd/b', version: 'v2.0.0' });
  });
});
