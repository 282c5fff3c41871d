// Links with jsonnet: `jsonnet -m out -S -J <directory of facts.json> links.jsonnet`, a file for each cluster.
local facts = import 'facts.json';

local link(target) = {
  apiVersion: 'multicluster.linkerd.io/v1alpha3',
  kind: 'Link',
  metadata: {
    name: target.name,
    namespace: 'linkerd-multicluster',
    annotations: {
      'argocd.argoproj.io/sync-wave': '3',
      'linkerd.io/created-by': 'linkerd/cli edge-26.6.3',
    },
  },
  spec: {
    clusterCredentialsSecret: 'cluster-credentials-' + target.name,
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
    gatewayAddress: target.gateway,
    gatewayIdentity: 'linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.%s.%s' % [target.name, facts.domain],
    gatewayPort: '4143',
    probeSpec: { failureThreshold: '3', path: '/ready', period: '3s', port: '4191', timeout: '30s' },
    selector: { matchLabels: { 'mirror.linkerd.io/exported': 'true' } },
    targetClusterDomain: 'cluster.local',
    targetClusterLinkerdNamespace: 'linkerd',
    targetClusterName: target.name,
  },
};

// Made once for each target, lazily.
local links = { [target.name]: link(target) for target in facts.clusters };

{
  [source + '.yaml']: std.manifestYamlStream(
    [links[target.name] for target in facts.clusters if target.name != source],
    c_document_end=false,
  )
  for source in facts.sources
}
