// 26 clusters in five regional islands. Inside an island pods reach each other; between islands, hubs go through gateways.
import { Cluster, certManager, externalSecrets, Fleet, FleetApp, islands, Region, without } from 'linkerd-fleet';

const app = new FleetApp();

const REGIONS = [
  { region: 'us', clusters: 6, hubs: 2, block: 0 },
  { region: 'eu', clusters: 6, hubs: 2, block: 16 },
  { region: 'apac', clusters: 5, hubs: 1, block: 32 },
  { region: 'latam', clusters: 4, hubs: 1, block: 48 },
  { region: 'mea', clusters: 5, hubs: 1, block: 64 },
];
const hubs = REGIONS.flatMap(({ region, hubs }) => Array.from({ length: hubs }, (_, i) => `${region}-${i + 1}`));

const fleet = new Fleet(app, 'global', {
  domain: 'mesh.example.com',
  linkerd: { version: '2.20' },
  ha: true,
  topology: [
    islands({ by: 'region', bridges: { hubs, mode: 'gateway' } }),
    // Compliance: mea and latam do not talk to each other.
    without([{ source: 'mea-1', target: 'latam-1', both: true }]),
  ],
  trust: { anchors: 'trust/anchors.pem', issuer: certManager({ issuerRef: { name: 'mesh-ca' } }) },
  credentials: externalSecrets({ store: 'mesh-links', storeKind: 'ClusterSecretStore' }),
  // Islands are meant to be separate: federation ends at their shores, and hubs export to hubs alone.
  accept: ['SERVICE_FEDERATION_STOPS_AT_GATEWAY', 'SERVICE_EXPORT_SKIPS_SOURCES'],
  podMonitor: { labels: { release: 'prometheus' } },
  argocd: { repoURL: 'https://git.example.com/platform/mesh.git' },
});

for (const { region, clusters, block } of REGIONS) {
  const scope = new Region(fleet, region, { network: `${region}-backbone` });
  for (let i = 1; i <= clusters; i++) {
    const name = `${region}-${i}`;
    new Cluster(scope, name, {
      wave: i === clusters ? 0 : i <= 2 ? 2 : 1, // the last of each region is its canary, hubs go last
      environment: i === clusters ? 'staging' : 'prod',
      apiServer: { url: `https://api.${name}.example.com:6443` },
      podCidrs: [`10.${block + i}.0.0/16`],
      serviceCidrs: [`10.${block + i + 128}.0.0/16`],
      ...(hubs.includes(name) ? { gateway: { address: `gateway.${name}.example.com` } } : {}),
    });
  }
}

// Thirty services that every production cluster has, federated inside each island …
const TEAMS = ['catalog', 'checkout', 'identity', 'payments', 'search', 'shipping'];
const TIERS = ['api', 'worker', 'cache', 'stream', 'admin'];
for (const team of TEAMS) {
  for (const tier of TIERS) {
    fleet
      .service(`${team}-${tier}`, {
        namespace: team,
        clusters: { matchLabels: { environment: 'prod' } },
        ports: [{ name: tier === 'stream' ? 'grpc' : 'http', port: tier === 'stream' ? 9090 : 8080 }],
        writeLabels: true, // their teams install them with Helm
      })
      .federate();
  }
}
// … and ten that the hubs export to the hubs of other islands, through gateways.
for (const name of ['audit', 'billing', 'events', 'fraud', 'fx', 'ledger', 'limits', 'quotes', 'reports', 'tax']) {
  fleet
    .service(name, { namespace: 'shared', clusters: hubs, ports: [{ name: 'http', port: 8080 }], writeLabels: true })
    .exportService();
}

app.synth();
