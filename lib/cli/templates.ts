/** What `init` writes: a fleet of three that synthesises at once. */

/** A fleet as data, one document per owner. */
export const DATA: Readonly<Record<string, string>> = {
  'fleet/fleet.yaml': `# yaml-language-server: $schema=../node_modules/linkerd-fleet/schema/v1alpha1.json
apiVersion: linkerd-fleet.dev/v1alpha1
kind: Fleet
metadata:
  name: main
spec:
  domain: mesh.example.com # trust domain of a cluster: <cluster>.mesh.example.com
  linkerd:
    version: "2.20"
  topology:
    - fullMesh: {}
  trust:
    anchors: trust/anchors.pem # public certificates only; replace the example
    issuer:
      certManager:
        issuerRef: { name: mesh-ca }
  credentials:
    externalSecrets: { store: mesh-links }
`,
  'fleet/clusters/east.yaml': cluster('east', 'one', 10),
  'fleet/clusters/west.yaml': cluster('west', 'one', 20),
  'fleet/clusters/south.yaml': cluster('south', 'two', 30),
  'fleet/services/web.yaml': `# yaml-language-server: $schema=../../node_modules/linkerd-fleet/schema/v1alpha1.json
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  federated: true
  clusters: [east, west]
  selector: { app: web }
  ports:
    - { name: http, port: 8080 }
`,
};

function cluster(name: string, network: string, block: number): string {
  return `# yaml-language-server: $schema=../../node_modules/linkerd-fleet/schema/v1alpha1.json
kind: Cluster
metadata:
  name: ${name}
spec:
  network: ${network} # clusters of one network reach each other's pods
  apiServer: { url: "https://api.${name}.example.com:6443" }
  podCidrs: [10.${block}.0.0/16]
  serviceCidrs: [10.${block + 100}.0.0/16]
  gateway: { address: gateway.${name}.example.com }
`;
}

/** The same fleet as code. */
export const CODE: Readonly<Record<string, string>> = {
  'fleets/main.ts': `import { Cluster, certManager, externalSecrets, Fleet, FleetApp, fullMesh } from 'linkerd-fleet';

const app = new FleetApp();

const fleet = new Fleet(app, 'main', {
  domain: 'mesh.example.com', // trust domain of a cluster: <cluster>.mesh.example.com
  linkerd: { version: '2.20' },
  topology: fullMesh(),
  trust: {
    anchors: 'trust/anchors.pem', // public certificates only; replace the example
    issuer: certManager({ issuerRef: { name: 'mesh-ca' } }),
  },
  credentials: externalSecrets({ store: 'mesh-links' }),
});

// Clusters of one network reach each other's pods.
for (const [name, network, block] of [['east', 'one', 10], ['west', 'one', 20], ['south', 'two', 30]] as const) {
  new Cluster(fleet, name, {
    network,
    apiServer: { url: \`https://api.\${name}.example.com:6443\` },
    podCidrs: [\`10.\${block}.0.0/16\`],
    serviceCidrs: [\`10.\${block + 100}.0.0/16\`],
    gateway: { address: \`gateway.\${name}.example.com\` },
  });
}

fleet
  .service('web', {
    namespace: 'shop',
    clusters: ['east', 'west'],
    selector: { app: 'web' },
    ports: [{ name: 'http', port: 8080 }],
  })
  .federate();

app.synth();
`,
  'cdk8s.yaml': `language: typescript
app: npx linkerd-fleet synth fleets/main.ts
output: dist
`,
};

/** A root made for examples: its key was thrown away, so nothing can be signed by it. */
export const EXAMPLE_ANCHOR = `-----BEGIN CERTIFICATE-----
MIIBlzCCAT2gAwIBAgIUHgGc2iArLlo4ZuYjlJhKYIR/JnEwCgYIKoZIzj0EAwIw
KDEmMCQGA1UEAwwdcm9vdC5saW5rZXJkLm1lc2guZXhhbXBsZS5jb20wHhcNMjYw
MTAxMDAwMDAwWhcNNDYwMTAxMDAwMDAwWjAoMSYwJAYDVQQDDB1yb290Lmxpbmtl
cmQubWVzaC5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJvu
75uB5Jf4oErLtusbApLmPJklydfTkskbvosqdvQ1D+21OvjenCgzV6P5yx0C09D5
RFYF3x9Y+I3A4Rm7xUajRTBDMBIGA1UdEwEB/wQIMAYBAf8CAQEwDgYDVR0PAQH/
BAQDAgEGMB0GA1UdDgQWBBQ4pEJ6XStTH5mvNJ/f4qlD4iqKoDAKBggqhkjOPQQD
AgNIADBFAiA8cy0JSnYiKZP3GuTSQwBoxxaEHVfj2UU0d/hKF3YK1QIhAL2tp22V
5LCDz8FH8wdOvjl2Ss3WRHpRreOPq8XCc9+R
-----END CERTIFICATE-----
`;
