/** Fleets for tests of the model and of its rules, from documents as people write them. */
import type { Issue } from '../../lib/errors';
import { API_VERSION } from '../../lib/fleet/description';
import { parseDocuments } from '../../lib/fleet/documents';
import type { ClusterSpec, FleetSpec, ServiceSpec } from '../../lib/fleet/spec';
import { buildFleet } from '../../lib/model/build';
import type { FleetModel } from '../../lib/model/types';

/** A Service as a test describes it: namespace `prod` and one port 8080 unless it says otherwise. */
export type TestService = { readonly name: string; readonly namespace?: string } & Partial<ServiceSpec>;

/** What a test says of a fleet; everything else is the least that is valid. */
export interface TestFleet {
  /** Spec of the Fleet; `domain` is mesh.example.com unless given. */
  readonly fleet?: Partial<FleetSpec>;
  /** Specs by the name of the cluster, or names only. */
  readonly clusters?: Readonly<Record<string, ClusterSpec>> | readonly string[];
  readonly services?: readonly TestService[];
  /** Files that the description names, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * The model of a fleet and what building it found. Shape is not what these tests are about, so a document that the
 * schema refuses fails the test.
 */
export function buildTestFleet(given: TestFleet = {}): { fleet: FleetModel; issues: readonly Issue[] } {
  const documents = parseDocuments([
    {
      value: {
        apiVersion: API_VERSION,
        kind: 'Fleet',
        metadata: { name: 'test' },
        spec: { domain: 'mesh.example.com', ...given.fleet },
      },
    },
    ...clusterEntries(given.clusters ?? []).map(([name, spec]) => ({
      value: { kind: 'Cluster', metadata: { name }, spec },
    })),
    ...(given.services ?? []).map(({ name, namespace = 'prod', ...spec }) => ({
      value: { kind: 'Service', metadata: { name, namespace }, spec: { ports: [{ port: 8080 }], ...spec } },
    })),
  ]);
  if (documents.fleet === undefined || documents.issues.length > 0) {
    throw new Error(`the fixture has the wrong shape: ${JSON.stringify(documents.issues, null, 2)}`);
  }
  const { fleet, clusters, services } = documents;
  const readFile = (path: string) => {
    const text = given.files?.[path];
    if (text === undefined) throw new Error(`the fixture has no file ${path}`);
    return { text };
  };
  return buildFleet({ fleet, clusters, services, readFile });
}

function clusterEntries(clusters: NonNullable<TestFleet['clusters']>): [string, ClusterSpec][] {
  return Array.isArray(clusters)
    ? clusters.map((name: string) => [name, {}])
    : Object.entries(clusters as Record<string, ClusterSpec>);
}
