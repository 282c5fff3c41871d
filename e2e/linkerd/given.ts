/** Linkerd itself, where somebody has it: LINKERD_CHARTS and LINKERD_CLI. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { LINKERD_VERSIONS } from '../../lib/linkerd/releases';
import { type Document, example } from '../rig/fleet';
import type { KubeObject } from '../rig/kube';
import { RUN } from '../rig/processes';
import { binary } from '../rig/tools';

/** The charts that a fleet has values for, and the key of their release namespace in cluster.json. */
export const CHARTS = {
  'linkerd-crds': 'namespace',
  'linkerd-control-plane': 'namespace',
  'linkerd-multicluster': 'multiclusterNamespace',
} as const;

/** A chart of {@link CHARTS}. */
export type Chart = keyof typeof CHARTS;

/** A release whose charts are there. */
export type Release = (typeof LINKERD_VERSIONS)[number];

const DIRECTORY = process.env['LINKERD_CHARTS'];

/** Linkerd's CLI. */
export const CLI = process.env['LINKERD_CLI'];

/** Releases that LINKERD_CHARTS has a directory for, oldest first. */
export const RELEASES: readonly Release[] = LINKERD_VERSIONS.filter(
  (version) => DIRECTORY !== undefined && existsSync(join(DIRECTORY, version)),
);

/** The chart of a release: a directory of its name, or what `helm pull` leaves. */
function chartAt(release: Release, chart: Chart): string {
  const directory = join(DIRECTORY!, release);
  const found = readdirSync(directory).filter(
    (name) => name === chart || new RegExp(`^${chart}-\\d.*\\.tgz$`).test(name),
  );
  if (found.length !== 1)
    throw new Error(`LINKERD_CHARTS: ${release} has to have ${chart} once, and has ${found.length}`);
  return join(directory, found[0]!);
}

const helm = (...args: readonly string[]): string =>
  execFileSync(binary('helm'), args, {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    env: { HOME: RUN, PATH: process.env['PATH'] },
  });

/** What the chart makes of values. @param file of the values */
export function rendered(release: Release, chart: Chart, namespace: string, file: string): string {
  const at = ['--namespace', namespace, '--values', file, '--kube-version', '1.33.0'];
  return helm('template', chart, chartAt(release, chart), ...at);
}

/** The objects in a text of {@link rendered}. */
export const objectsIn = (text: string): KubeObject[] =>
  parseAllDocuments(text).flatMap((document) => (document.toJS() as KubeObject | null) ?? []);

/** Values that the chart has itself. */
export const valuesOf = (release: Release, chart: Chart): Record<string, unknown> =>
  parse(helm('show', 'values', chartAt(release, chart))) ?? {};

/** Everything that is in the chart, as one text. */
export function textOf(release: Release, chart: Chart): string {
  const at = chartAt(release, chart);
  if (at.endsWith('.tgz')) return execFileSync('tar', ['-xzOf', at], { encoding: 'utf8', maxBuffer: 64 << 20 });
  const files = readdirSync(at, { recursive: true, encoding: 'utf8' }).map((file) => join(at, file));
  return files.map((file) => (statSync(file).isFile() ? readFileSync(file, 'utf8') : '')).join('\n');
}

/** An example whose clusters all run a release. */
export const exampleAt = (name: 'prod' | 'global', version: Release): Document[] =>
  example(name).map((document) => {
    if (document.kind === 'Service') return document;
    const { spec } = document;
    if (document.kind === 'Cluster' && spec.linkerd?.version === undefined) return document;
    return { ...document, spec: { ...spec, linkerd: { ...spec.linkerd, version } } };
  });
