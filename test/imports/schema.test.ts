import { App, Chart } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { describe, expect, it } from 'vitest';
import { readCrds } from './crd-files';
import { validateAgainstCrd } from './schema';

const link = (spec: object, apiVersion = 'multicluster.linkerd.io/v1alpha3') => ({
  apiVersion,
  kind: 'Link',
  metadata: { name: 'prod-eu', namespace: 'linkerd-multicluster' },
  spec,
});
const named = (apiVersion: string, kind: string, name: string, namespace: string | undefined, rest: object) => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace && { namespace }) },
  ...rest,
});

const GATEWAY_LINK = {
  targetClusterName: 'prod-eu',
  targetClusterDomain: 'cluster.local',
  targetClusterLinkerdNamespace: 'linkerd',
  clusterCredentialsSecret: 'cluster-credentials-prod-eu',
  gatewayAddress: 'gw.prod-eu.example.com',
  gatewayPort: '4143',
  gatewayIdentity: 'linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.prod-eu.mesh.example.com',
  probeSpec: { path: '/ready', port: '4191', period: '3s', timeout: '30s', failureThreshold: '3' },
  selector: { matchLabels: { 'mirror.linkerd.io/exported': 'true' } },
  remoteDiscoverySelector: { matchLabels: { 'mirror.linkerd.io/exported': 'remote-discovery' } },
  federatedServiceSelector: { matchLabels: { 'mirror.linkerd.io/federated': 'member' } },
  excludedLabels: ['argocd.argoproj.io/*'],
  excludedAnnotations: ['argocd.argoproj.io/*'],
};

describe('a Link', () => {
  it('passes with every field of its spec', () => {
    expect(validateAgainstCrd(link(GATEWAY_LINK))).toEqual([]);
  });

  it('is refused with excludeLabels, as articles misspell it', () => {
    const { excludedLabels, ...rest } = GATEWAY_LINK;
    expect(validateAgainstCrd(link({ ...rest, excludeLabels: excludedLabels }))).toEqual([
      'spec.excludeLabels: unknown field',
    ]);
  });

  it('is refused with a port that is a number', () => {
    expect(validateAgainstCrd(link({ gatewayPort: 4143 }))).toEqual(['spec.gatewayPort: 4143 must be string']);
    expect(validateAgainstCrd(link({ probeSpec: { port: 4191 } }))).toEqual([
      'spec.probeSpec.port: 4191 must be string',
    ]);
  });

  it.each(['3', '3 s', '1d', '', 's', '-'])('is refused with the probe period %j', (period) => {
    expect(validateAgainstCrd(link({ probeSpec: { period } }))).toEqual([
      `spec.probeSpec.period: ${JSON.stringify(period)} must match format "duration"`,
    ]);
  });

  it.each(['3s', '1m30s', '1.5h', '250ms', '0'])('passes with the probe period %j', (period) => {
    expect(validateAgainstCrd(link({ probeSpec: { period } }))).toEqual([]);
  });

  it('is refused with a label value that is no string, which breaks every Link of the cluster', () => {
    expect(validateAgainstCrd(link({ selector: { matchLabels: { 'mirror.linkerd.io/exported': true } } }))).toEqual([
      'spec.selector.matchLabels.mirror.linkerd.io/exported: true must be string',
    ]);
  });

  it('is refused with an operator that Kubernetes does not have, and without a key', () => {
    expect(validateAgainstCrd(link({ selector: { matchExpressions: [{ operator: 'in' }] } }))).toEqual([
      'spec.selector.matchExpressions[0].key: missing',
      'spec.selector.matchExpressions[0].operator: "in" is not one of In, NotIn, Exists, DoesNotExist',
    ]);
  });

  it('is refused with a field that its version does not have', () => {
    expect(validateAgainstCrd(link({ excludedLabels: [] }, 'multicluster.linkerd.io/v1alpha2'))).toEqual([
      'spec.excludedLabels: unknown field',
    ]);
    expect(validateAgainstCrd(link({ federatedServiceSelector: {} }, 'multicluster.linkerd.io/v1alpha1'))).toEqual([
      'spec.federatedServiceSelector: unknown field',
    ]);
  });
});

describe('a Link for a release', () => {
  it('is refused in a version that the release does not serve', () => {
    expect(validateAgainstCrd(link({}), '2.18')).toEqual([]);
    expect(validateAgainstCrd(link({}), '2.17')).toEqual([
      'apiVersion: Linkerd 2.17 does not serve multicluster.linkerd.io/v1alpha3 Link',
    ]);
    expect(validateAgainstCrd(link({}, 'multicluster.linkerd.io/v1alpha2'), '2.17')).toEqual([]);
    expect(validateAgainstCrd(named('v1', 'Namespace', 'linkerd', undefined, {}), '2.17')).toEqual([]);
  });
});

