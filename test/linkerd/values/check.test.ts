import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../lib/errors';
import type { Chart, Distribution } from '../../../lib/linkerd/charts';
import { LINKERD_VERSIONS, type LinkerdVersion } from '../../../lib/linkerd/releases';
import { checkValues } from '../../../lib/linkerd/values/check';
import { knownKeys } from '../../../lib/linkerd/values/table';

type At = { version?: LinkerdVersion; distribution?: Distribution };
const check = (chart: Chart, values: unknown, { version = '2.20', distribution = 'edge' }: At = {}): Issue[] =>
  checkValues(version, distribution, chart, values, 'v');
const told = (issues: readonly Issue[]) => issues.map((i) => `${i.code} ${i.path}`);
const nested = (key: string, value: unknown): unknown =>
  key.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
const PEM = '-----BEGIN EC PRIVATE KEY-----\nc2VjcmV0\n-----END EC PRIVATE KEY-----\n';

describe('values that a chart takes', () => {
  it('pass', () => {
    const controlPlane = {
      controllerReplicas: 2,
      controllerLogFormat: 'json',
      disableHeartBeat: true,
      nodeSelector: { 'kubernetes.io/os': null, pool: 'infra' },
      networkValidator: { securityContext: null, timeout: '10s' },
      destinationController: { additionalArgs: ['-ext-endpoint-zone-weights'], podAnnotations: { 'a.io/b': '1' } },
      destinationProxyResources: { cores: 2, cpu: { request: 1 } },
      policyController: { probeNetworks: ['10.0.0.0/8'], resources: { 'ephemeral-storage': { limit: '1Gi' } } },
      proxy: {
        opaquePorts: '25,3306, 8000-8100',
        cores: null,
        image: { pullPolicy: '' },
        logHTTPHeaders: 'off',
        resources: { cpu: { request: '100m', limit: '' }, memory: { limit: '250Mi' } },
        additionalEnv: [
          { name: 'BUOYANT_BALANCER_LOAD_LOW', value: '0.8' },
          { name: 'POD', valueFrom: { fieldRef: {} } },
        ],
        runtime: { workers: { maximumCPURatio: 0.2 } },
      },
      controller: { podDisruptionBudget: { maxUnavailable: '25%' } },
      configReaders: [{ name: 'prometheus', namespace: 'monitoring' }],
      tolerations: [{ key: 'infra', operator: 'Exists' }],
    };
    const multicluster = {
      podAnnotations: { 'fleet.example/rotation': '2' },
      enableNamespaceCreation: true,
      gateway: { deploymentAnnotations: { a: 'b' }, terminationGracePeriodSeconds: 60, tolerations: [] },
      controllerDefaults: {
        resources: { requests: { memory: '64Mi' }, limits: { memory: '256Mi' }, claims: [] },
        tolerations: {},
        retryLimit: 10,
        enablePodAntiAffinity: true,
      },
      imagePullSecrets: [{ name: 'regcred' }],
    };
    expect(check('controlPlane', controlPlane)).toEqual([]);
    expect(check('multicluster', multicluster)).toEqual([]);
    expect(check('crds', { installGatewayAPI: true, enableHttpRoutes: false })).toEqual([]);
    expect(check('crds', {})).toEqual([]);
  });

  it('are left out when undefined', () => {
    expect(check('controlPlane', { nonsense: undefined, proxy: { logLevel: undefined } })).toEqual([]);
  });

  it('must be a map', () => {
    expect(told(check('crds', ['installGatewayAPI']))).toEqual(['VALUES_TYPE v']);
    expect(told(check('crds', null))).toEqual(['VALUES_TYPE v']);
  });
});

