/** Objects as mirror controllers make them, in dumps as kubectl prints them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeenCluster, WrittenObject } from '../../lib/analysis/orphans/named';
import { orphanIssues } from '../../lib/analysis/orphans/orphans';
import { readDump } from '../../lib/cli/orphans/dump';
import type { FleetModel } from '../../lib/model/types';
import { buildTestFleet, type TestFleet } from '../model/fixtures';

const given: TestFleet = {
  fleet: { topology: [{ fullMesh: {} }] },
  clusters: { west: { network: 'one' }, east: { network: 'one' } },
  services: [{ name: 'pay', federated: true }],
};
const { fleet } = buildTestFleet(given);

type Meta = { labels?: Record<string, string>; annotations?: Record<string, string> };
const object = (kind: string, id: string, meta: Meta = {}, more: object = {}) => {
  const [namespace, name] = id.split('/');
  return { apiVersion: 'v1', kind, metadata: { namespace, name, ...meta }, ...more };
};
const MC = 'linkerd-multicluster';
const mirror = (id: string, cluster: string): object =>
  object('Service', id, {
    labels: { 'mirror.linkerd.io/cluster-name': cluster, 'mirror.linkerd.io/mirrored-service': 'true' },
    annotations: {
      'mirror.linkerd.io/remote-svc-fq-name': `${id.split('/')[1]!.replace(`-${cluster}`, '')}.shop.svc.cluster.local`,
    },
  });
const federated = (id: string, members: string, local = true): object =>
  object('Service', id, {
    labels: { 'mirror.linkerd.io/mirrored-service': 'true' },
    annotations: {
      'multicluster.linkerd.io/remote-discovery': members,
      ...(local ? { 'multicluster.linkerd.io/local-discovery': id.split('/')[1]!.replace('-federated', '') } : {}),
    },
  });

/** What the directory of a cluster holds, as far as tests name it. */
const written: readonly WrittenObject[] = [
  { kind: 'Service', namespace: 'prod', name: 'pay', labels: { 'mirror.linkerd.io/federated': 'member' } },
  { kind: 'Service', namespace: 'shop', name: 'web', labels: { 'mirror.linkerd.io/exported': 'true' } },
  { kind: 'Server', namespace: 'prod', name: 'pay-8080', labels: {} },
];

function seenIn(of: FleetModel, name: string, items: readonly object[], base = of): SeenCluster {
  const dump = readDump(JSON.stringify({ kind: 'List', apiVersion: 'v1', items }));
  if ('why' in dump) throw new Error(dump.why);
  const own = of.clusters.get(name);
  const cluster = own ?? base.clusters.get(name)!;
  const hasLeft = own === undefined;
  return { name, context: name, cluster, hasLeft, written: hasLeft ? [] : written, ...dump };
}
const told = (of: FleetModel, ...seen: SeenCluster[]) =>
  orphanIssues(of, seen).map(
    ({ code, path, found, fix }) => `${code} ${path} (${found}) ${fix.replace(/^kubectl --context \S+ /, '')}`,
  );

