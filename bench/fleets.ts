/** Fleets to measure: as data, the same for the same numbers on every machine. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A fleet to measure. */
export interface Shape {
  /**
   * `mesh`: every cluster linked with every other through gateways, credentials delivered by other means.
   * `islands`: twenty clusters to an island, flat inside; the first of each holds a gateway Link to the first of the next;
   * 200 federated Services, every fourth of them with a policy; credentials by External Secrets.
   */
  readonly kind: 'mesh' | 'islands';
  readonly clusters: number;
  /** One cluster is another one than without: its API server has moved, its gateway has two replicas. @default false */
  readonly edited?: boolean;
}

/** Clusters of one island. */
export const ISLAND = 20;
const SERVICES = 200;
const NAMESPACES = 20;

/** The name of the i-th cluster, from 0. */
export const clusterName = (i: number): string => `c${String(i).padStart(4, '0')}`;

/** Every cluster of the fleet, by name. */
export const clusterNames = ({ clusters }: Shape): readonly string[] =>
  Array.from({ length: clusters }, (_, i) => clusterName(i));

/** How many Links the fleet has. */
export function linksOf({ kind, clusters }: Shape): number {
  if (kind === 'mesh') return clusters * (clusters - 1);
  const sizes = islandsOf(clusters).map((first) => Math.min(ISLAND, clusters - first));
  return sizes.reduce((sum, size) => sum + size * (size - 1), 0) + (sizes.length > 1 ? sizes.length : 0);
}

/** The index of the first cluster of each island. */
const islandsOf = (clusters: number): readonly number[] =>
  Array.from({ length: Math.ceil(clusters / ISLAND) }, (_, island) => island * ISLAND);

/** The description, as `linkerd-fleet compile` writes one. */
export function fleetText(shape: Shape): string {
  const clusters = Array.from({ length: shape.clusters }, (_, i) => cluster(shape, i));
  const items = [fleet(shape), ...clusters, ...(shape.kind === 'islands' ? services() : [])];
  return `${JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 1)}\n`;
}

function fleet({ kind, clusters }: Shape): unknown {
  const anchors = readFileSync(resolve(__dirname, '../fleets/trust/anchors.pem'), 'utf8');
  const firsts = islandsOf(clusters);
  const ring = firsts.map((first, i) => ({
    source: clusterName(first),
    target: clusterName(firsts[(i + 1) % firsts.length]!),
    mode: 'gateway',
  }));
  const topology =
    kind === 'mesh'
      ? [{ fullMesh: {} }]
      : [{ islands: { by: 'region' } }, ...(firsts.length > 1 ? [{ edges: ring }] : [])];
  return {
    apiVersion: 'linkerd-fleet.dev/v1alpha1',
    kind: 'Fleet',
    metadata: { name: kind },
    spec: {
      domain: 'mesh.example.com',
      linkerd: { version: '2.20' },
      topology,
      trust: { anchors, issuer: { certManager: { issuerRef: { name: 'mesh-ca' } } } },
      credentials: kind === 'mesh' ? { existing: {} } : { externalSecrets: { store: 'mesh-links' } },
      // A thousand Links in a cluster, islands that do not reach each other: that is what is measured.
      accept: kind === 'mesh' ? ['SCALE_LINKS', 'SCALE_WATCHES'] : ['SERVICE_FEDERATION_STOPS_AT_GATEWAY'],
    },
  };
}

function cluster({ kind, clusters, edited }: Shape, i: number): unknown {
  const name = clusterName(i);
  const island = `island-${String(Math.floor(i / ISLAND)).padStart(2, '0')}`;
  const moved = edited === true && i === clusters >> 1;
  return {
    kind: 'Cluster',
    metadata: { name, labels: { environment: 'prod' } },
    spec: {
      ...(kind === 'islands' ? { region: island } : {}),
      network: kind === 'islands' ? island : `n${i}`,
      apiServer: { url: `https://${moved ? 'moved' : 'api'}.${name}.example.com:6443` },
      podCidrs: [`10.${i % 256}.${(i >> 8) * 4}.0/22`],
      serviceCidrs: [`172.${16 + (i >> 8)}.${i % 256}.0/24`],
      gateway: { address: `gateway.${name}.example.com`, ...(moved ? { replicas: 2 } : {}) },
    },
  };
}

function services(): readonly unknown[] {
  return Array.from({ length: SERVICES }, (_, i) => ({
    kind: 'Service',
    metadata: { name: `service-${i}`, namespace: `team-${i % NAMESPACES}` },
    spec: {
      federated: true,
      ports: [{ name: 'http', port: 8080 }],
      ...(i % 4 === 0 ? guarded(i) : { writeLabels: true }),
    },
  }));
}

/** A Service with a policy is written whole: its ports on pods are those of its selector. */
const guarded = (i: number) => ({
  selector: { app: `service-${i}` },
  allow: [{ serviceAccount: 'web', namespace: 'frontend' }],
});