describe('keys that a chart does not read', () => {
  it.each([
    ['controlPlane', 'proxy.logLevl', '2.20', 'Did you mean proxy.logLevel?'],
    ['controlPlane', 'opaquePorts', '2.20', 'Did you mean proxy.opaquePorts?'],
    ['controlPlane', 'contollerReplicas', '2.20', 'Did you mean controllerReplicas?'],
    ['multicluster', 'controllerDefaults.retrylimit', '2.20', 'Did you mean controllerDefaults.retryLimit?'],
    [
      'multicluster',
      'localServiceMirror.excludeLabels',
      '2.20',
      'Did you mean localServiceMirror.excludedLabels? The fleet writes it: use the field excludedLabels.',
    ],
    ['controlPlane', 'frobnicate', '2.20', 'Correct the key, or remove it.'],
  ] as const)('%s %s: %s', (chart, key, version, fix) => {
    const issues = check(chart, nested(key, 'x'), { version });
    expect(told(issues)).toEqual([`VALUES_UNKNOWN_KEY v.${key}`]);
    expect(issues[0]?.fix).toBe(fix);
  });

  it.each([
    ['crds', 'installGatewayAPI', '2.17', 'Linkerd 2.18 and later', 'enableHttpRoutes'],
    ['controlPlane', 'controlPlaneTracing', '2.19', 'Linkerd 2.17 to 2.18', 'controller.tracing.enabled'],
    ['controlPlane', 'controlPlaneTracingNamespace', '2.20', 'Linkerd 2.17 to 2.18', 'host:port'],
    ['controlPlane', 'controller.tracing', '2.18', 'Linkerd 2.19 and later', 'controlPlaneTracing'],
    ['controlPlane', 'policyController.image', '2.19', 'Linkerd 2.17 to 2.18', 'controllerImageVersion'],
    ['controlPlane', 'proxyInit.image', '2.20', 'Linkerd 2.17 to 2.19', 'proxy.image'],
    ['controlPlane', 'proxy.runtime', '2.17', 'Linkerd 2.18 and later', 'proxy.cores'],
    ['controlPlane', 'proxy.tracing.enable', '2.20', 'Linkerd 2.19 only', 'proxy.tracing.enabled'],
    ['controlPlane', 'destinationController.podAnnotations', '2.17', 'Linkerd 2.18 and later', 'podAnnotations'],
    ['multicluster', 'controllerDefaults', '2.17', 'Linkerd 2.18 and later', 'Remove the key.'],
    ['multicluster', 'enableNamespaceCreation', '2.17', 'Linkerd 2.18 and later', 'Remove the key.'],
  ] as const)('%s %s in %s: read by %s, instead %s', (chart, key, version, releases, instead) => {
    const [first, ...rest] = check(chart, nested(key, { any: true }), { version });
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ code: 'VALUES_UNKNOWN_KEY', allowed: `this key in ${releases}` });
    expect(first?.fix).toContain(instead);
  });

  it('with dots in one word are told to be nested', () => {
    expect(check('controlPlane', { 'proxy.logLevel': 'debug' })).toMatchObject([
      { code: 'VALUES_UNKNOWN_KEY', path: 'v["proxy.logLevel"]', fix: 'Write it nested: proxy: { logLevel: … }.' },
    ]);
  });

  it('are a warning for enterprise, whose own keys are not known, unless another release had them', () => {
    const issues = check('controlPlane', { manageExternalWorkloads: true }, { distribution: 'enterprise' });
    expect(issues).toMatchObject([{ code: 'VALUES_UNVERIFIED_KEY', severity: 'warning' }]);
    expect(told(check('controlPlane', { controlPlaneTracing: true }, { distribution: 'enterprise' }))).toEqual([
      'VALUES_UNKNOWN_KEY v.controlPlaneTracing',
    ]);
  });

  it.each([
    ['controlPlane', 'proxy'],
    ['multicluster', 'gateway'],
  ] as const)('%s: a scalar for the map %s says what belongs there', (chart, key) => {
    expect(check(chart, { [key]: true })).toMatchObject([
      { code: 'VALUES_TYPE', path: `v.${key}`, allowed: expect.stringMatching(/^a map with any of /) },
    ]);
  });
});

