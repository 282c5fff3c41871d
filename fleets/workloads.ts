// Hub and spoke with workloads beside the mesh. hub and shop-us share a network; shop-apac is reached through its gateway.
import { Cluster, certManager, externalSecrets, Fleet, FleetApp, hubAndSpoke } from 'linkerd-fleet';
import { PaymentsChart } from './payments-chart';

const app = new FleetApp();

const fleet = new Fleet(app, 'workloads', {
  domain: 'mesh.example.com',
  linkerd: { version: '2.20' },
  topology: hubAndSpoke({ hubs: ['hub'] }),
  trust: { anchors: 'trust/anchors.pem', issuer: certManager({ issuerRef: { name: 'mesh-ca' } }) },
  credentials: externalSecrets({ store: 'mesh-links' }),
});

const clusters = [
  { name: 'hub', network: 'atlantic', pods: '10.10.0.0/16', services: '10.110.0.0/16', ha: true },
  { name: 'shop-us', network: 'atlantic', pods: '10.20.0.0/16', services: '10.120.0.0/16' },
  { name: 'shop-apac', network: 'pacific', pods: '10.10.0.0/16', services: '10.110.0.0/16' },
];
for (const { name, network, pods, services, ha } of clusters) {
  new Cluster(fleet, name, {
    network,
    ha,
    apiServer: { url: `https://api.${name}.example.com:6443` },
    podCidrs: [pods],
    serviceCidrs: [services],
    gateway: { address: `gateway.${name}.example.com` },
  });
}

// The Service is part of the chart. The description says what the other clusters count on, and is held against it.
const selling = ['hub', 'shop-us'];
fleet
  .service('payments', {
    namespace: 'payments',
    clusters: selling,
    ports: [{ name: 'http', port: 8080 }],
    writeLabels: false, // they are in the chart, …
    createNamespace: true, // … and its namespace is not
  })
  .federate();
fleet.attach(
  'payments',
  (app, plan) => new PaymentsChart(app, 'payments', { replicas: plan.cluster.ha ? 3 : 1 }),
  selling,
);

app.synth();
