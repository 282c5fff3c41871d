// Three clusters, fully meshed. prod-us and prod-eu share a network; prod-apac is reached through its gateway.
import { Cluster, certManager, externalSecrets, Fleet, FleetApp, fullMesh } from 'linkerd-fleet';

const app = new FleetApp();

const fleet = new Fleet(app, 'prod', {
  domain: 'mesh.example.com', // trust domain of a cluster: <cluster>.mesh.example.com
  linkerd: { version: '2.20' },
  environment: 'prod',
  topology: fullMesh(),
  trust: {
    anchors: 'trust/anchors.pem',
    issuer: certManager({ issuerRef: { name: 'mesh-ca' } }),
  },
  credentials: externalSecrets({ store: 'mesh-links' }),
  argocd: { repoURL: 'https://git.example.com/platform/mesh.git' },
});

const clusters = [
  { name: 'prod-us', region: 'us', network: 'atlantic', pods: '10.10.0.0/16', services: '10.110.0.0/16', wave: 2 },
  { name: 'prod-eu', region: 'eu', network: 'atlantic', pods: '10.20.0.0/16', services: '10.120.0.0/16', wave: 1 },
  { name: 'prod-apac', region: 'apac', network: 'pacific', pods: '10.10.0.0/16', services: '10.110.0.0/16', wave: 3 },
];
for (const { name, region, network, pods, services, wave } of clusters) {
  new Cluster(fleet, name, {
    region,
    network,
    wave,
    apiServer: { url: `https://api.${name}.example.com:6443` },
    podCidrs: [pods],
    serviceCidrs: [services],
    gateway: { address: `gateway.${name}.example.com` },
  });
}

// One payments for prod-us and prod-eu, whose pods reach each other …
fleet
  .service('payments', {
    namespace: 'payments',
    clusters: ['prod-us', 'prod-eu'],
    selector: { app: 'payments' },
    ports: [{ name: 'http', port: 8080 }],
  })
  .federate();

// … and the ledger of prod-apac, mirrored to both as ledger-prod-apac.
fleet
  .service('ledger', {
    namespace: 'payments',
    clusters: ['prod-apac'],
    ports: [{ name: 'grpc', port: 9090 }],
    writeLabels: true, // its team installs it with Helm; where Argo CD does, the labels are in its own manifest: false
  })
  .exportService();

app.synth();
