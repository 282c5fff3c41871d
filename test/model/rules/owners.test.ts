import { describe, expect, it } from 'vitest';
import { ownersNamed } from '../../../lib/model/rules/owners';
import type { TestFleet } from '../fixtures';
import { ask, told } from './ask';

const of = (given: TestFleet) => told(ask(ownersNamed, given));

describe('owners', () => {
  it('are written as a forge writes them', () => {
    const fleet = { codeowners: { fleet: ['@acme/mesh', '@jo', 'jo@example.com'], trust: ['@acme/security/keys'] } };
    expect(of({ fleet, clusters: { a: { owners: ['@acme/eu'] } } })).toEqual([]);
    expect(of({ fleet: { codeowners: { fleet: ['mesh', '@'] } } })).toEqual([
      'OWNERS_NAME Fleet.spec.codeowners.fleet: "mesh"',
      'OWNERS_NAME Fleet.spec.codeowners.fleet: "@"',
    ]);
    const services = [{ name: 'pay', owners: ['@acme payments'] }];
    expect(of({ fleet, clusters: { a: { owners: ['# nobody'] } }, services })).toEqual([
      'OWNERS_NAME Cluster/a.spec.owners: "# nobody"',
      'OWNERS_NAME Service/prod/pay.spec.owners: "@acme payments"',
    ]);
  });

  it('own a directory that a line can name', () => {
    expect(of({ fleet: { codeowners: { fleet: ['@a'], path: 'platform/mesh' } } })).toEqual([]);
    expect(of({ fleet: { codeowners: { fleet: ['@a'], path: 'my mesh' } } })).toEqual([
      'OWNERS_PATH Fleet.spec.codeowners.path: "my mesh"',
    ]);
  });

  it('are written somewhere', () => {
    expect(of({ clusters: { a: { owners: ['@a'] } } })).toEqual([
      'OWNERS_UNWRITTEN Cluster/a.spec.owners: owners without codeowners',
    ]);
  });
});
