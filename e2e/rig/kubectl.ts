/** The real kubectl, for commands that linkerd-fleet writes or runs: a shell whose contexts have the names of clusters. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cluster } from './cluster';
import { scratch } from './processes';
import { binary } from './tools';

/** Variables with which `kubectl --context NAME` reaches that cluster, with every right. */
export function contexts(clusters: readonly Cluster[]): NodeJS.ProcessEnv {
  const directory = scratch('kubectl');
  const file = join(directory, 'kubeconfig');
  const named = <T>(make: (one: Cluster) => T) => clusters.map((one) => ({ name: one.name, ...make(one) }));
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: named(({ url, ca }) => ({
      cluster: { server: url, 'certificate-authority-data': Buffer.from(ca).toString('base64') },
    })),
    users: named(({ token }) => ({ user: { token } })),
    contexts: named(({ name }) => ({ context: { cluster: name, user: name } })),
  };
  writeFileSync(file, JSON.stringify(config));
  const path = `${dirname(binary('kubectl'))}:${process.env['PATH']}`;
  return { ...process.env, PATH: path, KUBECONFIG: file, HOME: directory };
}

/** What a command said. */
export interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a line as a person would, in bash. */
export function typed(line: string, env: NodeJS.ProcessEnv, cwd?: string): Said {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { env, cwd, encoding: 'utf8' });
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
}
