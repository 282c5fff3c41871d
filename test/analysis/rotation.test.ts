import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotationOf } from '../../lib/analysis/rotation/rotation';
import { credentialStepIssues } from '../../lib/analysis/step/credential-step';
import { editDocuments } from '../../lib/fleet/edit/edit';
import type { Credentials } from '../../lib/fleet/spec';
import { epochs } from '../../lib/model/rules/credentials';
import type { FleetModel } from '../../lib/model/types';
import { open } from '../../lib/project';
import type { RawDocument } from '../../lib/read/parsed';

const raws = (east: Credentials, fleet: Credentials = {}): RawDocument[] => [
  {
    value: {
      apiVersion: 'linkerd-fleet.dev/v1alpha1',
      kind: 'Fleet',
      metadata: { name: 'f' },
      spec: {
        domain: 'd.example',
        topology: { fullMesh: {} },
        credentials: { externalSecrets: { store: 's' }, ...fleet },
      },
    },
  },
  ...['east', 'north', 'west'].map((name) => ({
    value: {
      kind: 'Cluster',
      metadata: { name },
      spec: { network: 'one', ...(name === 'east' ? { credentials: east } : {}) },
    },
  })),
];
const fleetOf = (documents: readonly RawDocument[]): FleetModel =>
  open({ raws: documents, readFile: () => ({ issues: [] }), attachments: [], issues: [] }).fleet;

function planned(documents: readonly RawDocument[], source?: string) {
  const fleet = fleetOf(documents);
  const of = (name: string) => fleet.clusters.get(name)!;
  return rotationOf(fleet, { target: of('east'), source: source === undefined ? undefined : of(source) });
}

const lines = (east: Credentials, source?: string) =>
  planned(raws(east), source).commits.map(({ step, edits }) =>
    [step, ...edits.map(({ path, value }) => `${path.slice(2).join('.')}=${value}`)].join(' '),
  );

