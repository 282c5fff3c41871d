import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { joinPieces, manifestPiece } from '../../lib/emit/manifest';
import { textOf } from '../../lib/emit/text';
import { emitDocuments } from '../../lib/emit/yaml';
import type { ClusterSpec, Credentials } from '../../lib/fleet/spec';
import type { ClusterPlan } from '../../lib/plan/types';
import { clusterFiles } from '../../lib/resources/cluster';
import { accessManifests, accessPieces, linkAccess } from '../../lib/resources/credentials/access';
import { linkTokenFile, oidcFiles, tokenFileManifests } from '../../lib/resources/credentials/oidc';
import { guardManifests } from '../../lib/resources/guards/guards';
import { findSecret } from '../../lib/sinks/secrets';
import { ANCHORS, planOf } from './plans';

const spec = (name: string, more: ClusterSpec = {}): ClusterSpec => ({
  network: 'one',
  kubernetesVersion: '1.34',
  apiServer: { url: `https://api.${name}.example.com`, caBundle: ANCHORS },
  serviceAccountIssuer: { url: `https://oidc.example.com/${name}` },
  gateway: { address: '192.0.2.1' },
  ...more,
});

/** A mesh of eu, us and ap, of which us is on a network of its own. */
const plan = (name: string, eu: Credentials = {}, guards?: ClusterSpec['guards']): ClusterPlan =>
  planOf(
    {
      fleet: { topology: [{ fullMesh: {} }], credentials: { oidc: {} } },
      clusters: {
        ap: spec('ap', { guards }),
        eu: spec('eu', { credentials: eu }),
        us: spec('us', { network: 'two', guards }),
      },
    },
    name,
  );

const files = (of: ClusterPlan) =>
  Object.fromEntries(oidcFiles(of).map((file) => [file.path, file.kind === 'values' ? file.values : {}]));

describe('a target that takes tokens of its sources', () => {
  const access = accessManifests(plan('eu'));

  it('binds users instead of accounts, with no token and no account', () => {
    expect(access.map(({ kind }) => kind)).toEqual(['ClusterRole', 'ClusterRoleBinding']);
    const subjects = access[1]!['subjects'] as { kind: string; name: string }[];
    expect(subjects.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'User link:ap:system:serviceaccount:linkerd-multicluster:controller-eu',
      'User link:ap:system:serviceaccount:linkerd:linkerd-destination',
      // Only the mirror controller of a source that goes through the gateway.
      'User link:us:system:serviceaccount:linkerd-multicluster:controller-eu',
    ]);
  });

  it('has the same text by whichever way it is written', () => {
    for (const eu of [
      {},
      { sources: { us: { externalSecrets: { store: 's' } } } },
      { existing: {}, sources: { us: { oidc: {} } } },
    ]) {
      const of = plan('eu', eu);
      const objects = joinPieces({ text: '' }, accessManifests(of).map(manifestPiece));
      expect(textOf(joinPieces({ text: '' }, accessPieces(of)))).toBe(textOf(objects));
    }
  });

  it('takes each user that is bound, and nobody else: subjects of the file and of the binding are one list', () => {
    const of = plan('eu', { sources: { us: { existing: {} } } });
    const { jwt } = files(of)['linkerd-multicluster/authentication-config.yaml'] as never as { jwt: Authenticator[] };
    const users = jwt.flatMap(({ claimMappings: { username }, claimValidationRules: [rule] }) =>
      [...rule.expression.matchAll(/'([^']+)'/g)].map(([, subject]) => `${username.prefix}${subject}`),
    );
    const subjects = accessManifests(of)[1]!['subjects'] as { kind: string; name: string }[];
    expect(users).toEqual(subjects.filter(({ kind }) => kind === 'User').map(({ name }) => name));
    expect(jwt.map(({ issuer }) => issuer.url)).toEqual(['https://oidc.example.com/ap']);
  });

  it('shuts out who is revoked, in the file and in the binding', () => {
    const all = JSON.stringify([
      files(plan('eu', { revoked: ['ap'] })),
      accessManifests(plan('eu', { revoked: ['ap'] })),
    ]);
    expect(all).not.toContain('link:ap:');
    expect(all).toContain('link:us:');
  });

  it('may be put together from constructs', () => {
    const users = ['link:us:system:serviceaccount:linkerd-multicluster:controller-eu'];
    const made = linkAccess({
      targetClusterName: 'eu',
      sources: [{ sourceClusterName: 'us', users }],
      push: { store: 's' },
    });
    expect(made.map(({ kind }) => kind)).toEqual(['ClusterRole', 'ClusterRoleBinding']);
    expect(JSON.stringify(made[1]!['subjects'])).toContain(users[0]);
  });
});