describe('the metadata of any object', () => {
  it('needs a name', () => {
    expect(validateAgainstCrd({ ...link({}), metadata: { namespace: 'linkerd-multicluster' } })).toEqual([
      'metadata.name: missing',
    ]);
  });

  it('needs a namespace where the kind has one, and none where it has none', () => {
    expect(validateAgainstCrd({ ...link({}), metadata: { name: 'prod-eu' } })).toEqual(['metadata.namespace: missing']);
    expect(validateAgainstCrd(named('v1', 'Namespace', 'linkerd', 'linkerd', {}))).toEqual([
      'metadata.namespace: not allowed, the kind is cluster-scoped',
    ]);
    const bundle = { spec: { sources: [{ inLine: 'PEM' }], target: { configMap: { key: 'ca-bundle.crt' } } } };
    expect(
      validateAgainstCrd(
        named('trust.cert-manager.io/v1alpha1', 'Bundle', 'linkerd-identity-trust-roots', undefined, bundle),
      ),
    ).toEqual([]);
  });

  it('is refused with names, label values and keys that Kubernetes does not take', () => {
    const metadata = {
      name: 'Prod_EU',
      namespace: 'linkerd-multicluster',
      labels: { 'a b': 'x', ok: 'two words' },
      annotations: { count: 3 },
    };
    expect(validateAgainstCrd({ ...link({}), metadata }).map((line) => line.split(':')[0])).toEqual([
      'metadata.annotations.count',
      'metadata.labels.a b',
      'metadata.labels.ok',
      'metadata.name',
    ]);
  });
});

describe('a policy object', () => {
  const server = (spec: object) => named('policy.linkerd.io/v1beta3', 'Server', 'payments-http', 'prod', { spec });

  it('passes with a port by name or by number', () => {
    expect(validateAgainstCrd(server({ podSelector: { matchLabels: { app: 'payments' } }, port: 8080 }))).toEqual([]);
    expect(
      validateAgainstCrd(server({ podSelector: {}, port: 'http', proxyProtocol: 'HTTP/2', accessPolicy: 'deny' })),
    ).toEqual([]);
  });

  it('is refused with a protocol that the policy controller cannot read', () => {
    expect(validateAgainstCrd(server({ podSelector: {}, port: 8080, proxyProtocol: 'http' }))).toEqual([
      'spec.proxyProtocol: "http" is not one of unknown, HTTP/1, HTTP/2, gRPC, opaque, TLS',
    ]);
  });

  it('is refused without pods, or with two kinds of them', () => {
    const problem = ['spec: must be exactly one of podSelector, externalWorkloadSelector'];
    expect(validateAgainstCrd(server({ port: 8080 }))).toEqual(problem);
    expect(validateAgainstCrd(server({ port: 8080, podSelector: {}, externalWorkloadSelector: {} }))).toEqual(problem);
  });

  it('is refused with identities and identityRefs together', () => {
    const spec = { identities: ['*'], identityRefs: [{ kind: 'ServiceAccount', name: 'web' }] };
    expect(
      validateAgainstCrd(named('policy.linkerd.io/v1alpha1', 'MeshTLSAuthentication', 'clients', 'prod', { spec })),
    ).toEqual(['spec: must be exactly one of identities, identityRefs']);
  });
});

describe('objects of others', () => {
  it('are refused with a duration in days where cert-manager decodes a Go duration', () => {
    const spec = { secretName: 's', issuerRef: { name: 'mesh-ca' }, duration: '30d', isCa: true };
    expect(
      validateAgainstCrd(named('cert-manager.io/v1', 'Certificate', 'linkerd-identity-issuer', 'linkerd', { spec })),
    ).toEqual(['spec.duration: "30d" must match format "duration"', 'spec.isCa: unknown field']);
  });

  it('keep what they leave open, and nothing else', () => {
    const source = {
      repoURL: 'https://helm.linkerd.io/edge',
      chart: 'linkerd-crds',
      helm: { valuesObject: { a: { b: [1] } } },
    };
    const application = (extra: object) =>
      named('argoproj.io/v1alpha1', 'Application', 'linkerd-crds', 'argocd', {
        spec: { project: 'mesh', destination: { name: 'prod-eu' }, source, ...extra },
      });
    expect(validateAgainstCrd(application({}))).toEqual([]);
    expect(validateAgainstCrd(application({ syncpolicy: {} }))).toEqual(['spec.syncpolicy: unknown field']);
  });
});

