import { describe, expect, it } from 'vitest';
import { lineOf } from '../../lib/read/lines';

const text = `kind: Fleet
---
# a comment
kind: Service
spec:
  allow:
    - { namespace: a }
    - namespace: b
      routes: [{ method: GET }]
`;

describe('the line of a value', () => {
  it('is where it starts, in the document that starts on a line', () => {
    expect(lineOf(text, 'a.yaml', 4, ['spec', 'allow', 0])).toBe(7);
    expect(lineOf(text, 'a.yaml', 4, ['spec', 'allow', 1])).toBe(8);
    expect(lineOf(text, 'a.yaml', 4, ['spec', 'allow', 1, 'routes'])).toBe(9);
  });

  it('is that of the document where it cannot be told', () => {
    expect(lineOf(text, 'a.yaml', 4, ['spec', 'gone'])).toBe(4);
    expect(lineOf(text, 'a.yaml', 3, ['spec', 'allow', 0])).toBe(3);
    expect(lineOf('{}', 'a.json', 1, ['spec'])).toBe(1);
    expect(lineOf('a: [', 'a.yaml', 1, ['a'])).toBe(1);
  });
});
