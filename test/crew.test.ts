/** Runs of the command that share their clusters out among threads. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, environment, linkerdFleet, ROOT } from './cli/process';
import { everything, put, temporaryDirectory } from './sinks/trees';

const CLUSTERS = 160;

/** A fleet large enough for threads, in islands of eight, with services and credentials. */
function fleet(directory: string): string {
  const anchors = fs.readFileSync(join(ROOT, 'fleets/trust/anchors.pem'), 'utf8');
  const spec = {
    domain: 'mesh.example.com',
    topology: [{ islands: { by: 'region' } }],
    trust: { anchors: 'anchors.pem', issuer: { certManager: { issuerRef: { name: 'mesh-ca' } } } },
    credentials: { externalSecrets: { store: 'mesh-links' } },
  };
  const clusters = Array.from({ length: CLUSTERS }, (_, i) => {
    const [name, region] = [`c${String(i).padStart(3, '0')}`, `r${Math.floor(i / 8)}`];
    return {
      kind: 'Cluster',
      metadata: { name },
      spec: {
        region,
        network: region,
        apiServer: { url: `https://api.${name}.example.com:6443` },
        podCidrs: [`10.${i}.0.0/16`],
        serviceCidrs: [`172.16.${i}.0/24`],
        gateway: { address: `gateway.${name}.example.com` },
      },
    };
  });
  const services = ['web', 'api', 'odd'].map((name, i) => ({
    kind: 'Service',
    metadata: { name, namespace: `team-${i}` },
    spec: {
      federated: true,
      writeLabels: true,
      ports: [{ port: 8080 }],
      annotations: { note: `${'- '.repeat(i)}é\n` },
    },
  }));
  const items = [
    { apiVersion: 'linkerd-fleet.dev/v1alpha1', kind: 'Fleet', metadata: { name: 'many' }, spec },
    ...clusters,
    ...services,
  ];
  fs.writeFileSync(join(directory, 'anchors.pem'), anchors);
  fs.writeFileSync(join(directory, 'fleet.json'), JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  return join(directory, 'fleet.json');
}

function place() {
  const cwd = temporaryDirectory();
  const file = fleet(cwd);
  const env = { XDG_CACHE_HOME: join(cwd, 'cache') };
  const synth = (out: string, ...flags: string[]) =>
    linkerdFleet(['synth', file, '--out', out, ...flags], { cwd, env });
  return { cwd, file, env, synth };
}

describe('several threads', () => {
  it('write the bytes that one writes, the first time, again and where something is to be repaired', () => {
    const { cwd, synth } = place();
    expect(synth('one', '--jobs', '1').status).toBe(0);
    const one = everything(join(cwd, 'one'));
    for (const jobs of ['2', '3']) {
      const out = `of-${jobs}`;
      expect(synth(out, '--jobs', jobs).stderr).toContain(`${CLUSTERS} clusters`);
      expect(everything(join(cwd, out))).toEqual(one);
      put(join(cwd, out), 'clusters/c159/cluster.json', 'by hand');
      fs.rmSync(join(cwd, out, 'clusters/c003'), { recursive: true });
      synth(out, '--jobs', jobs);
      expect(everything(join(cwd, out))).toEqual(one);
      expect(synth(out, '--jobs', jobs, '--check')).toMatchObject({ status: 0, stdout: '' });
    }
  });

  it('say what differs, and what is refused, as one says it', () => {
    const { cwd, synth } = place();
    synth('out', '--jobs', '1');
    for (const name of ['c150', 'c020', 'c090']) {
      fs.rmSync(join(cwd, `out/.linkerd-fleet/clusters/${name}.json`));
      put(join(cwd, 'out'), `clusters/${name}/cluster.json`, 'mine');
    }
    const [one, three] = ['1', '3'].map((jobs) => synth('out', '--jobs', jobs));
    expect(three).toEqual(one);
    expect(three).toMatchObject({ status: 2 });
    const names = [...three!.stderr.matchAll(/clusters\/(c\d+)\/cluster\.json/g)].map(([, name]) => name);
    expect([...new Set(names)]).toEqual(['c020', 'c090', 'c150']);
    put(join(cwd, 'out'), 'clusters/c001/cluster.json', 'by hand');
    const dry = ['1', '3'].map((jobs) => synth('out', '--force', '--dry-run', '--jobs', jobs));
    expect(dry[1]).toEqual(dry[0]);
    expect(dry[0]!.stdout.split('\n')).toContain('M out/clusters/c001/cluster.json');
  });

  it('end with the run when it is interrupted, and the next run completes it', async () => {
    const { cwd, file, env, synth } = place();
    synth('whole', '--jobs', '1');
    const child = spawn(process.execPath, [BIN, 'synth', file, '--out', 'out', '--jobs', '3'], {
      cwd,
      env: environment(env),
      stdio: 'ignore',
    });
    while (!fs.existsSync(join(cwd, 'out/clusters'))) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGINT');
    expect((await once(child, 'exit'))[1]).toBe('SIGINT');
    expect(synth('out', '--jobs', '2').status).toBe(0);
    expect(everything(join(cwd, 'out'))).toEqual(everything(join(cwd, 'whole')));
  });
});

describe('the number of threads', () => {
  it.each(['0', '-1', 'two', '1.5', '100', ''])('%j is refused', (jobs) => {
    const { status, stderr } = linkerdFleet(['synth', join(ROOT, 'fleets/prod.ts'), `--jobs=${jobs}`, '--dry-run']);
    expect(status).toBe(2);
    expect(stderr).toContain('--jobs');
  });
});