describe('a kind of Kubernetes itself', () => {
  const service = (spec: object) => named('v1', 'Service', 'payments', 'prod', { spec });

  it('passes as Kubernetes has it', () => {
    expect(
      validateAgainstCrd(
        service({ selector: { app: 'payments' }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] }),
      ),
    ).toEqual([]);
    const role = { rules: [{ apiGroups: [''], resources: ['services'], verbs: ['get', 'list', 'watch'] }] };
    expect(
      validateAgainstCrd(named('rbac.authorization.k8s.io/v1', 'ClusterRole', 'linkerd:Link-Reader', undefined, role)),
    ).toEqual([]);
    const rules = {
      podSelector: {},
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ port: 4143 }] }],
    };
    expect(
      validateAgainstCrd(
        named('networking.k8s.io/v1', 'NetworkPolicy', 'linkerd-gateway', 'linkerd-multicluster', { spec: rules }),
      ),
    ).toEqual([]);
    const token = { type: 'kubernetes.io/service-account-token' };
    expect(
      validateAgainstCrd(named('v1', 'Secret', 'linkerd-link-prod-us-token-g7', 'linkerd-multicluster', token)),
    ).toEqual([]);
  });

  it('is refused with unknown fields, missing fields, wrong types and unknown words', () => {
    expect(
      validateAgainstCrd(
        service({ type: 'Loadbalancer', clusterIp: 'None', ports: [{ name: 'http', targetPort: true }] }),
      ),
    ).toEqual([
      'spec.clusterIp: unknown field',
      'spec.ports[0].port: missing',
      'spec.ports[0].targetPort: must be at least one of integer, string',
      'spec.type: "Loadbalancer" is not one of ClusterIP, NodePort, LoadBalancer, ExternalName',
    ]);
    expect(validateAgainstCrd(named('v1', 'Secret', 'x', 'prod', { stringData: { n: 1 } }))).toEqual([
      'stringData.n: 1 must be string',
    ]);
  });

  it('passes as cdk8s-plus writes it', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'prod' });
    const deployment = new Deployment(chart, 'web', {
      containers: [{ image: 'web:1', portNumber: 8080 }],
      replicas: 2,
    });
    deployment.exposeViaService({ ports: [{ port: 80, targetPort: 8080 }] });
    const [workload, service] = chart.toJson();
    expect([workload.kind, service.kind]).toEqual(['Deployment', 'Service']);
    expect(validateAgainstCrd(workload)).toEqual([]);
    expect(validateAgainstCrd(service)).toEqual([]);
  });

  it('may have come to v1 after 1.28', () => {
    const policy = (spec: object) =>
      named('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', 'links', undefined, { spec });
    expect(validateAgainstCrd(policy({ policyName: 'links', validationActions: ['Deny', 'Audit'] }))).toEqual([]);
    expect(validateAgainstCrd(policy({ policyName: 'links', validationActions: ['deny'] }))).toEqual([
      'spec.validationActions[0]: "deny" is not one of Deny, Warn, Audit',
    ]);
  });
});

describe('a manifest without a schema', () => {
  it('never passes', () => {
    expect(validateAgainstCrd(named('example.com/v1', 'Thing', 'x', 'y', {}))).toEqual([
      'no schema for example.com/v1 Thing',
    ]);
    expect(validateAgainstCrd(link({}, 'multicluster.linkerd.io/v1'))).toEqual([
      'no schema for multicluster.linkerd.io/v1 Link',
    ]);
    expect(validateAgainstCrd(named('networking.k8s.io/v1', 'Toaster', 'x', 'y', {}))).toEqual([
      'no schema for networking.k8s.io/v1 Toaster',
    ]);
    expect(validateAgainstCrd(null)).toEqual(['not an object']);
  });
});

describe('every CRD in imports/schemas', () => {
  it.each(readCrds().flatMap((crd) => crd.spec.versions.map((v) => [crd.spec.names.kind, v.name, crd] as const)))(
    '%s %s can be checked against',
    (kind, version, crd) => {
      const problems = validateAgainstCrd({
        apiVersion: `${crd.spec.group}/${version}`,
        kind,
        metadata: { name: 'x' },
        nonsense: 1,
      });
      expect(problems).toContain('nonsense: unknown field');
    },
  );
});
