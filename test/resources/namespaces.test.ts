import { describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../lib/fleet/spec';
import { LINKERD_VERSIONS } from '../../lib/linkerd/releases';
import { namespaceManifests } from '../../lib/resources/namespaces';
import { validateAgainstCrd } from '../imports/schema';
import type { TestService } from '../model/fixtures';
import { planEu1, planOf } from './plans';

const KEPT = {
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  'argocd.argoproj.io/sync-wave': '-3',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};
const names = (spec: ClusterSpec) => namespaceManifests(planEu1(spec)).map((m) => m.metadata.name);

describe('the namespaces of a cluster', () => {
  it.each(LINKERD_VERSIONS)(
    'are labelled as the CLI and the hook Jobs of %s label them, and never pruned',
    (version) => {
      expect(namespaceManifests(planEu1({ linkerd: { version } }))).toEqual([
        {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: {
            name: 'linkerd',
            annotations: { ...KEPT, 'linkerd.io/inject': 'disabled' },
            labels: {
              'config.linkerd.io/admission-webhooks': 'disabled',
              'linkerd.io/control-plane-ns': 'linkerd',
              'linkerd.io/is-control-plane': 'true',
              'pod-security.kubernetes.io/enforce': 'privileged',
            },
          },
        },
        {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: {
            name: 'linkerd-multicluster',
            annotations: KEPT,
            labels: { 'linkerd.io/extension': 'multicluster', 'pod-security.kubernetes.io/enforce': 'privileged' },
          },
        },
      ]);
    },
  );

  it('are restricted with the CNI plugin, which takes the privileged container out of pods', () => {
    const manifests = namespaceManifests(planEu1({ values: { controlPlane: { cniEnabled: true } } }));
    expect(manifests.map((m) => m.metadata.labels?.['pod-security.kubernetes.io/enforce'])).toEqual([
      'restricted',
      'restricted',
    ]);
  });

  it('have the names the cluster gives them', () => {
    const [controlPlane] = namespaceManifests(planEu1({ linkerd: { namespace: 'mesh' } }));
    expect(controlPlane?.metadata).toMatchObject({ name: 'mesh', labels: { 'linkerd.io/control-plane-ns': 'mesh' } });
    expect(names({ linkerd: { namespace: 'mesh', multiclusterNamespace: 'links' } })).toEqual(['mesh', 'links']);
  });

  it('come with those of its services, bare, each once', () => {
    const services = [
      { name: 'pay', namespace: 'prod', createNamespace: true },
      { name: 'web', namespace: 'prod' },
      { name: 'admin', namespace: 'linkerd', createNamespace: true },
    ];
    const manifests = namespaceManifests(planOf({ clusters: ['eu-1'], services }, 'eu-1'));
    expect(manifests.map((m) => m.metadata.name)).toEqual(['linkerd', 'linkerd-multicluster', 'prod']);
    expect(manifests[2]?.metadata).toEqual({ name: 'prod', annotations: KEPT });
  });

  it('are there where a Service is, and written where it is mirrored, unless the description says otherwise', () => {
    const network = { network: 'one' };
    const written = (...services: TestService[]) => {
      const fleet = { topology: { fullMesh: {} } };
      const clusters = { has: network, mirrors: network };
      const of = (name: string) => namespaceManifests(planOf({ fleet, clusters, services }, name)).slice(2);
      return ['has', 'mirrors'].map((name) => of(name).map(({ metadata }) => metadata.name));
    };
    const pay: TestService = { name: 'pay', federated: true, clusters: ['has'] };
    const whole: TestService = { ...pay, name: 'web', selector: { app: 'web' } };
    expect(written(pay)).toEqual([[], ['prod']]);
    expect(written(whole)).toEqual([[], ['prod']]);
    expect(written(pay, whole)).toEqual([[], ['prod']]);
    expect(written({ ...pay, createNamespace: true })).toEqual([['prod'], ['prod']]);
    expect(written(pay, { ...whole, createNamespace: true })).toEqual([['prod'], ['prod']]);
    expect(written({ ...pay, createNamespace: false })).toEqual([[], []]);
    // Another Service of the namespace is where this one is mirrored.
    expect(written(pay, { name: 'api', clusters: ['mirrors'] })).toEqual([[], []]);
  });

  it('leave alone what exists by other means', () => {
    expect(names({ namespaces: ['linkerd', 'prod'] })).toEqual(['linkerd-multicluster']);
  });

  it('are Namespaces to Kubernetes', () => {
    expect(namespaceManifests(planEu1()).flatMap((m) => validateAgainstCrd(m))).toEqual([]);
  });
});
