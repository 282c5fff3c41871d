import { describe, expect, it } from 'vitest';
import type { ClusterSpec, LinkMode } from '../../lib/fleet/spec';
import { LINKERD_VERSIONS } from '../../lib/linkerd/releases';
import { type LinkProps, link, linkManifest } from '../../lib/resources/link';
import { validateAgainstCrd } from '../imports/schema';
import { planOf } from './plans';

/**
 * What `linkerd multicluster link-gen --cluster-name east` of edge-26.8.3 printed for a gateway with two addresses, with
 * `--excluded-labels 'argocd.argoproj.io/*,app.kubernetes.io/instance' --excluded-annotations 'argocd.argoproj.io/*'`.
 */
const LINK_GEN_GATEWAY = {
  clusterCredentialsSecret: 'cluster-credentials-east',
  excludedAnnotations: ['argocd.argoproj.io/*'],
  excludedLabels: ['argocd.argoproj.io/*', 'app.kubernetes.io/instance'],
  federatedServiceSelector: { matchLabels: { 'mirror.linkerd.io/federated': 'member' } },
  gatewayAddress: '192.0.2.10,192.0.2.11',
  gatewayIdentity: 'linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.cluster.local',
  gatewayPort: '4143',
  probeSpec: { path: '/ready', period: '3s', port: '4191' },
  remoteDiscoverySelector: { matchLabels: { 'mirror.linkerd.io/exported': 'remote-discovery' } },
  selector: { matchLabels: { 'mirror.linkerd.io/exported': 'true' } },
  targetClusterDomain: 'cluster.local',
  targetClusterLinkerdNamespace: 'linkerd',
  targetClusterName: 'east',
};

/** What it printed with `--gateway=false`. */
const LINK_GEN_FLAT = {
  clusterCredentialsSecret: 'cluster-credentials-east',
  federatedServiceSelector: { matchLabels: { 'mirror.linkerd.io/federated': 'member' } },
  probeSpec: {},
  remoteDiscoverySelector: { matchLabels: { 'mirror.linkerd.io/exported': 'remote-discovery' } },
  targetClusterDomain: 'cluster.local',
  targetClusterLinkerdNamespace: 'linkerd',
  targetClusterName: 'east',
};

/** What the API server fills in whenever there is a probeSpec. */
const API_DEFAULTS = { failureThreshold: '3', timeout: '30s' };

type Spec = Record<string, unknown> & { probeSpec: Record<string, unknown> };
const defaulted = <T extends { probeSpec: object }>(spec: T) => ({
  ...spec,
  probeSpec: { ...API_DEFAULTS, ...spec.probeSpec },
});
/** The spec as it is written: without the fields that are undefined. */
const written = (value: unknown): Spec => JSON.parse(JSON.stringify(value));

interface Edge {
  readonly mode?: LinkMode;
  readonly drain?: boolean;
  readonly west?: ClusterSpec;
  readonly east?: ClusterSpec;
}

/** The Link of west to east, of a fleet. */
function fleetLink({ mode, drain, west = {}, east = {} }: Edge) {
  const given = {
    fleet: {
      topology: [
        { edges: [{ source: 'west', target: 'east', ...(mode && { mode }) }] },
        ...(drain ? [{ drain: [{ source: 'west' }] }] : []),
      ],
    },
    clusters: {
      west: { network: 'shared', ...west },
      east: { network: 'shared', trustDomain: 'cluster.local', ...east },
    },
  };
  return linkManifest(planOf(given, 'west').links[0]!);
}

const fleetSpec = (edge: Edge) => written(fleetLink(edge)['spec']);
const withoutExclusions = ({ excludedAnnotations, excludedLabels, ...spec }: Record<string, unknown>) => spec;
const GATEWAY = { address: ['192.0.2.10', '192.0.2.11'] };

