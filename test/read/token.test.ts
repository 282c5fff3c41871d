import { describe, expect, it } from 'vitest';
import { tokenEpoch } from '../../lib/read/token';
import { legacyToken, token } from '../tokens';

const EXPECTED = {
  namespace: 'linkerd-multicluster',
  secrets: new Map([
    ['linkerd-link-west-token', { epoch: 1, account: 'linkerd-link-west' }],
    ['linkerd-link-west-token-2', { epoch: 2, account: 'linkerd-link-west.2' }],
  ]),
};
const of = (text: string) => {
  const { epoch, issues } = tokenEpoch(text, EXPECTED, 'stdin');
  return epoch ?? issues.map(({ code, found }) => `${code} ${found}`);
};

describe('the token of an account', () => {
  it('says of which epoch it is', () => {
    expect(of(legacyToken('linkerd-link-west', 'linkerd-link-west-token'))).toBe(1);
    expect(of(legacyToken('linkerd-link-west.2', 'linkerd-link-west-token-2'))).toBe(2);
  });

  it('may not end: readers of a Link do not ask for the next one', () => {
    expect(of(token({ sub: 'system:serviceaccount:linkerd-multicluster:linkerd-link-west', exp: 1 }))).toEqual([
      'TOKEN_FORM a token that ends',
    ]);
  });

  it('of another account, or of a Secret that is not asked for, is refused by name', () => {
    expect(of(legacyToken('linkerd-link-north', 'linkerd-link-north-token'))).toEqual([
      'TOKEN_FOREIGN a token of linkerd-link-north-token, account linkerd-link-north',
    ]);
    expect(of(legacyToken('linkerd-link-west', 'linkerd-link-west-token-2'))).toHaveLength(1);
    expect(of(legacyToken('linkerd-link-west', 'linkerd-link-west-token-3'))).toHaveLength(1);
    expect(of(legacyToken('linkerd-link-west', 'linkerd-link-west-token', 'other'))).toHaveLength(1);
    expect(of(token({ 'kubernetes.io/serviceaccount/secret.name': 'A secret, perhaps' }))).toEqual([
      'TOKEN_FOREIGN a token of another name, account another name',
    ]);
  });

  it('has the form of one', () => {
    for (const text of ['', 'a.b.c', 'word', 'a.b', `${'x'.repeat(9)}.e30K.`, 'e30.bnVsbA.x', 'e30.IjUi.x'])
      expect(of(text)).toEqual([expect.stringMatching(/^TOKEN_F/)]);
  });
});