describe('keys that the fleet owns', () => {
  it.each([
    ['controlPlane', 'identityTrustDomain', 'trustDomain'],
    ['controlPlane', 'identityTrustAnchorsPEM', 'trust.anchors'],
    ['controlPlane', 'identity.externalCA', 'trust.bundle'],
    ['controlPlane', 'identity.issuer.scheme', 'trust.issuer'],
    ['controlPlane', 'clusterNetworks', 'clusterNetworks'],
    ['controlPlane', 'highAvailability', 'ha'],
    ['controlPlane', 'profileValidator.injectCaFrom', 'trust.webhooks'],
    ['controlPlane', 'proxyInjector.caBundle', 'trust.webhookCaBundle'],
    ['controlPlane', 'podMonitor.enabled', 'podMonitor.enabled'],
    ['controlPlane', 'linkerdVersion', 'linkerd.version'],
    ['multicluster', 'controllers', 'topology'],
    ['multicluster', 'identityTrustDomain', 'trustDomain'],
    ['multicluster', 'linkerdNamespace', 'linkerd.namespace'],
    ['multicluster', 'gateway.port', 'gateway.port'],
    ['multicluster', 'gateway.probe.seconds', 'gateway.probe.period'],
    ['multicluster', 'gateway.replicas', 'gateway.replicas'],
    ['multicluster', 'controllerDefaults.gateway.probe.port', 'gateway.probe.port'],
    ['multicluster', 'localServiceMirror.excludedAnnotations', 'excludedAnnotations'],
    ['crds', 'cliVersion', 'linkerd.version'],
  ] as const)('%s %s: use %s', (chart, key, field) => {
    for (const version of ['2.18', '2.20'] as const) {
      const issues = check(chart, nested(key, 'x'), { version });
      expect(told(issues)).toEqual([`VALUES_OWNED_KEY v.${key}`]);
      expect(issues[0]?.fix).toBe(`Remove the key; use the field ${field}.`);
    }
  });

  it('and that nobody may choose are told to be removed', () => {
    for (const key of ['gateway.name', 'createNamespaceMetadataJob', 'localServiceMirror.federatedServiceSelector']) {
      expect(check('multicluster', nested(key, 'x'))).toMatchObject([
        { code: 'VALUES_OWNED_KEY', fix: 'Remove the key.' },
      ]);
    }
  });

  it('include the licence, for either distribution', () => {
    for (const distribution of ['edge', 'enterprise'] as const) {
      expect(told(check('controlPlane', { license: 'x' }, { distribution }))).toEqual(['VALUES_OWNED_KEY v.license']);
    }
  });

  it('do not include what `ha` only sets a default of', () => {
    expect(check('controlPlane', { controllerReplicas: 5, enablePodAntiAffinity: false })).toEqual([]);
    expect(check('multicluster', { enablePodAntiAffinity: false })).toEqual([]);
  });
});

describe('keys that do nothing', () => {
  it.each([
    ['controlPlane', 'kubeAPI', '2.20', 'identity.kubeAPI.clientQPS'],
    ['controlPlane', 'controllerResources', '2.20', 'destinationResources'],
    ['controlPlane', 'proxyInjector.podAnnotations', '2.18', 'identity.podAnnotations'],
    ['controlPlane', 'proxy.requireTLSOnInboundPorts', '2.20', 'annotations of a workload'],
    ['controlPlane', 'partials', '2.20', 'Remove the key.'],
    ['multicluster', 'controllerDefaults.image.pullPolicy', '2.20', 'Remove the key.'],
    ['multicluster', 'localServiceMirror.image.pullPolicy', '2.17', 'Remove the key.'],
    ['multicluster', 'controllerDefaults.podAnnotations', '2.20', 'podAnnotations'],
    ['multicluster', 'gateway.podAnnotations', '2.20', 'gateway.deploymentAnnotations'],
    ['multicluster', 'controllerDefaults.nodeAffinity', '2.18', 'controllerDefaults.nodeSelector'],
    ['multicluster', 'controllerDefaults.enablePodAntiAffinity', '2.18', 'Linkerd 2.19'],
    ['multicluster', 'imagePullPolicy', '2.20', 'Remove the key.'],
    ['multicluster', 'namespaceMetadata', '2.20', 'Remove the key.'],
    ['multicluster', 'proxyOutboundPort', '2.20', 'Remove the key.'],
    ['multicluster', 'cniEnabled', '2.20', 'Remove the key.'],
  ] as const)('%s %s in %s: %s', (chart, key, version, fix) => {
    const issues = check(chart, nested(key, {}), { version });
    expect(told(issues)).toEqual([`VALUES_DEAD_KEY v.${key}`]);
    expect(issues[0]?.fix).toContain(fix);
  });

  it('are told inside controllers, which the fleet owns as a whole', () => {
    const controllers = [{ link: { ref: { name: 'eu' } }, podAnnotations: {} }];
    expect(told(check('multicluster', { controllers }))).toEqual([
      'VALUES_OWNED_KEY v.controllers',
      'VALUES_DEAD_KEY v.controllers[0].podAnnotations',
    ]);
  });
});

