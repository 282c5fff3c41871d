/** From plain values to typed documents: every problem of shape is collected before anything is refused. */
import { type Issue, issue } from '../errors';
import { nearest } from '../nearest';
import type { RawDocument } from '../read/parsed';
import { at } from './description';
import { KINDS, kindOf } from './kinds';
import { documentIssues } from './schema-issues';
import { fits } from './shape';
import { SHAPES } from './shapes';
import type { ClusterDocument, FleetDocument, ServiceDocument } from './spec';

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
    const path = documentPath(raw, index);
    if (kind === undefined) {
      const near = nearestKind(raw.value);
      broken ||= near === 'Fleet';
      issues.push(located(unknownKind(raw.value, path, near), raw));
      return;
    }
    const found = fits(KINDS[kind], raw.value, SHAPES) ? undefined : documentIssues(kind, raw.value, path);
    if (found === undefined) {
      parsed[kind].push(raw.value as never);
    } else {
      broken ||= kind === 'Fleet';
      issues.push(...found.map((i) => located(i, raw)));
    }
  });
  issues.push(...oneFleet(parsed.Fleet, broken));
  return { fleet: parsed.Fleet[0], clusters: parsed.Cluster, services: parsed.Service, issues };
}

/**
 * Adds the file and line of a document to the issues whose path starts with it. Where several documents have that path, the
 * first is named and the others are listed.
 */
export function locate(issues: readonly Issue[], raws: readonly RawDocument[]): Issue[] {
  if (issues.length === 0) return [];
  const places = new Map<string, RawDocument[]>();
  raws.forEach((raw, index) => {
    const path = documentPath(raw, index);
    const same = places.get(path);
    if (same === undefined) places.set(path, [raw]);
    else same.push(raw);
  });
  return issues.map((i) => {
    const [first, ...others] = i.source ? [] : (places.get(documentOf(i.path)) ?? []);
    if (first === undefined) return i;
    const also = others.map(placeOf).filter((place) => place !== undefined);
    const found = also.length === 0 ? i.found : `${i.found} (described at ${also.join(', ')} as well)`;
    return located({ ...i, found }, first);
  });
}

const placeOf = ({ file, line }: RawDocument): string | undefined =>
  file === undefined ? undefined : `${file}:${line ?? 1}`;

const located = (i: Issue, raw: RawDocument): Issue =>
  raw.file === undefined ? i : { ...i, source: { file: raw.file, line: raw.line ?? 1 } };

/** The document part of a path: `Cluster/eu-1.spec.x` → `Cluster/eu-1`. */
function documentOf(path: string): string {
  const end = path.search(/\.(spec|metadata|kind|apiVersion)\b|$/);
  return path.slice(0, end);
}

function oneFleet(fleets: readonly FleetDocument[], broken: boolean): Issue[] {
  if (fleets.length === 1 || (fleets.length === 0 && broken)) return [];
  const none = fleets.length === 0;
  const found = none ? 'none' : fleets.map((f) => f.metadata.name).join(', ');
  const fix = none ? 'Add the Fleet document, or name the directory that holds it.' : undefined;
  return [issue('FLEET_COUNT', { path: at.fleet, found, fix })];
}

/** Path of a document in issues: `Cluster/eu-1`; where nothing names it, its place. */
export function documentPath(raw: RawDocument, index: number): string {
  const kind = kindOf(raw.value);
  if (kind === 'Fleet') return at.fleet;
  const metadata = (raw.value as { metadata?: { name?: unknown; namespace?: unknown } } | null)?.metadata;
  const { name, namespace } = metadata ?? {};
  if (kind === 'Cluster' && typeof name === 'string') return at.cluster(name);
  if (kind === 'Service' && typeof name === 'string' && typeof namespace === 'string') {
    return at.service(namespace, name);
  }
  return placeOf(raw) ?? `document ${index + 1}`;
}

function nearestKind(value: unknown): string | undefined {
  const kind = (value as { kind?: unknown } | null)?.kind;
  return typeof kind === 'string' ? nearest(kind, Object.keys(KINDS)) : undefined;
}

function unknownKind(value: unknown, path: string, near: string | undefined): Issue {
  const kind = (value as { kind?: unknown } | null)?.kind;
  return issue('SCHEMA_KIND', {
    path,
    found: typeof kind === 'string' ? `kind ${JSON.stringify(kind.slice(0, 60))}` : 'no kind',
    allowed: Object.keys(KINDS).join(', '),
    fix: near === undefined ? undefined : `Did you mean kind: ${near}?`,
  });
}