describe('a rotation', () => {
  it('is three edits, and begins where the fleet stands', () => {
    expect(lines({})).toEqual(['mint epoch=2', 'load loaded=2', 'retire loaded=undefined retired=1']);
    expect(lines({ epoch: 2 })).toEqual(['load loaded=2', 'retire loaded=undefined retired=1']);
    expect(lines({ epoch: 2, loaded: 2 })).toEqual(['retire loaded=undefined retired=1']);
    expect(lines({ epoch: 2, retired: 1 })).toEqual([
      'mint epoch=3',
      'load loaded=3',
      'retire loaded=undefined retired=2',
    ]);
  });

  it('of one Link is edited at its source, beside all others', () => {
    expect(lines({ epoch: 4, retired: 3 }, 'west')).toEqual([
      'mint sources.west.epoch=5 sources.west.retired=3',
      'load sources.west.loaded=5',
      'retire sources.west.loaded=undefined sources.west.retired=4',
    ]);
  });

  it('of a cluster leaves out Links with epochs of their own, and sources that are revoked', () => {
    const { sources, leftOut } = planned(raws({ sources: { west: { epoch: 2 } }, revoked: ['north'] }));
    expect([sources, leftOut]).toEqual([[], ['west']]);
  });

  it('of a cluster is that of every Link that takes its epochs from there, whichever way it goes', () => {
    const ways = { west: { existing: {} }, north: { sealedSecrets: {} } };
    const { sources, leftOut, commits } = planned(raws({ sources: ways }));
    expect([sources, leftOut]).toEqual([['north', 'west'], []]);
    const [mint, load, retire] = commits;
    expect(mint?.write?.map(({ link }) => link)).toEqual(['north->east']);
    expect(
      mint?.see.filter(({ want }) => want.includes('brought by whoever delivers it')).map(({ link }) => link),
    ).toEqual(['west->east', 'west->east']);
    for (const commit of [mint, load, retire])
      expect([...new Set(commit?.see.map(({ link }) => link))]).toEqual(['north->east', 'west->east']);
    // A level above may say the epochs of a source: the cluster's own do not reach it.
    const above = raws({ sources: { west: { existing: {} } } }, { sources: { west: { epoch: 2, retired: 1 } } });
    expect(planned(above)).toMatchObject({ sources: ['north'], leftOut: ['west'] });
  });

  it('lets a revoked source in again with a token of a new account, and has it loaded when it has arrived', () => {
    const revoked = { revoked: ['north', 'west'] };
    expect(lines(revoked, 'west')).toEqual([
      'admit revoked=north sources.west.epoch=2 sources.west.loaded=1 sources.west.retired=1',
      'load sources.west.loaded=undefined',
    ]);
    expect(lines({ epoch: 5, loaded: 4, retired: 3, revoked: ['west'] }, 'west')[0]).toBe(
      'admit revoked=undefined sources.west.epoch=6 sources.west.loaded=5 sources.west.retired=5',
    );
    const { stage, commits } = planned(raws(revoked), 'west');
    expect([stage, commits[0]?.see[0]]).toMatchObject([
      'revoked',
      { want: expect.stringContaining('linkerd-link-west.2 alone') },
    ]);
    // There is no token before it to be seen unused, but mirror controllers that may have been refused.
    const load = commits[1]!.see.map(({ command }) => command).join();
    expect(load).not.toContain('linkerd-link-west-token ');
    expect(load).toContain('logs deploy/');
    const admitted = { sources: { west: { epoch: 2, loaded: 1, retired: 1 } } };
    expect(lines(admitted, 'west')).toEqual(['load sources.west.loaded=undefined']);
    expect(planned(raws(admitted), 'west').now[0]?.want).toContain('linkerd-link-west.2 alone');
  });

  it('counts a rollout of destination only once its Deployment has the commit: the one before was as successful', () => {
    const [, load] = planned(raws({}), 'west').commits;
    const destination = load!.see.filter(({ command }) => command.includes('linkerd-destination'));
    expect(destination.map(({ want, command }) => [want.split(':')[0], command])).toEqual([
      [
        'east=2 among others',
        "kubectl --context west -n linkerd get deploy linkerd-destination -o jsonpath='{.spec.template.metadata.annotations.credentials\\.linkerd-fleet\\.dev/epochs}'",
      ],
      ['successfully rolled out', 'kubectl --context west -n linkerd rollout status deploy/linkerd-destination'],
    ]);
  });

  it('names what is to be seen now where it is under way, and nothing before it began', () => {
    expect(planned(raws({})).now).toEqual([]);
    expect(planned(raws({ epoch: 2 })).now.map(({ link }) => link)).toContain('west->east');
  });

  it('is seen by commands that only read, and print digests instead of secrets', () => {
    const all = planned(raws({})).commits.flatMap(({ see }) => see.map(({ command }) => command));
    expect(all.length).toBeGreaterThan(10);
    for (const command of all) {
      expect(command).toMatch(/^kubectl --context (east|north|west) (-n [a-z-]+ )?(get|logs|rollout status) /);
      if (/\.data\./.test(command)) expect(command).toMatch(/\| sha256sum$/);
    }
  });

  const stage = fc.constantFrom<Credentials>(
    {},
    { epoch: 2 },
    { epoch: 2, loaded: 2 },
    { epoch: 7, loaded: 7, retired: 5 },
  );

  it('keeps a good token loaded from each commit to the next, and ends with one that is new', () => {
    fc.assert(
      fc.property(stage, stage, fc.constantFrom(undefined, 'west'), (east, fleet, source) => {
        let documents = raws(east, fleet);
        const before = planned(documents, source).epochs.epoch;
        for (let commit = 0; commit < 3; commit++) {
          const [next] = planned(documents, source).commits;
          const edited = editDocuments(documents, next!.edits);
          const [old, now] = [fleetOf(documents), fleetOf(edited)];
          expect(credentialStepIssues(old, now)).toEqual([]);
          expect(epochs.check(now, [...now.clusters.values()])).toEqual([]);
          documents = edited;
          if (next!.step === 'retire') break;
        }
        const { stage, epochs: end } = planned(documents, source);
        expect(stage).toBe('settled');
        expect(end.epoch).toBeGreaterThanOrEqual(before);
        expect(end.epoch - end.retired).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  describe('that Argo CD delivers', () => {
    const delivered = (argocd: object, east: Credentials = {}) => {
      const [fleet, ...clusters] = raws(east) as [RawDocument, ...RawDocument[]];
      const { spec, ...rest } = fleet.value as { spec: object };
      return [
        { value: { ...rest, spec: { ...spec, argocd: { repoURL: 'https://git.example.com/m.git', ...argocd } } } },
        ...clusters,
      ];
    };
    const pruned = (documents: readonly RawDocument[]) =>
      planned(documents).commits.map(({ step, edits }) => [
        step,
        edits.find(({ path }) => path[2] === 'prune')?.value ?? edits.some(({ path }) => path[2] === 'prune'),
      ]);

    it('has it delete the retired token, which it leaves elsewhere, and takes that back in a fourth commit', () => {
      expect(pruned(delivered({}))).toEqual([
        ['mint', false],
        ['load', false],
        ['retire', ['east']],
        ['finish', true],
      ]);
      expect(pruned(delivered({ prune: ['west'] })).slice(2)).toEqual([
        ['retire', ['east', 'west']],
        ['finish', ['west']],
      ]);
      expect(pruned(delivered({ automated: false })).map(([step]) => step)).toEqual(['mint', 'load', 'retire']);
    });

    it('says by which sync it is deleted where nothing is synced without one', () => {
      const retire = planned(delivered({ automated: false })).commits.at(-1);
      expect(retire?.does).toContain('argocd app sync linkerd-multicluster-east --prune');
      expect(retire?.see.at(-1)?.command).toContain('get applications.argoproj.io linkerd-multicluster-east');
    });

    it('leaves a selector of argocd.prune as it is, which no later commit could put back, and says so', () => {
      const documents = delivered({ prune: { matchLabels: { stage: 'dev' } } });
      expect(pruned(documents)).toEqual([
        ['mint', false],
        ['load', false],
        ['retire', false],
      ]);
      expect(planned(documents).commits[2]?.does).toContain('have it select east');
      expect(planned(delivered({ prune: { names: ['east'] } })).commits[2]?.does).not.toContain('select');
    });

    it('does not begin the next rotation before', () => {
      const documents = delivered({ prune: ['east'] }, { epoch: 2, retired: 1 });
      expect(pruned(documents)).toEqual([['finish', true]]);
      // There for a removal, as nothing was ever retired.
      expect(pruned(delivered({ prune: ['east'] }))[0]).toEqual(['mint', false]);
      const seen = planned(documents).now.map(({ command }) => command);
      expect(seen).toContainEqual(
        expect.stringContaining('get serviceaccount/linkerd-link-west secret/linkerd-link-west-token '),
      );
      expect(seen).toContainEqual(expect.stringContaining('get applications.argoproj.io linkerd-multicluster-east'));
    });

    it('leaves nothing behind without a word: check --base names what argocd.prune does not', () => {
      const issues = (argocd: object, from: Credentials, to: Credentials) =>
        credentialStepIssues(fleetOf(delivered(argocd, from)), fleetOf(delivered(argocd, to))).map(
          ({ code, severity, found }) => `${severity} ${code}: ${found}`,
        );
      const [loaded, retired] = [
        { epoch: 2, loaded: 2 },
        { epoch: 2, retired: 1 },
      ];
      expect(issues({}, loaded, retired)).toEqual([
        'warning CREDENTIALS_NOT_PRUNED: east not in it, which no longer writes token 1 of north, token 1 of west',
      ]);
      expect(issues({}, {}, { revoked: ['west'] })).toEqual([
        'warning CREDENTIALS_NOT_PRUNED: east not in it, which no longer writes account of west',
      ]);
      expect(issues({ prune: ['east'] }, loaded, retired)).toEqual([]);
      expect(issues({ automated: false }, loaded, retired)).toEqual([]);
      expect(issues({}, {}, { epoch: 2 })).toEqual([]);
    });
  });

  it('refuses a commit that leaves one out', () => {
    const start = raws({});
    const { commits } = planned(start);
    const all = (count: number) =>
      editDocuments(
        start,
        commits.slice(0, count).flatMap(({ edits }) => edits),
      );
    for (const [from, to] of [
      [0, 2],
      [1, 3],
      [0, 3],
    ] as const)
      expect(credentialStepIssues(fleetOf(all(from)), fleetOf(all(to)))).not.toEqual([]);
  });
});
