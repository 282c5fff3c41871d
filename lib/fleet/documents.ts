/** From plain values to typed documents: every problem of shape is collected before anything is refused. */

import * as z from 'zod/mini';
import { type Issue, issue } from '../errors';
import { nearest } from '../nearest';
import { at } from './description';
import { KINDS, type Kind } from './schema';
import { schemaIssues } from './schema-issues';
import type { ClusterDocument, FleetDocument, ServiceDocument } from './spec';

/** A document before anything is known about it. */
export interface RawDocument {
  readonly value: unknown;
  /** File, relative to the description; absent for fleets described as code. */
  readonly file?: string;
  /** Line on which the document starts. */
  readonly line?: number;
}

/** Typed documents; those with problems of shape are left out of it and named in `issues`. */
export interface Documents {
  readonly fleet?: FleetDocument;
  readonly clusters: readonly ClusterDocument[];
  readonly services: readonly ServiceDocument[];
  readonly issues: readonly Issue[];
}

/** Parses documents of every kind; needs exactly one Fleet among them. */
export function parseDocuments(raws: readonly RawDocument[]): Documents {
  const parsed = { Fleet: [] as FleetDocument[], Cluster: [] as ClusterDocument[], Service: [] as ServiceDocument[] };
  const issues: Issue[] = [];
  let broken = false;
  raws.forEach((raw, index) => {
    const kind = kindOf(raw.value);
    const path = pathOf(raw, kind, index);
    if (kind === undefined) {
      issues.push(located(unknownKind(raw.value, path), raw));
      return;
    }
    const result = z.safeParse(KINDS[kind], raw.value, { jitless: true });
    if (result.success) {
      parsed[kind].push(result.data as never);
    } else {
      broken ||= kind === 'Fleet';
      issues.push(...schemaIssues(KINDS[kind], raw.value, result.error, path).map((i) => located(i, raw)));
    }
  });
  issues.push(...oneFleet(parsed.Fleet, broken));
  return { fleet: parsed.Fleet[0], clusters: parsed.Cluster, services: parsed.Service, issues };
}

/** Adds the file and line of a document to the issues whose path starts with it. */
export function locate(issues: readonly Issue[], raws: readonly RawDocument[]): Issue[] {
  const places = new Map<string, RawDocument>();
  raws.forEach((raw, index) => {
    const path = pathOf(raw, kindOf(raw.value), index);
    if (!places.has(path)) places.set(path, raw);
  });
  return issues.map((i) => {
    const raw = i.source ? undefined : places.get(documentOf(i.path));
    return raw ? located(i, raw) : i;
  });
}

const located = (i: Issue, raw: RawDocument): Issue =>
  raw.file === undefined ? i : { ...i, source: { file: raw.file, line: raw.line ?? 1 } };

/** The document part of a path: `Cluster/eu-1.spec.x` → `Cluster/eu-1`. */
function documentOf(path: string): string {
  const end = path.search(/\.(spec|metadata|kind|apiVersion)\b|$/);
  return path.slice(0, end);
}

function oneFleet(fleets: readonly FleetDocument[], broken: boolean): Issue[] {
  if (fleets.length === 1 || (fleets.length === 0 && broken)) return [];
  return [
    issue('FLEET_COUNT', {
      path: at.fleet,
      found: fleets.length === 0 ? 'none' : fleets.map((f) => f.metadata.name).join(', '),
    }),
  ];
}

function kindOf(value: unknown): Kind | undefined {
  const kind = (value as { kind?: unknown } | null)?.kind;
  return typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? (kind as Kind) : undefined;
}

function pathOf(raw: RawDocument, kind: Kind | undefined, index: number): string {
  if (kind === 'Fleet') return at.fleet;
  const metadata = (raw.value as { metadata?: { name?: unknown; namespace?: unknown } } | null)?.metadata;
  const { name, namespace } = metadata ?? {};
  if (kind === 'Cluster' && typeof name === 'string') return at.cluster(name);
  if (kind === 'Service' && typeof name === 'string') return at.service(String(namespace), name);
  return raw.file === undefined ? `document ${index + 1}` : `${raw.file}:${raw.line ?? 1}`;
}

function unknownKind(value: unknown, path: string): Issue {
  const kind = (value as { kind?: unknown } | null)?.kind;
  const near = typeof kind === 'string' ? nearest(kind, Object.keys(KINDS)) : undefined;
  return issue('SCHEMA_KIND', {
    path,
    found: typeof kind === 'string' ? `kind ${JSON.stringify(kind.slice(0, 60))}` : 'no kind',
    allowed: Object.keys(KINDS).join(', '),
    fix: near === undefined ? undefined : `Did you mean kind: ${near}?`,
  });
}