describe('orphans', () => {
  it('are none where everything belongs to a Link of the fleet, or to none at all', () => {
    const items = [
      mirror('shop/web-east', 'east'),
      federated('prod/pay-federated', 'pay@east'),
      object('Service', 'prod/pay', { labels: { 'mirror.linkerd.io/federated': 'member' } }),
      object('Link', `${MC}/east`),
      object('Deployment', `${MC}/controller-east`),
      object('Lease', `${MC}/service-mirror-write-east`),
      object('Lease', `${MC}/local-service-mirror-write`),
      object('Endpoints', `${MC}/probe-east`, { labels: { 'mirror.linkerd.io/cluster-name': 'east' } }),
      object('Secret', `${MC}/cluster-credentials-east`),
      object('Secret', 'linkerd/cluster-credentials-east'),
      object('Secret', 'shop/cluster-credentials-mine'),
      object('ServiceAccount', `${MC}/linkerd-link-east`),
      object('Secret', `${MC}/linkerd-link-east-token`),
      object('ServiceAccount', 'shop/web'),
      object('ClusterRole', '/system:node'),
    ];
    expect(told(fleet, seenIn(fleet, 'west', items))).toEqual([]);
  });

  it('are tokens that were retired, and their accounts', () => {
    const items = [
      object('ServiceAccount', `${MC}/linkerd-link-east.2`),
      object('Secret', `${MC}/linkerd-link-east-token-2`),
      object('PushSecret', `${MC}/linkerd-link-east`),
    ];
    const why = '(retired: east has other tokens)';
    expect(told(fleet, seenIn(fleet, 'west', items))).toEqual([
      `ORPHAN_CREDENTIAL west: ServiceAccount ${MC}/linkerd-link-east.2 ${why} -n ${MC} delete serviceaccount linkerd-link-east.2`,
      `ORPHAN_CREDENTIAL west: Secret ${MC}/linkerd-link-east-token-2 ${why} -n ${MC} delete secret linkerd-link-east-token-2`,
    ]);
  });

  it('are each named, with why and with the command that deletes them', () => {
    const items = [
      mirror('shop/web-north', 'north'),
      object('Endpoints', 'shop/web-north', { labels: { 'mirror.linkerd.io/cluster-name': 'north' } }),
      object('EndpointSlice', 'shop/api-north-x7', { labels: { 'mirror.linkerd.io/cluster-name': 'north' } }),
      federated('prod/pay-federated', 'pay@east,pay@north'),
      federated('prod/log-federated', 'log@north'),
      federated('prod/sole-federated', 'sole@north', false),
      object('Link', `${MC}/north`),
      object('Link', 'elsewhere/east'),
      object('Deployment', `${MC}/controller-north`),
      object('Lease', `${MC}/service-mirror-write-north`),
      object('Secret', 'linkerd/cluster-credentials-north'),
      object('ExternalSecret', `${MC}/cluster-credentials-north`),
      object('ServiceAccount', `${MC}/linkerd-link-north`),
      object('Secret', `${MC}/linkerd-link-north-token`),
      object(
        'MeshTLSAuthentication',
        'shop/web',
        {},
        {
          spec: {
            identities: [
              'web.x.serviceaccount.identity.linkerd.north.mesh.example.com',
              '*.east.mesh.example.com',
              '*.other.example.org',
            ],
          },
        },
      ),
    ];
    const no = 'the fleet has no Link west->north';
    const annotate = 'annotate --overwrite service';
    expect(told(fleet, seenIn(fleet, 'west', items))).toEqual([
      `ORPHAN_LINK west: Link ${MC}/north (${no}) -n ${MC} delete links.multicluster.linkerd.io north`,
      'ORPHAN_LINK west: Link elsewhere/east (in namespace elsewhere) -n elsewhere delete links.multicluster.linkerd.io east',
      `ORPHAN_CONTROLLER west: Deployment ${MC}/controller-north (${no}) -n ${MC} delete deployment controller-north`,
      `ORPHAN_CONTROLLER west: Lease ${MC}/service-mirror-write-north (${no}) -n ${MC} delete lease service-mirror-write-north`,
      `ORPHAN_MIRROR west: Service shop/web-north (${no}) -n shop delete service web-north`,
      `ORPHAN_MIRROR west: EndpointSlice shop/api-north-x7 (${no}) -n shop delete endpointslice api-north-x7`,
      `ORPHAN_MEMBER west: Service prod/pay-federated (pay@north) -n prod ${annotate} pay-federated multicluster.linkerd.io/remote-discovery=pay@east`,
      `ORPHAN_MEMBER west: Service prod/log-federated (log@north) -n prod ${annotate} log-federated multicluster.linkerd.io/remote-discovery-`,
      'ORPHAN_MEMBER west: Service prod/sole-federated (sole@north) -n prod delete service sole-federated',
      `ORPHAN_CREDENTIAL west: Secret linkerd/cluster-credentials-north (${no}) -n linkerd delete secret cluster-credentials-north`,
      `ORPHAN_CREDENTIAL west: ExternalSecret ${MC}/cluster-credentials-north (${no}) -n ${MC} delete externalsecrets.external-secrets.io cluster-credentials-north`,
      `ORPHAN_CREDENTIAL west: ServiceAccount ${MC}/linkerd-link-north (the fleet lets no source north in) -n ${MC} delete serviceaccount linkerd-link-north`,
      `ORPHAN_CREDENTIAL west: Secret ${MC}/linkerd-link-north-token (the fleet lets no source north in) -n ${MC} delete secret linkerd-link-north-token`,
      'ORPHAN_POLICY west: MeshTLSAuthentication shop/web (identities of north.mesh.example.com, which no cluster has) -n shop edit meshtlsauthentications.policy.linkerd.io web',
    ]);
  });

  it('are mirrors and members too whose Service is gone from a target that was seen', () => {
    const west = seenIn(fleet, 'west', [mirror('shop/web-east', 'east'), federated('prod/pay-federated', 'pay@east')]);
    const service = (id: string, labels: Record<string, string>) => object('Service', id, { labels });
    const exported = service('shop/web', { 'mirror.linkerd.io/exported': 'true' });
    const member = service('prod/pay', { 'mirror.linkerd.io/federated': 'member' });
    expect(told(fleet, west, seenIn(fleet, 'east', [exported, member]))).toEqual([]);
    expect(told(fleet, west, seenIn(fleet, 'east', [])).map((line) => line.split(' ')[0])).toEqual([
      'ORPHAN_MIRROR',
      'ORPHAN_MEMBER',
    ]);
  });

  it('are not what a Link that drains has left: it is not over yet', () => {
    const draining = buildTestFleet({
      ...given,
      fleet: { topology: [{ fullMesh: {} }, { drain: [{ source: 'west' }] }] },
    }).fleet;
    const items = [
      mirror('shop/web-east', 'east'),
      federated('prod/pay-federated', 'pay@east'),
      object('Link', `${MC}/east`),
    ];
    expect(told(draining, seenIn(draining, 'west', items)).map((line) => line.replace(/\).*/, ')'))).toEqual([
      'DRAIN_UNFINISHED west: Service shop/web-east (a mirror over the Link to east, which drains)',
      'DRAIN_UNFINISHED west: Service prod/pay-federated (pay@east over a Link that drains)',
    ]);
  });

  it('are all that crosses clusters in one that has left the fleet', () => {
    const after = buildTestFleet({ ...given, clusters: { west: {} } }).fleet;
    const items = [
      mirror('shop/web-west', 'west'),
      object('Link', `${MC}/west`),
      object('ServiceAccount', `${MC}/linkerd-link-west`),
    ];
    expect(told(after, seenIn(after, 'east', items, fleet))).toHaveLength(3);
  });

  it('are labels that make a Service cross clusters, where the fleet writes them on no such Service', () => {
    const service = (id: string, ...labels: string[]) =>
      object('Service', id, { labels: Object.fromEntries(labels.map((l) => [`mirror.linkerd.io/${l}`, 'true'])) });
    const items = [
      service('prod/pay', 'federated', 'exported'),
      service('shop/web', 'exported'),
      service('shop/old', 'federated', 'exported'),
      service('shop/inner'),
    ];
    const label = 'label service';
    const no = (what: string) =>
      `(label mirror.linkerd.io/${what}; the fleet ${what.replace(/ed$/, what.startsWith('f') ? 'es' : 's')} no such Service in west)`;
    expect(told(fleet, seenIn(fleet, 'west', items))).toEqual([
      `ORPHAN_EXPORT west: Service prod/pay ${no('exported')} -n prod ${label} pay mirror.linkerd.io/exported-`,
      `ORPHAN_EXPORT west: Service shop/old ${no('exported')} -n shop ${label} old mirror.linkerd.io/exported-`,
      `ORPHAN_EXPORT west: Service shop/old ${no('federated')} -n shop ${label} old mirror.linkerd.io/federated-`,
    ]);
  });

  it('are policies that the fleet once wrote, Servers first, and none that its users wrote', () => {
    const ours = { labels: { 'app.kubernetes.io/managed-by': 'linkerd-fleet' } };
    const identities = ['web.x.serviceaccount.identity.linkerd.north.mesh.example.com'];
    const items = [
      object('NetworkAuthentication', 'shop/web-8080', ours),
      object('AuthorizationPolicy', 'shop/web-8080', ours),
      object('MeshTLSAuthentication', 'shop/web-8080', ours, { spec: { identities } }),
      object('HTTPRoute', 'shop/web-8080-0a1b2c3d', ours),
      object('Server', 'shop/web-8080', ours),
      object('Server', 'prod/pay-8080', ours),
      object('Server', 'prod/mine'),
      object('Server', 'prod/theirs', { labels: { 'app.kubernetes.io/managed-by': 'Helm' } }),
      object('ConfigMap', 'prod/pay', ours),
    ];
    const found = '(no longer written by the fleet) -n shop delete';
    const line = (kind: string, resource: string, name = 'web-8080') =>
      `ORPHAN_OWN_POLICY west: ${kind} shop/${name} ${found} ${resource}.policy.linkerd.io ${name}`;
    expect(told(fleet, seenIn(fleet, 'west', items))).toEqual([
      line('Server', 'servers'),
      line('HTTPRoute', 'httproutes', 'web-8080-0a1b2c3d'),
      line('AuthorizationPolicy', 'authorizationpolicies'),
      line('MeshTLSAuthentication', 'meshtlsauthentications'),
      line('NetworkAuthentication', 'networkauthentications'),
    ]);
  });

  it('are accounts for all sources, once the chart makes none any more', () => {
    const id = `${MC}/linkerd-service-mirror-remote-access-default`;
    const items = [object('ServiceAccount', id), object('Secret', `${id}-token`)];
    const found = 'an account of the chart, or of `linkerd multicluster allow`, for all sources';
    expect(told(fleet, seenIn(fleet, 'west', items))).toEqual([
      `ORPHAN_CREDENTIAL west: ServiceAccount ${id} (${found}) -n ${MC} delete serviceaccount ${id.split('/')[1]}`,
      `ORPHAN_CREDENTIAL west: Secret ${id}-token (${found}) -n ${MC} delete secret ${id.split('/')[1]}-token`,
    ]);
    const values = { multicluster: { remoteMirrorServiceAccount: true } };
    const kept = buildTestFleet({ ...given, fleet: { ...given.fleet, values } }).fleet;
    expect(told(kept, seenIn(kept, 'west', items))).toEqual([]);
  });

  it('of a source that is revoked, or comes by oidc, are its account and its tokens', () => {
    const clusters = { ...(given.clusters as object), west: { network: 'one', credentials: { revoked: ['east'] } } };
    const revoked = buildTestFleet({ ...given, clusters }).fleet;
    const oidc = {
      ...(given.clusters as object),
      west: { network: 'one', credentials: { sources: { east: { oidc: {} } } } },
    };
    const changed = buildTestFleet({ ...given, clusters: oidc }).fleet;
    const left = [object('Secret', `${MC}/linkerd-link-east-token`)];
    expect(told(changed, seenIn(changed, 'west', left))).toHaveLength(1);
    expect(told(revoked, seenIn(revoked, 'west', [object('ServiceAccount', `${MC}/linkerd-link-east`)]))).toHaveLength(
      1,
    );
  });
});

