// Descriptions for scripts/warm.mjs: what the example fleets lack, so that what V8 compiled for policies and External Secrets is
// kept too, and more clusters than one thread is given.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function warmFleet(root, names = ['a', 'b', 'c']) {
  const anchors = readFileSync(join(root, 'fleets/trust/anchors.pem'), 'utf8');
  const spec = {
    domain: 'mesh.example.com',
    linkerd: { version: '2.20' },
    topology: [{ fullMesh: {} }, { edges: [{ source: 'a', target: 'c', mode: 'gateway' }] }],
    trust: { anchors, issuer: { certManager: { issuerRef: { name: 'mesh-ca' } } } },
    credentials: { externalSecrets: { store: 'mesh-links' } },
    accept: ['SERVICE_FEDERATION_STOPS_AT_GATEWAY'],
  };
  const cluster = (name, region, i) => ({
    kind: 'Cluster',
    metadata: { name, labels: { environment: 'prod' } },
    spec: {
      region,
      network: region,
      apiServer: { url: `https://api.${name}.example.com:6443` },
      podCidrs: [`10.${i}.0.0/16`],
      serviceCidrs: [`172.${16 + i}.0.0/16`],
      gateway: { address: `gateway.${name}.example.com` },
    },
  });
  const service = (name, more) => ({
    kind: 'Service',
    metadata: { name, namespace: 'team' },
    spec: { federated: true, ports: [{ name: 'http', port: 8080 }], ...more },
  });
  const guarded = { selector: { app: 'two' }, allow: [{ serviceAccount: 'web', namespace: 'frontend' }] };
  return [
    { apiVersion: 'linkerd-fleet.dev/v1alpha1', kind: 'Fleet', metadata: { name: 'warm' }, spec },
    ...names.map((name, i) => cluster(name, i === 2 ? 'y' : 'x', i)),
    ...[service('one', { writeLabels: true }), service('two', guarded)],
  ];
}

export function manyClusters(root) {
  return warmFleet(
    root,
    Array.from({ length: 200 }, (_, i) => (i < 3 ? 'abc'[i] : `d${i}`)),
  );
}
