import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Piece, textOf } from '../../lib/emit/text';
import { bytesOf, digestOf } from '../../lib/sinks/bytes';
import { secretIn } from '../../lib/sinks/secrets';

const SHARED = ['', 'a\n', 'b\n', 'name: long enough to move what follows\n', 'ümlaut: ✔\n'].map((text) => ({ text }));

const piece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SHARED) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
);
const files = fc.array(
  fc.record({ path: fc.constantFrom('links.yaml', 'access.yaml'), pieces: fc.array(piece, { maxLength: 30 }) }),
  { maxLength: 20 },
);

test('the bytes of a file are those of its pieces, whatever the file of that path held before', () => {
  fc.assert(
    fc.property(files, (made) => {
      for (const { path, pieces } of made) {
        const file = { path, pieces, text: 'not asked for' };
        const expected = Buffer.from(textOf(pieces));
        const bytes = bytesOf(file);
        expect(bytes.equals(expected)).toBe(true);
        expect(digestOf(file, bytes)).toBe(createHash('sha256').update(expected).digest('hex'));
        expect(bytesOf(file).equals(expected)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('a secret is found in whatever piece it stands, though the others were found clean before', () => {
  const key = '-----BEGIN PRIVATE KEY-----\n';
  const clean = [...SHARED, 'own\n'];
  for (let at = 0; at <= clean.length; at++) {
    for (const secret of [key, { text: key }]) {
      const file = (pieces: readonly Piece[]) => ({ path: `links-${at}.yaml`, pieces, text: 'not asked for' });
      expect(secretIn(file(clean))).toBeUndefined();
      const inserted = file([...clean.slice(0, at), secret, ...clean.slice(at)]);
      const replaced = file([...clean.slice(0, at), secret, ...clean.slice(at + 1)]);
      for (const bad of [inserted, replaced, inserted]) expect(secretIn(bad)).toBe('a private key (PEM)');
    }
  }
});