describe('keys that break the chart', () => {
  it.each([
    ['controlPlane', 'enablePSP', '2.20'],
    ['multicluster', 'enablePSP', '2.17'],
  ] as const)('%s %s is refused in %s when true', (chart, key, version) => {
    expect(told(check(chart, nested(key, true), { version }))).toEqual([`VALUES_REFUSED_KEY v.${key}`]);
    expect(check(chart, nested(key, false), { version })).toEqual([]);
  });

  it('do not include the spreading of gateways, since entries of controllers[] say for themselves that they are not spread', () => {
    for (const version of LINKERD_VERSIONS) {
      expect(check('multicluster', { enablePodAntiAffinity: true }, { version })).toEqual([]);
    }
  });
});

describe('values of the wrong type', () => {
  it.each([
    ['controllerReplicas', '3', 'VALUES_TYPE'],
    ['controllerReplicas', 1.5, 'VALUES_TYPE'],
    ['controllerReplicas', Number.NaN, 'VALUES_TYPE'],
    ['disableIPv6', 'true', 'VALUES_TYPE'],
    ['proxy.image.version', 26.6, 'VALUES_TYPE'],
    ['proxy.opaquePorts', 25, 'VALUES_TYPE'],
    ['proxy.opaquePorts', '25,http', 'VALUES_TYPE'],
    ['proxy.outboundConnectTimeout', 1000, 'VALUES_TYPE'],
    ['proxy.outboundConnectTimeout', '1000', 'VALUES_TYPE'],
    ['controller.podDisruptionBudget.maxUnavailable', 'one', 'VALUES_TYPE'],
    ['tolerations', 'all', 'VALUES_TYPE'],
    ['nodeAffinity', 'all', 'VALUES_TYPE'],
    ['proxy.resources', '100m', 'VALUES_TYPE'],
    ['proxy.resources.cpu.request', 'much', 'VALUES_TYPE'],
    ['proxy.resources.memory', '20Mi', 'VALUES_TYPE'],
    ['destinationProxyResources.cores', 'two', 'VALUES_TYPE'],
    ['controllerImage', new Date(0), 'VALUES_TYPE'],
    ['proxy.defaultInboundPolicy', 'allow', 'VALUES_ENUM'],
    ['webhookFailurePolicy', '', 'VALUES_ENUM'],
    ['proxyInit.iptablesMode', 'iptables', 'VALUES_ENUM'],
    ['proxy.resources.cpu.limits', '1', 'VALUES_UNKNOWN_KEY'],
    ['proxy.resources.gpu', '1', 'VALUES_UNKNOWN_KEY'],
  ] as const)('%s: %j is a %s', (key, value, code) => {
    expect(told(check('controlPlane', nested(key, value)))).toEqual([`${code} v.${key}`]);
  });

  it.each([
    ['podAnnotations', { 'a.io/b': true }, 'v.podAnnotations["a.io/b"]'],
    ['nodeSelector', { infra: true }, 'v.nodeSelector.infra'],
    ['imagePullSecrets', ['regcred'], 'v.imagePullSecrets[0]'],
    ['policyController', { probeNetworks: [10] }, 'v.policyController.probeNetworks[0]'],
    ['proxy', { additionalEnv: [{ name: 'LOAD', value: 0.8 }] }, 'v.proxy.additionalEnv[0].value'],
    ['proxy', { additionalEnv: [{ LOAD: '0.8' }] }, 'v.proxy.additionalEnv[0]'],
  ] as const)('inside %s: %j', (key, value, path) => {
    expect(told(check('controlPlane', { [key]: value }))).toEqual([`VALUES_TYPE ${path}`]);
  });

  it('that a string would mend are told to be quoted', () => {
    const fixes = check('controlPlane', { controllerImageVersion: 26.6, proxy: { opaquePorts: 25 } }).map((i) => i.fix);
    expect(fixes).toEqual(['Quote it: "26.6".', 'Quote it: "25".']);
  });
});

