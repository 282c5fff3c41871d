/** Small fleets as data and as code, without findings unless told otherwise. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterSpec, FleetSpec } from '../../lib/fleet/spec';
import { ROOT } from './process';

/** The example anchor, public. */
export const ANCHOR = readFileSync(join(ROOT, 'fleets/trust/anchors.pem'), 'utf8');

const cluster = (name: string, block: number, spec: ClusterSpec = {}) => ({
  kind: 'Cluster',
  metadata: { name },
  spec: {
    network: 'one',
    apiServer: { url: `https://api.${name}.example.com:6443` },
    podCidrs: [`10.${block}.0.0/16`],
    serviceCidrs: [`10.${block + 100}.0.0/16`],
    ...spec,
  },
});

/** What a test changes of the fleet. */
export interface Changes {
  readonly fleet?: FleetSpec;
  readonly east?: ClusterSpec;
  readonly west?: ClusterSpec;
  readonly more?: readonly unknown[];
}

/** Two clusters that share a network, and a Service that is federated: documents. */
export function documents({ fleet, east, west, more = [] }: Changes = {}): unknown[] {
  return [
    {
      apiVersion: 'linkerd-fleet.dev/v1alpha1',
      kind: 'Fleet',
      metadata: { name: 'small' },
      spec: {
        domain: 'mesh.example.com',
        topology: { fullMesh: {} },
        trust: { anchors: ANCHOR, issuer: { certManager: { issuerRef: { name: 'mesh-ca' } } } },
        credentials: { externalSecrets: { store: 'links' } },
        ...fleet,
      },
    },
    cluster('east', 10, { region: 'eu', environment: 'prod', ...east }),
    cluster('west', 20, { region: 'us', environment: 'staging', ...west }),
    {
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { ports: [{ port: 8080 }], federated: true, writeLabels: true },
    },
    ...more,
  ];
}

/** The same in one JSON text. */
export const json = (changes?: Changes): string => JSON.stringify(documents(changes), null, 1);

/** The same as code. `extra` stands before `app.synth()`, where `app` and `fleet` are known. */
export const code = (extra = '', imports = ''): string => `
import { Cluster, Fleet, FleetApp, fullMesh${imports} } from 'linkerd-fleet';
const app = new FleetApp();
const fleet = new Fleet(app, 'small', {
  domain: 'mesh.example.com', topology: fullMesh(), trust: { anchors: ${JSON.stringify(ANCHOR)} },
});
for (const [name, block] of [['east', 10], ['west', 20]] as const) {
  new Cluster(fleet, name, {
    network: 'one',
    apiServer: { url: \`https://api.\${name}.example.com:6443\` },
    podCidrs: [\`10.\${block}.0.0/16\`],
    serviceCidrs: [\`10.\${block + 100}.0.0/16\`],
  });
}
${extra}
app.synth();
`;