describe('what makes the Secrets of a Link', () => {
  const makers = [
    object('ExternalSecret', `${MC}/cluster-credentials-east`),
    object('SealedSecret', `${MC}/cluster-credentials-east`),
    object('PushSecret', `${MC}/linkerd-link-east`),
    object('Secret', `${MC}/cluster-credentials-east`),
    object('ExternalSecret', 'shop/cluster-credentials-east'),
  ];
  const by = (credentials: object, ...own: [kind: string, name: string][]) => {
    const settings = { network: 'one', credentials };
    const of = buildTestFleet({ ...given, clusters: { west: settings, east: settings } }).fleet;
    const seen = seenIn(of, 'west', makers);
    return told(of, { ...seen, written: own.map(([kind, name]) => ({ kind, namespace: MC, name, labels: {} })) });
  };

  it('is an orphan where the fleet writes another, and is deleted without the Secret that is in use', () => {
    const external = 'delete externalsecrets.external-secrets.io cluster-credentials-east --cascade=orphan';
    const push = 'delete pushsecrets.external-secrets.io linkerd-link-east';
    expect(by({ sealedSecrets: {} }, ['SealedSecret', 'cluster-credentials-east'])).toEqual([
      `ORPHAN_CREDENTIAL west: ExternalSecret ${MC}/cluster-credentials-east (credentials of west->east come by sealedSecrets) -n ${MC} ${external}`,
      `ORPHAN_CREDENTIAL west: PushSecret ${MC}/linkerd-link-east (credentials of east->west come by sealedSecrets) -n ${MC} ${push}`,
    ]);
    const store = { externalSecrets: { store: 'mesh' } };
    expect(
      by(store, ['ExternalSecret', 'cluster-credentials-east'], ['PushSecret', 'linkerd-link-east']).map((line) =>
        line.replace(/^.*-n \S+ /, ''),
      ),
    ).toEqual(['delete sealedsecrets.bitnami.com cluster-credentials-east --cascade=orphan']);
    expect(by({ oidc: {} })).toHaveLength(3);
  });

  it('is nothing to a fleet whose Secrets somebody else delivers', () => {
    expect(by({ existing: {} })).toEqual([]);
  });
});