describe('values in the wrong form', () => {
  it.each([
    ['controlPlane', 'proxy.opaquePorts', [25, 3306], 'Write "25,3306".'],
    ['controlPlane', 'proxyInit.ignoreOutboundPorts', ['8000-8100'], 'Write "8000-8100".'],
    ['controlPlane', 'proxyInit.skipSubnets', ['10.0.0.0/8'], 'Write "10.0.0.0/8".'],
    ['controlPlane', 'proxy.logHTTPHeaders', false, 'Write "off", quoted.'],
    ['controlPlane', 'podMonitor.controller.namespaceSelector', { any: true }, 'Write the map as a block of text (|).'],
    ['controlPlane', 'tolerations', { key: 'infra' }, 'Write a list.'],
    ['controlPlane', 'controllerReplicas', null, "Write the value, or leave the key out for the chart's default."],
    ['crds', 'enableHttpRoutes', null, "Write the value, or leave the key out for the chart's default."],
    ['multicluster', 'controllerDefaults.tolerations', { key: 'infra' }, 'Write a list.'],
  ] as const)('%s %s: %j', (chart, key, value, fix) => {
    const issues = check(chart, nested(key, value));
    expect(told(issues)).toEqual([`VALUES_FORM v.${key}`]);
    expect(issues[0]?.fix).toBe(fix);
  });

  it("of resources: Kubernetes' where Linkerd's is read, and the other way round", () => {
    const kubernetes = { limits: { memory: '250Mi' }, requests: { cpu: '100m' } };
    const linkerd = { memory: { limit: '250Mi' } };
    expect(told(check('controlPlane', { proxy: { resources: kubernetes }, identityResources: kubernetes }))).toEqual([
      'VALUES_FORM v.proxy.resources.limits',
      'VALUES_FORM v.proxy.resources.requests',
      'VALUES_FORM v.identityResources.limits',
      'VALUES_FORM v.identityResources.requests',
    ]);
    const both = { controllerDefaults: { resources: linkerd }, localServiceMirror: { resources: linkerd } };
    expect(told(check('multicluster', both))).toEqual([
      'VALUES_FORM v.controllerDefaults.resources.memory',
      'VALUES_FORM v.localServiceMirror.resources.memory',
    ]);
  });
});

describe('private keys', () => {
  it.each([
    ['identity.issuer.tls.keyPEM', PEM],
    ['proxyInjector.keyPEM', PEM],
    ['policyValidator.keyPEM', 'anything'],
    ['proxy.additionalEnv', [{ name: 'KEY', value: PEM }]],
    ['podAnnotations', { key: PEM }],
    ['proxy.securityContext', { deep: [{ er: PEM }] }],
  ])('are refused in %s', (key, value) => {
    const issues = check('controlPlane', nested(key, value));
    expect(issues.map((i) => i.code)).toEqual(['VALUES_SECRET']);
    expect(JSON.stringify(issues)).not.toContain('c2VjcmV0');
  });

  it('are not seen in an empty keyPEM, which is only owned', () => {
    expect(told(check('controlPlane', { proxyInjector: { keyPEM: '' } }))).toEqual([
      'VALUES_OWNED_KEY v.proxyInjector.keyPEM',
    ]);
  });
});

describe('any values', () => {
  const charts = fc.constantFrom<Chart>('crds', 'controlPlane', 'multicluster');
  const versions = fc.constantFrom<LinkerdVersion>('2.17', '2.18', '2.19', '2.20');

  it('yield issues that stand below the values, and never an exception', () => {
    fc.assert(
      fc.property(
        charts,
        versions,
        fc.object({ maxDepth: 4, withBigInt: true, withDate: true }),
        (chart, version, values) => {
          const issues = check(chart, values, { version });
          for (const i of issues) expect(i.path.startsWith('v')).toBe(true);
        },
      ),
    );
  });

  it('of any type at a known key yield at most issues of that key', () => {
    const value = fc.oneof(fc.anything(), fc.constantFrom(null, true, 0, '', [], {}));
    fc.assert(
      fc.property(charts, versions, fc.nat(), value, (chart, version, pick, v) => {
        const keys = knownKeys(chart, version);
        const key = keys[pick % keys.length]!;
        const issues = check(chart, nested(key, v), { version });
        for (const i of issues) expect(i.path.startsWith(`v.${key}`), `${i.path} for ${key}`).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('written in code with a cycle end', () => {
    const loop: Record<string, unknown> = {};
    loop['again'] = loop;
    expect(check('controlPlane', { nodeAffinity: loop })).toEqual([]);
  });
});
