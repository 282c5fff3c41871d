import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Manifest } from '../../lib/emit/manifest';
import type { ClusterSpec, Credentials } from '../../lib/fleet/spec';
import { linkAccess } from '../../lib/resources/credentials/access';
import { externalSecretManifests, linkCredentials } from '../../lib/resources/credentials/external-secrets';
import { validateAgainstCrd } from '../imports/schema';
import { ANCHORS, planOf } from './plans';

interface ExternalSecret {
  readonly metadata: { readonly namespace: string };
  readonly spec: {
    readonly secretStoreRef: object;
    readonly refreshInterval: string;
    readonly target: {
      readonly name: string;
      readonly template: { readonly type: string; readonly metadata?: object; readonly data: { kubeconfig: string } };
    };
    readonly data: readonly { secretKey: string; remoteRef: { key: string; property: string } }[];
  };
}

/** Defaults of the CRD, in a list, where Argo CD would see them as drift. */
const FILLED_IN = { conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' };

const STORE: Credentials = { externalSecrets: { store: 'mesh-links' } };
const seen = (manifests: readonly Manifest[]): ExternalSecret[] => JSON.parse(JSON.stringify(manifests));

/** The credentials of the Link that west holds to east. */
function fleetCredentials(credentials: Credentials, east: ClusterSpec = {}, west: ClusterSpec = {}) {
  const plan = planOf(
    {
      fleet: { credentials, topology: [{ edges: [{ source: 'west', target: 'east' }] }] },
      clusters: {
        west: { network: 'shared', ...west },
        east: { network: 'shared', apiServer: { url: 'https://api.east.example.com:6443' }, ...east },
      },
    },
    'west',
  );
  return externalSecretManifests(plan.links[0]!);
}

const kubeconfig = ({ spec }: ExternalSecret) => parse(spec.target.template.data.kubeconfig);

describe('the credentials of a Link', () => {
  it('are the two Secrets of link-gen, the one of destination with its label and annotations', () => {
    const [mirror, destination, ...others] = seen(fleetCredentials(STORE, { clusterDomain: 'k8s.east' }));
    expect(others).toEqual([]);
    for (const secret of [mirror!, destination!]) {
      expect(secret.spec.target).toMatchObject({
        name: 'cluster-credentials-east',
        creationPolicy: 'Owner',
        template: { type: 'mirror.linkerd.io/remote-kubeconfig' },
      });
    }
    expect(mirror!.metadata.namespace).toBe('linkerd-multicluster');
    expect(mirror!.spec.target.template).not.toHaveProperty('metadata');
    expect(destination!.metadata.namespace).toBe('linkerd');
    expect(destination!.spec.target.template.metadata).toEqual({
      labels: { 'multicluster.linkerd.io/cluster-name': 'east' },
      annotations: {
        'multicluster.linkerd.io/cluster-domain': 'k8s.east',
        'multicluster.linkerd.io/trust-domain': 'east.mesh.example.com',
      },
    });
  });

  it('hold the kubeconfig of link-gen, with the token and the CA from the store', () => {
    for (const secret of seen(fleetCredentials(STORE))) {
      expect(kubeconfig(secret)).toEqual({
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [
          {
            name: 'east',
            cluster: {
              server: 'https://api.east.example.com:6443',
              'certificate-authority-data': '{{ .ca | b64enc }}',
            },
          },
        ],
        contexts: [{ name: 'east', context: { cluster: 'east', user: 'linkerd-link-west' } }],
        'current-context': 'east',
        users: [{ name: 'linkerd-link-west', user: { token: '{{ .token }}' } }],
      });
      expect(secret.spec.data).toEqual([
        { secretKey: 'token', remoteRef: { key: 'linkerd/links/east/west', property: 'token', ...FILLED_IN } },
        { secretKey: 'ca', remoteRef: { key: 'linkerd/links/east/west', property: 'ca.crt', ...FILLED_IN } },
      ]);
    }
  });

  it('reach the API server under the name that the network of the source has for it', () => {
    const apiServer = { url: 'https://a:6443', networks: { shared: { url: 'https://10.0.0.1:6443' } } };
    const [secret] = seen(fleetCredentials(STORE, { apiServer }));
    expect(kubeconfig(secret!).clusters[0].cluster.server).toBe('https://10.0.0.1:6443');
  });

  it('trust a CA bundle that the description gives instead of the one in the store', () => {
    const apiServer = { url: 'https://api.east.example.com:6443', caBundle: 'anchors.pem' };
    const [secret] = seen(fleetCredentials(STORE, { apiServer }));
    const data = kubeconfig(secret!).clusters[0].cluster['certificate-authority-data'];
    expect(Buffer.from(data, 'base64').toString()).toContain(ANCHORS.trim());
    expect(secret!.spec.data.map(({ secretKey }) => secretKey)).toEqual(['token']);
  });

  it('leave destination out where pods do not reach pods, unless told otherwise', () => {
    const namespaces = (credentials: Credentials) =>
      seen(fleetCredentials(credentials, { gateway: { address: 'gw' } }, { network: 'far' })).map(
        ({ metadata }) => metadata.namespace,
      );
    expect(namespaces(STORE)).toEqual(['linkerd-multicluster']);
    expect(namespaces({ ...STORE, controlPlaneSecret: 'always' })).toEqual(['linkerd-multicluster', 'linkerd']);
  });

  it('are not written when they are delivered by other means', () => {
    expect(fleetCredentials({ existing: {} })).toEqual([]);
  });

  it('follow the namespaces of the source and the settings of the store', () => {
    const store = {
      store: 's',
      storeKind: 'ClusterSecretStore',
      key: 'k/{source}/{target}',
      refreshInterval: '5m',
    } as const;
    const west = { linkerd: { namespace: 'mesh', multiclusterNamespace: 'mesh-links' } };
    const secrets = seen(fleetCredentials({ externalSecrets: store }, {}, west));
    expect(secrets.map(({ metadata }) => metadata.namespace)).toEqual(['mesh-links', 'mesh']);
    for (const { spec } of secrets) {
      expect(spec.secretStoreRef).toEqual({ kind: 'ClusterSecretStore', name: 's' });
      expect(spec.refreshInterval).toBe('5m');
      expect(spec.data[0]?.remoteRef.key).toBe('k/west/east');
    }
  });

  it('are what the API server takes', () => {
    expect(fleetCredentials(STORE).flatMap((secret) => validateAgainstCrd(secret))).toEqual([]);
  });
});

describe('both ends of a credential', () => {
  it('meet in the store without being told where', () => {
    const ends = { sourceClusterName: 'west', targetClusterName: 'east', store: 'mesh-links' };
    const pulled = seen(linkCredentials({ ...ends, server: 'https://api.east.example.com' })).flatMap(({ spec }) =>
      spec.data.map(({ remoteRef: { key, property } }) => `${key} ${property}`),
    );
    const push = linkAccess({
      targetClusterName: 'east',
      sources: [{ sourceClusterName: 'west' }],
      push: { store: 'mesh-links' },
    }).find(({ kind }) => kind === 'PushSecret') as unknown as {
      spec: {
        template: { data: Record<string, string> };
        data: { match: { secretKey: string; remoteRef: { remoteKey: string; property?: string } } }[];
      };
    };
    // One value: a store that knows no properties would keep the last of several.
    const [{ match }, ...more] = push.spec.data as [(typeof push.spec.data)[0]];
    expect([more, match.remoteRef.property]).toEqual([[], undefined]);
    const properties = push.spec.template.data[match.secretKey]!.matchAll(/"(\S+)" (?:\.token|\(index \. "\1"\))/g);
    const pushed = [...properties].map(([, property]) => `${match.remoteRef.remoteKey} ${property}`);
    expect([...new Set(pulled)].sort()).toEqual(pushed.sort());
  });
});
