/** Documents as far as one cluster needs them: what a large fleet says of other clusters is not looked at. */
import type { RawDocument } from '../read/parsed';
import { KINDS, kindOf } from './kinds';
import { fits, type Shape } from './shape';
import { SHAPES } from './shapes';
import type { ClusterDocument, FleetDocument, ServiceDocument } from './spec';

/** A fleet whose Cluster documents are right in what selectors see, and otherwise unknown. */
export interface Outline {
  readonly fleet: FleetDocument;
  readonly clusters: readonly ClusterDocument[];
  readonly services: readonly ServiceDocument[];
}

/** The outline of a description; undefined when anything in it is wrong, which {@link parseDocuments} then says. */
export function outlineDocuments(raws: readonly RawDocument[]): Outline | undefined {
  let fleet: FleetDocument | undefined;
  const clusters: ClusterDocument[] = [];
  const services: ServiceDocument[] = [];
  for (let i = 0; i < raws.length; i++) {
    const { value } = raws[i]!;
    const kind = kindOf(value);
    if (kind === 'Cluster') {
      if (!isOutlined(value)) return undefined;
      clusters.push(value);
      continue;
    }
    if (kind === undefined || !fits(KINDS[kind], value, SHAPES)) return undefined;
    if (kind === 'Service') services.push(value as ServiceDocument);
    else if (fleet === undefined) fleet = value as FleetDocument;
    else return undefined;
  }
  return fleet && { fleet, clusters, services };
}

/** Whether the document of a cluster has the shape it must have. */
export const isCluster = (document: ClusterDocument): boolean => fits(KINDS.Cluster, document, SHAPES);

const LABELS: Shape = { map: { string: 0 } };

function isOutlined(value: unknown): value is ClusterDocument {
  const { metadata, spec } = value as { metadata?: unknown; spec?: unknown };
  if (!isMap(metadata) || !isText(metadata['name']) || metadata['name'] === '') return false;
  if (metadata['labels'] !== undefined && !fits(LABELS, metadata['labels'], SHAPES)) return false;
  if (spec === undefined) return true;
  if (!isMap(spec) || (spec['labels'] !== undefined && !fits(LABELS, spec['labels'], SHAPES))) return false;
  return isTextOrNone(spec['region']) && isTextOrNone(spec['environment']) && isTextOrNone(spec['network']);
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isTextOrNone = (value: unknown): boolean => value === undefined || isText(value);

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
