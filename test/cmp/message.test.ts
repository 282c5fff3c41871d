import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES, type IssueCode } from '../../lib/codes';
import { internalIssue, MAX_MESSAGE_BYTES, message } from '../../lib/delivery/argocd/cmp/message';
import { issue } from '../../lib/errors';

const codes = Object.keys(CODES) as IssueCode[];
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 3000 }), fc.string({ unit: 'binary' }), fc.lorem());
const issues = fc.array(
  fc
    .record({ code: fc.constantFrom(...codes), path: text, found: text, fix: text })
    .map(({ code, ...input }) => issue(code, input)),
  { minLength: 1, maxLength: 40 },
);

describe('a message', () => {
  it('is at most 4 kB of lines that can be shown, whatever the issues say', () => {
    fc.assert(
      fc.property(issues, (list) => {
        const said = message(list, 'east');
        expect(Buffer.byteLength(said)).toBeLessThanOrEqual(MAX_MESSAGE_BYTES);
        expect(said.endsWith('\n')).toBe(true);
        for (const one of said.trimEnd().split('\n')) {
          expect(one).toMatch(/^((warning )?[A-Z][A-Z0-9_]+ |and \d+ more: )/);
          expect(one).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has code, cluster, path, place and fix in its first line, errors before warnings', () => {
    const warning = codes.find((code) => CODES[code].severity === 'warning') as IssueCode;
    const error = {
      ...issue('CIDR_HOST_BITS', {
        path: 'Cluster/east.spec.podCidrs[0]',
        found: '10.1.2.3/8',
        fix: 'Write 10.0.0.0/8',
      }),
      source: { file: 'east.yaml', line: 4 },
    };
    const [first, second] = message([issue(warning, { path: 'a', found: 'b' }), error], 'east').split('\n');
    expect(first).toBe(
      'CIDR_HOST_BITS cluster=east path=Cluster/east.spec.podCidrs[0] (east.yaml:4) fix: Write 10.0.0.0/8. Found: 10.1.2.3/8.',
    );
    expect(second).toContain(`warning ${warning} cluster=east path=a fix: `);
  });

  it('says how many issues it leaves out', () => {
    const many = Array.from({ length: 100 }, (_, i) => issue('USAGE', { path: `p${i}`, found: 'x'.repeat(200) }));
    const lines = message(many, undefined).trimEnd().split('\n');
    expect(lines.at(-1)).toBe(`and ${101 - lines.length} more: linkerd-fleet check shows all`);
  });

  it('holds no secret and no directory of this render', () => {
    const root = '/tmp/_cmp_server/0c7d';
    const key = ['-----BEGIN', 'PRIVATE KEY-----'].join(' ');
    expect(message([issue('USAGE', { path: 'a', found: key })], 'east')).toBe(
      'USAGE its message is left out: it holds a private key (PEM)\n',
    );
    const said = message(
      [issue('USAGE', { path: `${root}/fleet.ts`, found: 'https://me:pass@git.example.com/x' })],
      'east',
      root,
    );
    expect(said).toContain('path=./fleet.ts');
    expect(said).toContain('https://me:…@git.example.com/x');
    expect(said).not.toContain('pass@');
  });

  it('of what is a mistake of ours has no stack', () => {
    const said = message([internalIssue(new TypeError('cannot read x\n    at f (a.ts:1:1)'))], 'east');
    expect(said).toMatch(/^CMP_INTERNAL cluster=east path=linkerd-fleet fix: .* Found: TypeError: cannot read x\.\n$/);
  });
});
