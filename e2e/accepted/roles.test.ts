/** What a person may do with the role that the fleet has for people, asked of a real API server. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Cluster, cluster } from '../rig/cluster';
import { example, objectsOf, synth } from '../rig/fleet';
import { until } from '../rig/wait';
import { MC } from './attacks';

let server: Cluster;

beforeAll(async () => {
  server = await cluster('roles', { controllers: false });
  const fleet = example('prod').map((d) =>
    d.kind === 'Fleet' ? { ...d, spec: { ...d.spec, guards: { roles: true } } } : d,
  );
  const { kube } = server;
  const roles = objectsOf(synth(fleet), 'prod-us').filter(({ metadata }) => /^linkerd-fleet-/.test(metadata.name));
  expect(roles.map(({ kind }) => kind)).toEqual(['ClusterRole', 'ClusterRole']);
  for (const role of roles) await kube.apply(role);
  for (const namespace of ['linkerd', MC]) {
    await kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
    await kube.apply({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'operators', namespace },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'linkerd-fleet-operator' },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'jo' }],
    });
  }
  await until('the binding to count', async () => (await may('get', 'pods')) || undefined);
});

/** Whether jo may do it, as the authorizer says. @param what `resource/subresource`, or `resource.group` */
async function may(verb: string, what: string, namespace = MC): Promise<boolean> {
  const [, resource, subresource, group = ''] = /^([a-z]+)(?:\/([a-z]+))?(?:\.(.+))?$/.exec(what)!;
  const answer = (await server.kube.call('POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: { user: 'jo', resourceAttributes: { verb, group, resource, subresource, namespace } },
  })) as { status: { allowed: boolean } };
  return answer.status.allowed;
}

describe('somebody who looks after Links', () => {
  it.each([
    ['get', 'links.multicluster.linkerd.io'],
    ['list', 'servers.policy.linkerd.io'],
    ['get', 'pods/log'],
    ['create', 'pods/portforward'],
    ['delete', 'pods'],
    ['get', 'externalsecrets.external-secrets.io'],
  ])('may %s %s', async (verb, what) => {
    expect(await may(verb, what)).toBe(true);
    expect(await may(verb, what, 'linkerd')).toBe(true);
    expect(await may(verb, what, 'default')).toBe(false);
  });

  it.each([
    ['get', 'secrets'],
    ['list', 'secrets'],
    ['create', 'secrets'],
    ['create', 'pods'],
    ['create', 'pods/exec'],
    ['update', 'pods/ephemeralcontainers'],
    ['create', 'serviceaccounts/token'],
    ['patch', 'deployments.apps'],
    ['patch', 'links.multicluster.linkerd.io'],
    ['create', 'externalsecrets.external-secrets.io'],
    ['update', 'configmaps'],
  ])('may not %s %s', async (verb, what) => {
    expect(await may(verb, what)).toBe(false);
    expect(await may(verb, what, 'linkerd')).toBe(false);
  });
});
