import { describe, expect, it } from 'vitest';
import { namespacesThere } from '../../../lib/model/rules/namespaces';
import { ask, told } from './ask';

const clusters = { eu: {}, us: {}, apac: {} };
const fleet = {
  topology: {
    edges: [
      { source: 'us', target: 'eu' },
      { source: 'apac', target: 'eu' },
    ],
  },
};
const api = { name: 'api', exported: true as const, clusters: ['eu'], createNamespace: false };

describe('a namespace that the fleet does not create', () => {
  it('is missing where the Service is and where it is mirrored', () => {
    const issues = ask(namespacesThere, { fleet, clusters, services: [api] });
    expect(told(issues)).toEqual([
      'SERVICE_NAMESPACE_MISSING Service/prod/api.spec.createNamespace: apac, us mirror prod/api (from eu, for one), and namespace prod is not in their `namespaces`',
      'SERVICE_NAMESPACE_MISSING Service/prod/api.spec.createNamespace: eu has prod/api, and namespace prod is not in its `namespaces`',
    ]);
    expect(issues[0]!.clusters).toEqual(['apac', 'us']);
  });

  it('is there when it is listed, on the fleet or on the cluster', () => {
    const listed = { ...clusters, eu: { namespaces: ['prod'] }, us: { namespaces: ['dev', 'prod'] } };
    expect(told(ask(namespacesThere, { fleet, clusters: listed, services: [api] }))).toEqual([
      'SERVICE_NAMESPACE_MISSING Service/prod/api.spec.createNamespace: apac mirrors prod/api (from eu, for one), and namespace prod is not in its `namespaces`',
    ]);
    expect(ask(namespacesThere, { fleet: { ...fleet, namespaces: ['prod'] }, clusters, services: [api] })).toEqual([]);
  });

  it('is there when another Service of it creates it in that cluster', () => {
    const other = { name: 'other', exported: true as const, clusters: ['eu'] };
    expect(ask(namespacesThere, { fleet, clusters, services: [api, other] })).toEqual([]);
    const inside = { name: 'other', clusters: ['us'] };
    expect(ask(namespacesThere, { fleet, clusters, services: [api, inside] }).flatMap((i) => i.clusters)).toEqual([
      'apac',
      'eu',
    ]);
  });

  it('is there when Kubernetes or Linkerd creates it', () => {
    const services = ['default', 'kube-system', 'linkerd', 'linkerd-multicluster'].map((namespace) => ({
      ...api,
      namespace,
    }));
    expect(ask(namespacesThere, { fleet, clusters, services })).toEqual([]);
  });

  it('is not needed where the Link does not carry the Service', () => {
    const services = [{ ...api, exported: false, federated: true }];
    const given = { eu: { namespaces: ['prod'] }, us: {}, apac: {} };
    expect(ask(namespacesThere, { fleet, clusters: given, services })).toEqual([]);
    const near = { eu: { namespaces: ['prod'], network: 'n' }, us: { network: 'n' }, apac: {} };
    expect(ask(namespacesThere, { fleet, clusters: near, services }).flatMap((i) => i.clusters)).toEqual(['us']);
  });

  it('concerns one cluster only as far as it is the one that lacks it', () => {
    const given = { fleet, clusters, services: [api] };
    expect(ask(namespacesThere, given, ['us']).flatMap((i) => i.clusters)).toEqual(['us']);
  });
});