describe('a Link is what link-gen makes of the same facts', () => {
  it('through a gateway on a shared network', () => {
    expect(withoutExclusions(fleetSpec({ mode: 'gateway', east: { gateway: GATEWAY } }))).toEqual(
      withoutExclusions(defaulted(LINK_GEN_GATEWAY)),
    );
  });

  it('flat, once the API server has filled in its defaults', () => {
    expect(withoutExclusions(fleetSpec({}))).toEqual(defaulted(LINK_GEN_FLAT));
  });

  it('through node ports', () => {
    const gateway = { ...GATEWAY, serviceType: 'NodePort' as const, nodePort: 30825, probeNodePort: 31689 };
    expect(withoutExclusions(fleetSpec({ mode: 'gateway', east: { gateway } }))).toEqual(
      withoutExclusions(
        defaulted({
          ...LINK_GEN_GATEWAY,
          gatewayPort: '30825',
          probeSpec: { ...LINK_GEN_GATEWAY.probeSpec, port: '31689' },
        }),
      ),
    );
  });

  it('of nothing but its own props', () => {
    const { gatewayAddress: address, gatewayIdentity: identity } = LINK_GEN_GATEWAY;
    const { excludedLabels, excludedAnnotations } = LINK_GEN_GATEWAY;
    const gateway = { address, identity };
    const given = { targetClusterName: 'east', gateway, podToPod: true, excludedLabels, excludedAnnotations };
    expect(written(link(given)['spec'])).toEqual(defaulted(LINK_GEN_GATEWAY));
    const flat = link({ targetClusterName: 'east', excludedLabels: [], excludedAnnotations: [] });
    expect(written(flat['spec'])).toEqual(defaulted(LINK_GEN_FLAT));
  });

  it('with the name, namespace and author that linkerd multicluster check compares', () => {
    expect(fleetLink({}).metadata).toEqual({
      name: 'east',
      namespace: 'linkerd-multicluster',
      annotations: { 'argocd.argoproj.io/sync-wave': '3', 'linkerd.io/created-by': 'linkerd/cli edge-26.6.3' },
    });
  });
});

