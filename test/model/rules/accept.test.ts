import { describe, expect, it } from 'vitest';
import { accepted } from '../../../lib/model/rules/accept';
import { buildTestFleet } from '../fixtures';

const codes = (accept: string[]) =>
  accepted.check(buildTestFleet({ fleet: { accept } }).fleet, []).map((i) => [i.code, i.fix]);

describe('warnings that a fleet accepts', () => {
  it('may be any warning', () => {
    expect(codes(['SCALE_WATCHES'])).toEqual([]);
  });

  it('must exist', () => {
    expect(codes(['SCALE_WATCHED'])).toEqual([['ACCEPT_UNKNOWN', 'Did you mean SCALE_WATCHES?']]);
  });

  it('are not errors', () => {
    expect(codes(['CIDR_HOST_BITS']).map(([code]) => code)).toEqual(['ACCEPT_ERROR']);
  });
});
