import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credentialStepIssues } from '../../lib/analysis/step/credential-step';
import type { Credentials } from '../../lib/fleet/spec';
import { epochs as wellFormed } from '../../lib/model/rules/credentials';
import { buildTestFleet } from '../model/fixtures';

const of = (credentials: Credentials, topology: object = { fullMesh: {} }) =>
  buildTestFleet({ fleet: { topology: [topology] }, clusters: { east: { credentials }, west: {} } }).fleet;

const step = (before: Credentials, after: Credentials) =>
  credentialStepIssues(of(before), of(after)).map(({ code, path, found }) => `${code} ${path}: ${found}`);

const ROTATION: readonly Credentials[] = [
  {},
  { epoch: 2 },
  { epoch: 2, loaded: 2 },
  { epoch: 2, retired: 1 },
  { epoch: 3, retired: 1 },
  { epoch: 3, loaded: 3, retired: 1 },
  { epoch: 3, retired: 2 },
];

describe('a step of a rotation', () => {
  it('is fine from each stage to the next, and back from it unless that takes a token away', () => {
    const back = ROTATION.slice(1).map((after, i) => {
      expect(step(ROTATION[i]!, after)).toEqual([]);
      return step(after, ROTATION[i]!).length;
    });
    expect(back).toEqual([1, 0, 0, 1, 0, 0]);
  });

  it('does not take back a token that was delivered, for a reader that started since has it', () => {
    const found = (token: number) => [
      `CREDENTIALS_STEP Cluster/east.spec.credentials: token ${token} deleted, which has been delivered: readers that started since have it`,
    ];
    expect(step({ epoch: 2 }, {})).toEqual(found(2));
    expect(step({ epoch: 3, retired: 1 }, { epoch: 2, retired: 1 })).toEqual(found(3));
    // What one source says of one of the three, it says of all.
    expect(step({ epoch: 2 }, { epoch: 2, sources: { west: { loaded: 1 } } })).toEqual(found(2));
  });

  it('may not leave one out', () => {
    expect(step({}, { epoch: 2, loaded: 2 })).toEqual([
      'CREDENTIALS_STEP Cluster/east.spec.credentials: token 2 loaded, which is not there yet',
    ]);
    expect(step({ epoch: 2 }, { epoch: 2, retired: 1 })).toEqual([
      'CREDENTIALS_STEP Cluster/east.spec.credentials: token 1 deleted, which is the one that readers have loaded',
    ]);
    const skipped = ROTATION.slice(2).map((after, i) => step(ROTATION[i]!, after).length);
    // A token may be retired in the commit that mints the next one.
    expect(skipped).toEqual([1, 1, 0, 1, 1]);
  });

  it('of one Link is judged for that Link', () => {
    const issues = credentialStepIssues(of({}), of({ sources: { west: { epoch: 2, retired: 1 } } }));
    expect(issues.map(({ clusters }) => clusters)).toEqual([['east', 'west']]);
  });

  it('is none where oidc comes or goes', () => {
    const rotated = { externalSecrets: { store: 'links' }, epoch: 2, retired: 1 };
    expect(step(rotated, { oidc: {} })).toEqual([]);
    expect(step({ oidc: {} }, rotated)).toEqual([]);
  });

  it('lets nobody in again with a token of before a revocation, nor with one that is loaded before it is there', () => {
    const found = (what: string) => [`CREDENTIALS_STEP Cluster/east.spec.credentials: ${what}`];
    const old = (token: number) =>
      found(`west let in again with token ${token}, which is no newer than its revocation`);
    const revoked = { revoked: ['west'] };
    const admitted = { sources: { west: { epoch: 2, loaded: 1, retired: 1 } } };
    expect(step(revoked, {})).toEqual(old(1));
    expect(step(revoked, { epoch: 2 })).toEqual(old(1));
    expect(step({ ...revoked, epoch: 3, loaded: 3, retired: 1 }, { epoch: 3, loaded: 3, retired: 2 })).toEqual(old(3));
    expect(step(revoked, { epoch: 2, retired: 1 })).toEqual(found('token 2 loaded, which is not there yet'));
    expect(step(revoked, admitted)).toEqual([]);
    expect(step(admitted, { sources: { west: { epoch: 2, retired: 1 } } })).toEqual([]);
    expect(step(revoked, { epoch: 3, retired: 1 })).toEqual([]);
    // A Link that is made anew waits for its Secret; the account of before may lie there all the same.
    const apart = (credentials: Credentials) => credentialStepIssues(of(revoked, { edges: [] }), of(credentials));
    expect(apart({}).map(({ code }) => code)).toEqual(['CREDENTIALS_STEP']);
    expect(apart({ epoch: 2, retired: 1 })).toEqual([]);
    // Only who was revoked may be told to load what is gone.
    expect(step({ epoch: 2, retired: 1 }, { epoch: 2, loaded: 1, retired: 1 })).toHaveLength(1);
    expect(step({}, { epoch: 2, loaded: 1, retired: 1 })).toHaveLength(1);
    expect(step({ epoch: 3, loaded: 3, retired: 1 }, { epoch: 3, loaded: 2, retired: 2 })).toHaveLength(1);
    expect(step(admitted, { ...admitted, controlPlaneSecret: 'always' })).toEqual([]);
  });

  it('concerns nobody who is new, or who is being revoked', () => {
    expect(credentialStepIssues(of({}, { edges: [] }), of({ epoch: 2, retired: 1 }))).toEqual([]);
    expect(step({}, { epoch: 2, retired: 1, revoked: ['west'] })).toEqual([]);
  });

  it('that passes never leaves a reader with a token that is gone, whichever end follows first', () => {
    const epochs = fc.record({
      epoch: fc.integer({ min: 1, max: 4 }),
      retired: fc.nat(3),
      loaded: fc.integer({ min: 1, max: 4 }),
    });
    let passed = 0;
    fc.assert(
      fc.property(epochs, epochs, (before, after) => {
        fc.pre([before, after].every((one) => wellFormed.check(of(one), [...of(one).clusters.values()]).length === 0));
        const good = ({ epoch, retired }: typeof before, token: number) => token > retired && token <= epoch;
        // A reader may have loaded the old token, or the newest where it started since, against a target of either commit.
        // Who was let in again has none of before.
        const isAdmitted = before.loaded === before.retired;
        const held = [...(isAdmitted ? [] : [before.loaded]), before.epoch, after.loaded];
        fc.pre(!isAdmitted || JSON.stringify(before) !== JSON.stringify(after));
        const mixes = [before, after].every((target) => held.every((token) => good(target, token)));
        const isRevived = isAdmitted && after.retired < before.retired;
        expect(step(before, after).length === 0).toBe(mixes && !isRevived);
        if (mixes) passed++;
      }),
      { numRuns: 300 },
    );
    expect(passed).toBeGreaterThan(10);
  });
});