describe('a Link of a fleet', () => {
  it('between networks selects nothing that would go pod to pod', () => {
    const spec = fleetSpec({ west: { network: 'far' }, east: { gateway: GATEWAY } });
    expect(Object.keys(spec).filter((field) => /selector/i.test(field))).toEqual(['selector']);
  });

  it('that is flat has no gateway and no probe path, even to a target with a gateway', () => {
    const spec = fleetSpec({ east: { gateway: GATEWAY } });
    expect(spec.probeSpec).toEqual(API_DEFAULTS);
    expect(Object.keys(spec).filter((field) => /^(selector|gateway)/.test(field))).toEqual([]);
  });

  it('that drains says the same of its target and selects nothing', () => {
    const edges: Edge[] = [
      {},
      { mode: 'gateway', east: { gateway: GATEWAY } },
      { west: { network: 'far' }, east: { gateway: GATEWAY } },
    ];
    for (const edge of edges) {
      const [serving, draining] = [fleetSpec(edge), fleetSpec({ ...edge, drain: true })];
      const fields = Object.keys(serving).filter((field) => /selector/i.test(field));
      const nothing = { matchLabels: { 'linkerd-fleet.dev/drained': 'never' } };
      expect(draining).toEqual({ ...serving, ...Object.fromEntries(fields.map((field) => [field, nothing])) });
      expect(validateAgainstCrd(written(fleetLink({ ...edge, drain: true })), '2.20')).toEqual([]);
    }
  });

  it('takes probe settings and names from the target', () => {
    const spec = fleetSpec({
      mode: 'gateway',
      east: {
        clusterDomain: 'k8s.east',
        trustDomain: 'east.example.com',
        linkerd: { namespace: 'mesh', multiclusterNamespace: 'mesh-links' },
        gateway: {
          address: 'gw.example.com',
          port: 4443,
          probe: { port: 4192, path: '/live', period: '5s', timeout: '2s', failureThreshold: 7 },
        },
      },
    });
    expect(spec).toMatchObject({
      targetClusterDomain: 'k8s.east',
      targetClusterLinkerdNamespace: 'mesh',
      gatewayAddress: 'gw.example.com',
      gatewayPort: '4443',
      gatewayIdentity: 'linkerd-gateway.mesh-links.serviceaccount.identity.mesh.east.example.com',
      probeSpec: { path: '/live', port: '4192', period: '5s', timeout: '2s', failureThreshold: '7' },
    });
  });

  it('lies in the namespace of the source and excludes what the source excludes', () => {
    const west = { linkerd: { multiclusterNamespace: 'mesh-links' }, excludedLabels: ['team'] };
    const { metadata, spec } = fleetLink({ west });
    expect(metadata.namespace).toBe('mesh-links');
    expect(spec).toMatchObject({ excludedLabels: expect.arrayContaining(['argocd.argoproj.io/*', 'team']) });
  });

  it.each([
    ['2.17', 'v1alpha2', 'edge-24.11.8', undefined],
    ['2.18', 'v1alpha3', 'edge-25.4.4', expect.arrayContaining(['argocd.argoproj.io/*'])],
    ['2.19', 'v1alpha3', 'edge-25.10.7', expect.arrayContaining(['argocd.argoproj.io/*'])],
    ['2.20', 'v1alpha3', 'edge-26.6.3', expect.arrayContaining(['argocd.argoproj.io/*'])],
  ] as const)('has the version and the fields that the source reads in %s', (version, api, tag, excluded) => {
    const { apiVersion, metadata, spec } = fleetLink({ west: { linkerd: { version } } });
    expect(apiVersion).toBe(`multicluster.linkerd.io/${api}`);
    expect(metadata.annotations).toMatchObject({ 'linkerd.io/created-by': `linkerd/cli ${tag}` });
    expect((spec as Spec)['excludedLabels']).toEqual(excluded);
  });

  it.each(LINKERD_VERSIONS)('is what the API server of a source with Linkerd %s takes', (version) => {
    const west = { linkerd: { version } };
    const edges: Edge[] = [
      {},
      { mode: 'gateway', east: { gateway: GATEWAY } },
      { west: { network: 'far' }, east: { gateway: GATEWAY } },
    ];
    for (const edge of edges) {
      expect(validateAgainstCrd(written(fleetLink({ ...edge, west: { ...edge.west, ...west } })), version)).toEqual([]);
    }
  });
});

describe('the props of a Link', () => {
  it('may be numbers where the CRD has strings', () => {
    const gateway = { address: 'gw', identity: 'id', port: 4443, probe: { port: 4192, failureThreshold: 2 } };
    const spec = written(link({ targetClusterName: 'east', gateway })['spec']);
    expect(spec).toMatchObject({ gatewayPort: '4443', probeSpec: { port: '4192', failureThreshold: '2' } });
  });

  it('may replace each selector, as a drained Link needs it', () => {
    const nothing = { matchLabels: { 'example.com/drained': 'true' } };
    const selectors = { selector: nothing, remoteDiscoverySelector: nothing, federatedServiceSelector: nothing };
    expect(link({ targetClusterName: 'east', ...selectors })['spec']).toMatchObject(selectors);
  });

  it('do not compile when a name is not the one of the CRD', () => {
    // @ts-expect-error excludedLabels
    const misspelt: LinkProps = { targetClusterName: 'east', excludeLabels: ['a'] };
    // @ts-expect-error a label value is a string
    const boolean: LinkProps = { targetClusterName: 'east', selector: { matchLabels: { exported: true } } };
    expect(validateAgainstCrd(written(link(misspelt)))).toEqual([]);
    expect(validateAgainstCrd(written(link(boolean)))).toHaveLength(1);
  });
});