describe('a hostile dump', () => {
  const service = (metadata: object) => JSON.stringify({ kind: 'List', items: [{ kind: 'Service', metadata }] });

  it.each([
    ['', 'nothing in it'],
    ['{', 'no JSON'],
    ['[]', 'no list of Kubernetes objects'],
    ['null', 'no list of Kubernetes objects'],
    ['{"kind":"List","items":{}}', 'no list of Kubernetes objects'],
    ['{"kind":"List","items":[7]}', 'entry 0 is no Kubernetes object'],
    ['{"kind":"List","items":[{"kind":"Service","metadata":{"name":{}}}]}', 'entry 0 is no Kubernetes object'],
    [service({ name: 'x; reboot' }), 'entry 0 has a name or a member that no cluster would take'],
    [service({ name: 'x', namespace: '$(id)' }), 'entry 0 has a name or a member that no cluster would take'],
    ['['.repeat(200_000), 'no JSON'],
  ])('%#: is refused in words of ours', (text, why) => {
    expect(readDump(text)).toEqual({ why });
  });

  it('brings neither prototypes nor commands of its own', () => {
    const metadata = `{"name":"pay-federated","namespace":"prod","__proto__":{"labels":{"mirror.linkerd.io/cluster-name":"x"}},"labels":{"__proto__":{"a":"b"},"mirror.linkerd.io/cluster-name":"x;id"},"annotations":{"multicluster.linkerd.io/remote-discovery":"a@b;id"}}`;
    const dump = readDump(`{"kind":"List","items":[{"kind":"Service","metadata":${metadata}}]}`);
    if ('why' in dump) throw new Error(dump.why);
    expect({ ...dump.objects[0]!.labels }).toEqual({});
    expect(dump.objects[0]!.annotations['multicluster.linkerd.io/remote-discovery']).toBeUndefined();
    expect(({} as Record<string, unknown>).labels).toBeUndefined();
  });

  it('never makes a stack trace, and no command with anything but names in it', () => {
    const json = fc.json({ maxDepth: 5 });
    const item = fc.record({
      kind: fc.constantFrom('Service', 'Namespace', 'Link', 'Secret', 'Lease', 'Endpoints'),
      metadata: fc.record({
        name: fc.oneof(fc.string(), fc.constantFrom('web-north', 'cluster-credentials-x', 'service-mirror-write-;')),
        namespace: fc.oneof(fc.string(), fc.constant(MC)),
        labels: fc.dictionary(
          fc.constantFrom('mirror.linkerd.io/cluster-name', 'mirror.linkerd.io/exported'),
          fc.string(),
        ),
        annotations: fc.dictionary(
          fc.constantFrom(
            'multicluster.linkerd.io/remote-discovery',
            'kubectl.kubernetes.io/last-applied-configuration',
            'argocd.argoproj.io/tracking-id',
          ),
          fc.oneof(fc.string(), json),
        ),
      }),
    });
    const list = fc.array(item, { maxLength: 3 }).map((items) => JSON.stringify({ kind: 'List', items }));
    fc.assert(
      fc.property(fc.oneof(json, list), (text) => {
        const dump = readDump(text);
        if ('why' in dump) return;
        const west: SeenCluster = {
          name: 'west',
          context: 'west',
          cluster: fleet.clusters.get('west')!,
          hasLeft: false,
          written: [],
          ...dump,
        };
        for (const { fix } of orphanIssues(fleet, [west]))
          if (fix.startsWith('kubectl')) expect(fix).toMatch(/^[a-zA-Z0-9 ./@=,-]+$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('with Secrets in it keeps nothing of them but their names', () => {
    const secret = {
      kind: 'Secret',
      metadata: {
        name: 'cluster-credentials-north',
        namespace: MC,
        annotations: { 'kubectl.kubernetes.io/last-applied-configuration': 'c2VjcmV0' },
      },
      data: { kubeconfig: 'c2VjcmV0' },
    };
    expect(JSON.stringify(readDump(JSON.stringify({ kind: 'List', items: [secret] })))).not.toContain('c2VjcmV0');
  });
});
