/** What is answered: the clusters that a request selects, in the shape that the asker takes. */
import { createHash } from 'node:crypto';
import { FleetError, issue } from '../../errors';
import type { ClusterSelector } from '../../fleet/spec';
import { selects } from '../../model/selector';
import type { Index, Parameters } from './parameters';
import { parseSelector } from './selector';

/** What a request asks for. */
export interface Asked {
  /** @default - all clusters that are served */
  readonly selector?: ClusterSelector;
  /** Whether none is an answer too. */
  readonly allowEmpty: boolean;
  /** Most inputs that the Flux operator keeps. */
  readonly limit: number;
}

/** `spec.filter.limit` of a ResourceSetInputProvider that says none. */
const FLUX_LIMIT = 100;
/** What the Flux operator reads of an answer (flux-operator internal/controller/resourcesetinputprovider_controller.go). */
const FLUX_BYTES = 900 * 1024;

/** Understands parameters: those of a plugin generator, or of a query. @throws GENERATOR_PARAMETER */
export function parseAsked(parameters: Readonly<Record<string, unknown>>, where: string): Asked {
  const wrong = (name: string, found: string) =>
    new FleetError([issue('GENERATOR_PARAMETER', { path: `${where}.${name}`.slice(0, 150), found })]);
  const asked: { -readonly [K in keyof Asked]: Asked[K] } = { allowEmpty: false, limit: FLUX_LIMIT };
  for (const [name, value] of Object.entries(parameters)) {
    if (name === 'selector' && typeof value === 'string') {
      if (value.trim() !== '') asked.selector = parseSelector(value, `${where}.selector`);
    } else if (name === 'allowEmpty' && /^(true|false)$/.test(String(value))) {
      asked.allowEmpty = String(value) === 'true';
    } else if (name === 'limit' && /^[1-9]\d{0,4}$/.test(String(value))) {
      asked.limit = Number(value);
    } else {
      const known = ['selector', 'allowEmpty', 'limit'].includes(name);
      throw wrong(name, known ? 'a value of another kind' : 'a parameter that does not exist');
    }
  }
  return asked;
}

/**
 * The clusters that are asked for, by name.
 *
 * @param served what the server itself was told to serve
 * @throws GENERATOR_EMPTY unless an empty list is asked for
 */
export function clustersAsked(fleet: Index, served: ClusterSelector | undefined, asked: Asked): readonly Parameters[] {
  const clusters = fleet.clusters.filter((c) => selects(served, c) && selects(asked.selector, c));
  if (clusters.length === 0 && !asked.allowEmpty) {
    throw new FleetError([
      issue('GENERATOR_EMPTY', { path: `fleet ${fleet.name}`, found: 'no cluster that is selected' }),
    ]);
  }
  return clusters;
}

/** The answer to Argo CD's plugin generator (argo-cd applicationset/services/plugin). */
export function forArgocd(clusters: readonly Parameters[]): string {
  return JSON.stringify({ output: { parameters: clusters } });
}

/** The answer to a ResourceSetInputProvider of type ExternalService. @throws GENERATOR_LIMIT rather than be cut */
export function forFlux(clusters: readonly Parameters[], { limit }: Asked): string {
  const path = 'ResourceSetInputProvider';
  if (clusters.length > limit) {
    throw new FleetError([
      issue('GENERATOR_LIMIT', { path, found: `${clusters.length} clusters, and limit ${limit}` }),
    ]);
  }
  const text = JSON.stringify({ inputs: clusters.map((cluster) => ({ id: cluster.name, ...cluster })) });
  const bytes = Buffer.byteLength(text);
  if (bytes > FLUX_BYTES) throw new FleetError([issue('GENERATOR_LIMIT', { path, found: `${bytes} bytes` })]);
  return text;
}

/** A strong validator of an answer. */
export function etag(text: string): string {
  return `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;
}

/** Whether a client has the answer already: the value of If-None-Match, with `*` and weak validators. */
export function isKnown(header: string | undefined, tag: string): boolean {
  return header?.split(',').some((each) => matches(each.trim(), tag)) ?? false;
}

const matches = (given: string, tag: string): boolean => given === '*' || given.replace(/^W\//, '') === tag;
