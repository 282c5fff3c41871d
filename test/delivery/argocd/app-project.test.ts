import { describe, expect, it } from 'vitest';
import { CLUSTER_KINDS } from '../../../lib/delivery/argocd/app-project';
import { planCluster } from '../../../lib/plan/cluster';
import { clusterFiles } from '../../../lib/resources/cluster';
import { applicationSets, applications, fleetOf, fullFleet, type Json, REPO, sourcesOf, written } from './fixture';

const projectOf = (fleet = fleetOf()): Json => written(fleet).get('argocd/appproject.yaml').spec;

const full = fullFleet();

describe('the AppProject', () => {
  it('admits the sources of every Application', () => {
    const { sourceRepos } = projectOf();
    expect(sourceRepos).toEqual([REPO, 'https://helm.buoyant.cloud', 'https://helm.linkerd.io/edge']);
    for (const app of applicationSets(fleetOf()).flatMap((set) => applications(fleetOf(), set))) {
      for (const { repoURL } of sourcesOf(app)) expect(sourceRepos).toContain(repoURL);
    }
  });

  it('is called after its fleet, so that two in one Argo CD do not take it from one another', () => {
    const named = (fleet = fleetOf()) => written(fleet).get('argocd/appproject.yaml').metadata.name;
    expect(named()).toBe('test-linkerd');
    expect(named(fleetOf({ argocd: { project: 'mesh' } }))).toBe('mesh');
  });

  it('knows chart repositories only of distributions in use', () => {
    expect(projectOf(fleetOf({ clusters: { a: {} } })).sourceRepos).toEqual([REPO, 'https://helm.linkerd.io/edge']);
  });

  it('admits the destination of every Application, and the namespace of every object', () => {
    const { destinations } = projectOf(full);
    for (const app of applicationSets(full).flatMap((set) => applications(full, set))) {
      expect(destinations).toContainEqual(app.spec.destination);
    }
    for (const { name: cluster, argocd } of full.clusters.values()) {
      const to = argocd.server === undefined ? { name: argocd.name } : { server: argocd.server };
      for (const { metadata } of manifestsOf(cluster)) {
        if (metadata.namespace === undefined) continue;
        expect(destinations).toContainEqual({ ...to, namespace: metadata.namespace });
      }
    }
  });

  it('admits no namespace in which the fleet has nothing', () => {
    const us = projectOf(full)
      .destinations.filter((d: Json) => d.name === 'legacy-us')
      .map((d: Json) => d.namespace);
    expect(us).toEqual(['linkerd', 'linkerd-multicluster', 'shop', 'web']);
  });

  it('admits every namespace where something is pruned: the last object of one would be neither seen nor deleted', () => {
    const services = [{ name: 'ledger', namespace: 'bank', federated: true, clusters: ['b'], ports: [{ port: 80 }] }];
    const namespaces = (argocd: object) =>
      projectOf(fleetOf({ clusters: { a: {}, b: {} }, argocd, services }))
        .destinations.filter((d: Json) => d.name === 'a')
        .map((d: Json) => d.namespace);
    expect(namespaces({})).toEqual(['linkerd', 'linkerd-multicluster']);
    expect(namespaces({ prune: ['a'] })).toEqual(['*', 'linkerd', 'linkerd-multicluster']);
    expect(namespaces({ prune: ['b'] })).toEqual(['linkerd', 'linkerd-multicluster']);
    expect(namespaces({ prune: ['a'], automated: false })).toEqual(['linkerd', 'linkerd-multicluster']);
  });

  it('admits every cluster-scoped object that the fleet writes', () => {
    const kinds = [...full.clusters.keys()]
      .flatMap(manifestsOf)
      .filter((manifest) => manifest.metadata.namespace === undefined)
      .map(({ apiVersion, kind }) => ({ group: apiVersion.includes('/') ? apiVersion.split('/')[0]! : '', kind }));
    expect(kinds.map((k) => k.kind)).toEqual(expect.arrayContaining(['Bundle', 'ClusterRole', 'Namespace']));
    for (const kind of kinds) expect(CLUSTER_KINDS).toContainEqual(kind);
  });

  it('admits admission policies with guards and without: Argo CD would not see those that are to go', () => {
    const kinds = (fleet = fleetOf()) => projectOf(fleet).clusterResourceWhitelist.map((k: Json) => k.kind);
    expect(kinds(fleetOf({ clusters: { a: { guards: { links: 'audit' } }, b: {} } }))).toEqual(kinds());
    expect(kinds()).toEqual(expect.arrayContaining(['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding']));
  });

  it('writes destinations as patterns that mean themselves', () => {
    const clusters = { a: { argocd: { server: 'https://[fd00::1]:6443' } } };
    expect(projectOf(fleetOf({ clusters })).destinations[0].server).toBe('https://\\[fd00::1\\]:6443');
  });

  it('stays for as long as an Application names it', () => {
    const { metadata } = written(fleetOf()).get('argocd/appproject.yaml');
    expect(metadata.finalizers).toEqual(['resources-finalizer.argocd.argoproj.io']);
  });
});

function manifestsOf(cluster: string) {
  const plan = planCluster(full, full.clusters.get(cluster)!);
  return clusterFiles(plan).flatMap((file) => (file.kind === 'manifests' ? file.manifests : []));
}
