/** `decommission`, as people take out a cluster: the plan, the edit, the commit, `check --base`. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANCHOR, code, documents, json } from './fleets';
import { codesIn, linkerdFleet, workspace } from './process';

const fleetFiles = (spec: object = {}) => {
  const [fleet, east, west, web] = documents({ fleet: spec }) as [object, object, object, object];
  return {
    'mesh/fleet.json': JSON.stringify([fleet, web], null, 2),
    'mesh/clusters/east.json': JSON.stringify(east),
    'mesh/clusters/west.yaml': `# the other\n${JSON.stringify(west)}\n`,
  };
};

function repository(files: Readonly<Record<string, string>>) {
  const cwd = workspace(files);
  const git = (...args: string[]) =>
    void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], { cwd, stdio: 'pipe' });
  git('init', '-q');
  const commit = () => {
    git('add', 'mesh');
    git('commit', '-qm', 'next');
  };
  commit();
  const run = (...args: string[]) => linkerdFleet(args, { cwd });
  return { cwd, commit, run };
}

describe('decommission', () => {
  it('takes a cluster out in commits that check --base lets pass, and deletes its file', () => {
    const { cwd, commit, run } = repository(fleetFiles({ argocd: { repoURL: 'https://git.example.com/m.git' } }));
    const stages: string[] = [];
    for (let i = 0; i < 3; i++) {
      const said = run('decommission', 'mesh', '--cluster', 'west', '--write', '-o', 'json');
      expect(said.status).toBe(0);
      const [next] = JSON.parse(said.stdout).commits;
      stages.push(next.commit);
      // Argo CD has not deleted yet what its Application shows as OutOfSync.
      const gates = next.gates.map(({ command }: { command: string }) => command).join();
      if (next.commit === 'finish')
        expect(gates).toMatch(
          /get appprojects.* small-linkerd .*get applications.* linkerd-multicluster-east linkerd-cluster-east /,
        );
      expect(run('check', 'mesh', '--base', 'HEAD')).toMatchObject({ status: 0, stdout: '' });
      commit();
    }
    expect(stages).toEqual(['drain', 'remove', 'finish']);
    expect(existsSync(join(cwd, 'mesh/clusters/west.yaml'))).toBe(false);
    expect(readFileSync(join(cwd, 'mesh/fleet.json'), 'utf8')).not.toMatch(/west|prune|drain/);
    const refused = run('check', 'mesh', '--base', 'HEAD~3');
    expect([refused.status, codesIn(refused.stdout)]).toEqual([1, ['CLUSTER_NOT_DRAINED', 'GRANT_NOT_PRUNED']]);
    // Both commits in one: with prune gone again, the binding of the last source stays in force.
    const squashed = run('check', 'mesh', '--base', 'HEAD~2');
    expect([squashed.status, codesIn(squashed.stdout)]).toEqual([1, ['GRANT_NOT_PRUNED']]);
  });

  it('shows each commit with its edits, what directories lose, what to see before and to delete after', () => {
    const { run } = repository(fleetFiles());
    const { status, stdout } = run('decommission', 'mesh', '--cluster', 'west');
    expect(status).toBe(0);
    expect(stdout).toContain('cluster west: serving; 2 commits left');
    expect(stdout).toMatch(/clusters\/west.yaml +Cluster\/west +- +remove/);
    expect(stdout).toMatch(/east +Link linkerd-multicluster\/west +is no longer written/);
    expect(stdout).toContain('kubectl --context east get services -A -l mirror.linkerd.io/mirrored-service=true,');
    expect(stdout).toContain('kubectl --context east -n linkerd-multicluster delete lease service-mirror-write-west');
  });

  it('says how to prune where Argo CD does nothing of itself', () => {
    const { run } = repository(fleetFiles({ argocd: { repoURL: 'https://git.example.com/m.git', automated: false } }));
    const { stdout } = run('decommission', 'mesh', '--cluster', 'west');
    expect(stdout).toContain('argocd app sync linkerd-multicluster-east linkerd-cluster-east --prune');
    expect(stdout).not.toContain('argocd.prune');
  });

  it('names what a Link by oidc leaves in API servers and Deployments', () => {
    const cwd = workspace({
      'fleet.json': json({
        east: { kubernetesVersion: '1.34', serviceAccountIssuer: { url: 'https://oidc.example.com/east' } },
        west: {
          kubernetesVersion: '1.34',
          apiServer: { url: 'https://api.west.example.com', caBundle: ANCHOR },
          credentials: { oidc: {} },
        },
      }),
    });
    const trusted = 'kube-apiserver of west: take issuer https://oidc.example.com/east (east) out';
    const mounted = 'east: take the volume with the token for west off linkerd-multicluster/controller-west';
    const text = (...args: string[]) => linkerdFleet(['decommission', 'fleet.json', ...args], { cwd }).stdout;
    for (const args of [
      ['--cluster', 'west'],
      ['--link', 'east->west'],
    ]) {
      expect(text(...args)).toContain(trusted);
      expect(text(...args)).toContain(mounted);
    }
    const dead = text('--cluster', 'west', '--dead');
    expect([dead.includes(trusted), dead.includes(mounted)]).toEqual([false, true]);
    expect(text('--link', 'west->east')).not.toContain('where the tree is not applied');
  });

  it('refuses a name that no commit ever had, which would end the removal or rotation of another', () => {
    const argocd = { repoURL: 'https://git.example.com/m.git', prune: ['east'] };
    const { run } = repository(fleetFiles({ argocd }));
    for (const flags of [
      ['--cluster', 'wets'],
      ['--cluster', 'wes'],
      ['--link', 'east->wets'],
    ]) {
      const { status, stderr } = run('decommission', 'mesh', ...flags, '--write');
      expect([status, codesIn(stderr)]).toEqual([2, ['CLUSTER_UNKNOWN']]);
    }
  });

  it('says of a cluster that the fleet does not have no more than that, and what it would end with', () => {
    const argocd = { repoURL: 'https://git.example.com/m.git', prune: ['east'] };
    const { cwd, run } = repository(fleetFiles({ argocd }));
    rmSync(join(cwd, '.git'), { recursive: true });
    const { stdout } = run('decommission', 'mesh', '--cluster', 'wets');
    expect(stdout).toContain('cluster wets: not in the fleet; 1 commit left');
    expect(stdout).toMatch(/before it, each of these shows\n +kubectl -n argocd get appprojects/);
    expect(run('decommission', 'mesh', '--cluster', 'west').stdout).not.toContain('not in the fleet');
  });

  it('plans one commit for a dead cluster, and the deletions that nobody else makes', () => {
    const { commit, run } = repository(fleetFiles());
    const { stdout } = run('decommission', 'mesh', '--cluster', 'west', '--dead', '--write', '-o', 'json');
    const [remove] = JSON.parse(stdout).commits;
    expect(remove).toMatchObject({ commit: 'remove', gates: [] });
    expect(remove.cleanups.map((one: { command: string }) => one.command.split(' ').slice(3).join(' '))).toEqual([
      'delete services -A -l mirror.linkerd.io/mirrored-service=true,mirror.linkerd.io/cluster-name=west',
      '-n shop annotate --overwrite service web-federated multicluster.linkerd.io/remote-discovery-',
      '-n linkerd-multicluster delete lease service-mirror-write-west',
    ]);
    expect(run('check', 'mesh', '--base', 'HEAD').status).toBe(0);
    commit();
    expect(run('decommission', 'mesh', '--cluster', 'west').stdout).toMatch(/spec.dead +remove/);
  });

  it('takes out one Link and leaves the other', () => {
    const { commit, run } = repository(fleetFiles());
    const link = ['decommission', 'mesh', '--link', 'west->east', '--write'];
    for (let i = 0; i < 2; i++) {
      expect(run(...link).status).toBe(0);
      expect(run('check', 'mesh', '--base', 'HEAD').status).toBe(0);
      commit();
    }
    const plan = JSON.parse(run('plan', 'mesh', '-o', 'json').stdout) as { cluster: string; links: unknown[] }[];
    expect(plan.map(({ cluster, links }) => [cluster, links.length])).toEqual([
      ['east', 1],
      ['west', 0],
    ]);
    const gone = run(...link);
    expect([gone.status, codesIn(gone.stderr)]).toEqual([2, ['DECOMMISSION_LINK_UNKNOWN']]);
  });

  it('prints the edits of a fleet that is code, and writes none', () => {
    const cwd = workspace({ 'fleet.ts': code() });
    const shown = linkerdFleet(['decommission', 'fleet.ts', '--cluster', 'west'], { cwd });
    expect(shown.status).toBe(0);
    expect(shown.stdout).toMatch(/^ +new Fleet\(app, '\w+', \{ topology: \[fullMesh\(\), drain\(\[/m);
    const written = linkerdFleet(['decommission', 'fleet.ts', '--cluster', 'west', '--write'], { cwd });
    expect([written.status, codesIn(written.stderr)]).toEqual([2, ['USAGE']]);
  });

  it.each([
    [[]],
    [['--cluster', 'west', '--link', 'west->east']],
    [['--link', 'west']],
    [['--link', 'west->nowhere']],
    [['--cluster', 'wets']],
  ])('is refused with %j', (flags) => {
    const { run } = repository(fleetFiles());
    const { status, stderr } = run('decommission', 'mesh', ...flags);
    expect(status).toBe(2);
    expect(codesIn(stderr).join()).toMatch(/^(USAGE|CLUSTER_UNKNOWN)$/);
  });
});