interface Authenticator {
  readonly issuer: { readonly url: string };
  readonly claimMappings: { readonly username: { readonly prefix: string } };
  readonly claimValidationRules: readonly [{ readonly expression: string }];
}

describe('a source that signs for itself', () => {
  const of = plan('ap');
  const kubeconfig = (data: unknown) => Buffer.from((data as { kubeconfig: string }).kubeconfig, 'base64').toString();

  it('has kubeconfigs that name a file, which are no secret to what looks for secrets', () => {
    const secrets = of.links.flatMap(tokenFileManifests);
    expect(secrets.map(({ metadata: { name, namespace } }) => `${namespace}/${name}`)).toEqual([
      'linkerd-multicluster/cluster-credentials-eu',
      'linkerd/cluster-credentials-eu',
      'linkerd-multicluster/cluster-credentials-us',
    ]);
    for (const secret of secrets) {
      const text = kubeconfig(secret['data']);
      expect(Object.keys(parse(text).users[0].user)).toEqual(['tokenFile']);
      expect(findSecret(emitDocuments([secret]))).toBeUndefined();
      expect(findSecret(text)).toBeUndefined();
      expect(findSecret(text.replace('tokenFile: ', 'token: '))).toBe('the token of a kubeconfig');
    }
  });

  it('has its token where the kubeconfig says, for the audience that the target takes', () => {
    const patches = Object.entries(files(of)).flatMap(([path, { patches }]) =>
      path.endsWith('kustomization.yaml') ? (patches as { patch: string }[]).map(({ patch }) => parse(patch)) : [],
    );
    expect(patches.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)).toEqual([
      'linkerd/linkerd-destination',
      'linkerd-multicluster/controller-eu',
      'linkerd-multicluster/controller-us',
    ]);
    const mounted = patches.flatMap(({ spec: { template } }) => {
      const [{ mountPath }] = template.spec.containers[0].volumeMounts;
      return template.spec.volumes[0].projected.sources.map(
        ({ serviceAccountToken: { audience, path } }: Projected) => `${audience} ${mountPath}/${path}`,
      );
    });
    const read = of.links.flatMap(({ target, credentials: { oidc, namespaces } }) =>
      namespaces.map(() => `link.linkerd-fleet.dev/${target.name} ${oidc?.tokenFile}`),
    );
    expect(mounted.sort()).toEqual(read.sort());
  });

  it('writes nothing that is applied but its Secrets', () => {
    const paths = clusterFiles(of).flatMap(({ path, kind }) => (kind === 'manifests' ? [path] : []));
    expect(paths.some((path) => path.includes('token-files') || path.includes('authentication'))).toBe(false);
  });

  it('is the same Link from a construct', () => {
    const made = linkTokenFile({
      sourceClusterName: 'ap',
      targetClusterName: 'eu',
      server: 'https://api.eu.example.com',
      caBundle: ANCHORS,
      targetTrustDomain: of.links[0]!.target.trustDomain,
    });
    expect(made).toEqual(tokenFileManifests(of.links[0]!));
    expect(
      linkTokenFile({
        sourceClusterName: 'a',
        targetClusterName: 'b',
        server: 's',
        caBundle: '',
        controlPlaneSecret: false,
      }),
    ).toHaveLength(1);
  });

  it('is let through by Kyverno with that file, and with no other', () => {
    const guards: ClusterSpec['guards'] = { engine: 'kyverno', credentials: 'deny', writers: ['w'] };
    const text = JSON.stringify(guardManifests(plan('us', { existing: {} }, guards)));
    expect(text).toContain('tokenFile');
    expect(text).toContain('/var/run/secrets/linkerd-fleet.dev/ap/token');
    // Of the Link to eu, whose credentials come otherwise, a file stays refused.
    expect(text).not.toContain('/var/run/secrets/linkerd-fleet.dev/eu/token');
  });
});

interface Projected {
  readonly serviceAccountToken: { readonly audience: string; readonly path: string };
}
