/** Fleets to test with: the examples of fleets/ as data that a test changes, written by the command as anybody writes them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readObjects } from './cluster';
import type { KubeObject } from './kube';
import { scratch } from './processes';

const ROOT = join(__dirname, '../..');

/** Runs `linkerd-fleet`. @returns what it writes to standard output @throws with what it wrote to standard error */
export function linkerdFleet(...args: readonly string[]): string {
  return execFileSync(process.execPath, [join(ROOT, 'bin/linkerd-fleet.js'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 256 << 20,
  });
}

/** A document of a description. */
export interface Document {
  readonly kind: 'Fleet' | 'Cluster' | 'Service';
  readonly metadata: { readonly name: string; readonly namespace?: string };
  // biome-ignore lint/suspicious/noExplicitAny: a description, changed by tests that know its shape
  readonly spec: any;
}

const compiled = new Map<string, string>();

/** An example of fleets/ as data; every call gives a copy. Its namespaces are written: there are no teams here that have them. */
export function example(name: 'prod' | 'global'): Document[] {
  const text = compiled.get(name) ?? linkerdFleet('compile', `fleets/${name}.ts`);
  compiled.set(name, text);
  const items = JSON.parse(text).items as Document[];
  return items.map((item) =>
    item.kind === 'Service' ? { ...item, spec: { ...item.spec, createNamespace: true } } : item,
  );
}

/** Writes documents as `synth` does, into a new directory or over an earlier one. @returns the directory */
export function synth(documents: readonly Document[], out = join(scratch('tree'), 'dist')): string {
  const file = join(scratch('fleet'), 'fleet.json');
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: documents }));
  linkerdFleet('synth', file, '--out', out);
  return out;
}

/** One finding of `check -o json`. */
export interface Finding {
  readonly code: string;
  readonly path: string;
  readonly found: string;
  readonly fix: string;
}

/** What `check --orphans` finds in a cluster, which it asks by the context of that name. */
export function orphansIn(documents: readonly Document[], cluster: string, env: NodeJS.ProcessEnv): readonly Finding[] {
  const file = join(scratch('fleet'), 'fleet.json');
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: documents }));
  const args = ['check', file, '-o', 'json', '--orphans', `${cluster}=context:${cluster}`];
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'bin/linkerd-fleet.js'), ...args], {
    env,
    encoding: 'utf8',
  });
  const checks: readonly Partial<Finding>[] = JSON.parse(stdout).categories[0].checks;
  return checks.filter((one): one is Finding => one.code !== undefined);
}

/** Everything that is applied to a cluster, in the order of sync waves. */
export function objectsOf(tree: string, cluster: string): KubeObject[] {
  const directory = join(tree, 'clusters', cluster);
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.yaml'));
  const applied = files
    .sort()
    .filter((f) => !readFileSync(join(directory, f), 'utf8').includes('+argocd:skip-file-rendering'));
  return inWaves(applied.flatMap((f) => readObjects(join(directory, f))));
}

/** Objects by the annotation of their sync wave, and as they were within one. */
export function inWaves(objects: readonly KubeObject[]): KubeObject[] {
  return [...objects].sort((a, b) => waveOf(a) - waveOf(b));
}

/** Sync wave of an object. */
export const waveOf = ({ metadata }: KubeObject): number =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
