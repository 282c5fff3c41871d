// Links with stock cdk8s. `one`: one App with a Chart for each cluster; `each`: an App for each cluster.
import { readFileSync } from 'node:fs';
import { ApiObject, App, Chart } from 'cdk8s';

const [facts, outdir, mode] = process.argv.slice(2);
const { domain, clusters, sources } = JSON.parse(readFileSync(facts, 'utf8'));

function links(app, source) {
  const chart = new Chart(app, source);
  for (const target of clusters) {
    if (target.name !== source) new ApiObject(chart, target.name, link(target));
  }
}

const link = ({ name, gateway }) => ({
  apiVersion: 'multicluster.linkerd.io/v1alpha3',
  kind: 'Link',
  metadata: {
    name,
    namespace: 'linkerd-multicluster',
    annotations: { 'argocd.argoproj.io/sync-wave': '3', 'linkerd.io/created-by': 'linkerd/cli edge-26.6.3' },
  },
  spec: {
    clusterCredentialsSecret: `cluster-credentials-${name}`,
    excludedAnnotations: [
      'argocd.argoproj.io/*',
      'helm.sh/*',
      'helm.toolkit.fluxcd.io/*',
      'kubectl.kubernetes.io/*',
      'kustomize.toolkit.fluxcd.io/*',
      'meta.helm.sh/*',
    ],
    excludedLabels: [
      'app.kubernetes.io/instance',
      'app.kubernetes.io/managed-by',
      'argocd.argoproj.io/*',
      'helm.sh/*',
      'helm.toolkit.fluxcd.io/*',
      'kustomize.toolkit.fluxcd.io/*',
    ],
    gatewayAddress: gateway,
    gatewayIdentity: `linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.${name}.${domain}`,
    gatewayPort: '4143',
    probeSpec: { failureThreshold: '3', path: '/ready', period: '3s', port: '4191', timeout: '30s' },
    selector: { matchLabels: { 'mirror.linkerd.io/exported': 'true' } },
    targetClusterDomain: 'cluster.local',
    targetClusterLinkerdNamespace: 'linkerd',
    targetClusterName: name,
  },
});

if (mode === 'one') {
  const app = new App({ outdir });
  for (const source of sources) links(app, source);
  app.synth();
} else {
  for (const source of sources) {
    const app = new App({ outdir });
    links(app, source);
    app.synth();
  }
}
