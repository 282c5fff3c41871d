/** Plans of one cluster for tests of what is written for it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ClusterSpec } from '../../lib/fleet/spec';
import { planCluster } from '../../lib/plan/cluster';
import type { ClusterPlan } from '../../lib/plan/types';
import { buildTestFleet, type TestFleet } from '../model/fixtures';

/** Trust anchors that `trust.anchors: anchors.pem` of a test finds. */
export const ANCHORS = readFileSync(resolve(__dirname, '../../fleets/trust/anchors.pem'), 'utf8');

/** The plan of one cluster; a fleet whose model does not come together fails the test. */
export function planOf(given: TestFleet, name: string): ClusterPlan {
  const { fleet, issues } = buildTestFleet({ files: { 'anchors.pem': ANCHORS }, ...given });
  const errors = issues.filter((i) => i.severity === 'error');
  if (errors.length > 0) throw new Error(`the fixture has errors: ${JSON.stringify(errors, null, 2)}`);
  const cluster = fleet.clusters.get(name);
  if (cluster === undefined) throw new Error(`the fixture has no cluster ${name}`);
  return planCluster(fleet, cluster);
}

/**
 * Cluster eu-1 with two Links: eu-2 shares its network (flat), us-1 is reached through a gateway that is probed on 4192.
 *
 * @param spec what eu-1 says of itself
 */
export function planEu1(spec: ClusterSpec = {}): ClusterPlan {
  const topology = [
    { edges: [{ source: 'eu-1', target: 'eu-2' }] },
    { edges: [{ source: 'eu-1', target: 'us-1', mode: 'gateway' as const }] },
  ];
  return planOf(
    {
      fleet: { topology },
      clusters: {
        'eu-1': { network: 'eu', ...spec },
        'eu-2': { network: 'eu' },
        'us-1': { network: 'us', gateway: { address: 'gw.us-1.example.com', probe: { port: 4192 } } },
      },
    },
    'eu-1',
  );
}
