/** FleetApp: a cdk8s App whose synth() checks the fleet as a whole and writes it, or hands itself to the command that runs it. */
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { Cluster, Fleet, FleetApp, FleetError, type FleetProps, fullMesh } from 'linkerd-fleet';
import { describe, expect, it, onTestFinished } from 'vitest';
import { withLoader } from '../lib/app';
import { ANCHOR } from './cli/fleets';

function temporary(): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'linkerd-fleet-app-')));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** An app with two clusters, to be written below a directory of its own. */
function app(props: FleetProps = {}) {
  const directory = temporary();
  const made = new FleetApp({ outdir: join(directory, 'dist'), baseDir: directory });
  const fleet = new Fleet(made, 'small', {
    domain: 'mesh.example.com',
    topology: fullMesh(),
    trust: { anchors: ANCHOR },
    ...props,
  });
  for (const [name, block] of [
    ['east', 10],
    ['west', 20],
  ] as const) {
    const apiServer = { url: `https://api.${name}.example.com` };
    const ranges = { podCidrs: [`10.${block}.0.0/16`], serviceCidrs: [`10.${block + 100}.0.0/16`] };
    new Cluster(fleet, name, { network: 'one', apiServer, ...ranges });
  }
  return { directory, app: made, fleet };
}

/** The codes that `act` is refused with. */
function refusal(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof FleetError) return [...new Set(error.issues.map(({ code }) => code))].sort();
    throw error;
  }
  return [];
}

describe('synth()', () => {
  it('writes a directory per cluster below outdir', () => {
    const given = app();
    given.app.synth();
    expect(readdirSync(join(given.directory, 'dist/clusters')).sort()).toEqual(['east', 'west']);
  });

  it('throws everything that is wrong, and writes nothing', () => {
    const given = app({ clusterNetworks: ['10.0.0.1/8'], trustDomain: '-mesh' });
    const codes = refusal(() => given.app.synth());
    expect(codes.length).toBeGreaterThan(1);
    expect(existsSync(join(given.directory, 'dist'))).toBe(false);
  });

  it('reads what the description names relative to baseDir', () => {
    const given = app({ trust: { anchors: 'anchors.pem' } });
    expect(refusal(() => given.app.synth())).toEqual(['INPUT_NOT_FOUND']);
    writeFileSync(join(given.directory, 'anchors.pem'), ANCHOR);
    expect(refusal(() => given.app.synth())).toEqual([]);
  });

  it('hands the app to the command that runs the file, with its own outdir, and writes nothing itself', async () => {
    const given = app();
    const taken: FleetApp[] = [];
    await withLoader(
      (one) => taken.push(one),
      async () => given.app.synth(),
    );
    expect(taken).toEqual([given.app]);
    expect(taken[0]?.load().outdir).toBe(join(given.directory, 'dist'));
    expect(existsSync(join(given.directory, 'dist'))).toBe(false);
    expect(new FleetApp()).not.toHaveProperty('ownOutdir', expect.any(String));
  });
});

describe('an app', () => {
  it('has exactly one Fleet', () => {
    const given = app();
    new Fleet(given.app, 'other', {});
    expect(refusal(() => given.app.project())).toEqual(['FLEET_COUNT']);
    expect(refusal(() => new FleetApp().project())).toEqual(['FLEET_COUNT']);
  });

  it('has no chart that belongs to no cluster', () => {
    const given = app();
    new Chart(given.app, 'homeless');
    expect(refusal(() => given.app.project())).toEqual(['CHART_WITHOUT_CLUSTER']);
  });
});
