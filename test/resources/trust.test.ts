import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../lib/fleet/spec';
import { identity } from '../../lib/linkerd/names';
import { trustManifests } from '../../lib/resources/trust';
import { controlPlaneValues } from '../../lib/resources/values/control-plane';
import { validateAgainstCrd } from '../imports/schema';
import { ANCHORS, planEu1 } from './plans';

type Trust = NonNullable<ClusterSpec['trust']>;
const ISSUER = { certManager: { issuerRef: { name: 'mesh-ca' } } };
const trust = (given: Trust, spec: ClusterSpec = {}) => trustManifests(planEu1({ ...spec, trust: given }));
const wave = (n: number) => ({ 'argocd.argoproj.io/sync-wave': String(n) });
const KEY = { algorithm: 'ECDSA', encoding: 'PKCS8', rotationPolicy: 'Always', size: 256 };
const certificate = (n: number, name: string, spec: object) => ({
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata: { name, namespace: 'linkerd', annotations: wave(n) },
  spec: { privateKey: KEY, revisionHistoryLimit: 1, ...spec },
});

describe('trust anchors', () => {
  it('are the canonical bundle, in the ConfigMap of the control plane, and never pruned', () => {
    const plan = planEu1({ trust: { anchors: 'anchors.pem', webhooks: 'existing' } });
    const [bundle, ...others] = trustManifests(plan);
    expect(others).toEqual([]);
    expect(bundle).toEqual({
      apiVersion: 'trust.cert-manager.io/v1alpha1',
      kind: 'Bundle',
      metadata: {
        name: 'linkerd-identity-trust-roots',
        annotations: {
          ...wave(-1),
          'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
          'kustomize.toolkit.fluxcd.io/prune': 'disabled',
        },
      },
      spec: {
        sources: [{ inLine: ANCHORS.trim() }],
        target: {
          configMap: { key: 'ca-bundle.crt' },
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'linkerd' } },
        },
      },
    });
  });

  it('reach the namespace of the control plane by its name', () => {
    const [bundle] = trust({ anchors: 'anchors.pem' }, { linkerd: { namespace: 'mesh' } });
    expect(bundle).toMatchObject({
      spec: { target: { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'mesh' } } } },
    });
  });

  it('are no Bundle where Helm or somebody else delivers them', () => {
    expect(trust({ anchors: 'anchors.pem', bundle: 'helm', webhooks: 'existing' })).toEqual([]);
    expect(trust({ webhooks: 'existing' })).toEqual([]);
  });
});

describe('the issuer', () => {
  const issuer = (given: Partial<typeof ISSUER.certManager> & Record<string, unknown> = {}, spec: ClusterSpec = {}) =>
    trust({ issuer: { certManager: { ...ISSUER.certManager, ...given } }, webhooks: 'existing' }, spec)[0];

  it('is a Certificate bound to the trust domain of its cluster', () => {
    expect(issuer()).toEqual(
      certificate(-1, 'linkerd-identity-issuer', {
        commonName: 'identity.linkerd.eu-1.mesh.example.com',
        duration: '720h0m0s',
        isCA: true,
        issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'mesh-ca' },
        nameConstraints: {
          critical: true,
          excluded: { uriDomains: [''] },
          permitted: { dnsDomains: ['serviceaccount.identity.linkerd.eu-1.mesh.example.com'] },
        },
        renewBefore: '240h0m0s',
        secretName: 'linkerd-identity-issuer',
        usages: ['cert sign', 'crl sign'],
      }),
    );
  });

  it('may sign for every identity of the cluster, whatever its namespaces are called', () => {
    const spec = { linkerd: { namespace: 'mesh' }, trustDomain: 'eu.example.com' };
    const { nameConstraints } = (
      issuer({}, spec) as unknown as { spec: { nameConstraints: { permitted: { dnsDomains: string[] } } } }
    ).spec;
    expect(identity('web', 'prod', 'mesh', 'eu.example.com')).toMatch(
      new RegExp(`\\.${nameConstraints.permitted.dnsDomains[0]}$`),
    );
  });

  it('is what the description says', () => {
    const given = {
      duration: '48h',
      issuerRef: { group: 'awspca.cert-manager.io', kind: 'AWSPCAClusterIssuer', name: 'pca' },
      nameConstraints: false,
      renewBefore: '25h',
    };
    const { spec } = issuer(given) as unknown as { spec: Record<string, unknown> };
    const { nameConstraints, ...rest } = given;
    expect(nameConstraints).toBe(false);
    expect(spec).toMatchObject(rest);
    expect(spec).not.toHaveProperty('nameConstraints');
  });

  it('has a common name that X.509 takes, and of its own, however long the trust domain is', () => {
    const name = (trustDomain: string) =>
      (issuer({}, { trustDomain }) as unknown as { spec: { commonName: string } }).spec.commonName;
    const long = (last: string) => `${'a'.repeat(30)}.${'b'.repeat(30)}.${last}.example.com`;
    expect(name(long('eu'))).toHaveLength(64);
    expect(name(long('eu'))).not.toBe(name(long('us')));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (length) => {
        const domain = `${'c'.repeat(length)}.example.com`;
        const full = `identity.linkerd.${domain}`;
        expect(name(domain).length).toBeLessThanOrEqual(64);
        if (full.length <= 64) expect(name(domain)).toBe(full);
      }),
      { numRuns: 60 },
    );
  });

  it('is no Certificate where its Secret comes from elsewhere', () => {
    expect(trust({ webhooks: 'existing' })).toEqual([]);
  });
});

describe('webhook certificates', () => {
  const webhook = (service: string) =>
    certificate(-1, service, {
      commonName: `${service}.linkerd.svc`,
      dnsNames: [`${service}.linkerd.svc`],
      duration: '8760h0m0s',
      isCA: false,
      issuerRef: { group: 'cert-manager.io', kind: 'Issuer', name: 'linkerd-webhooks-ca' },
      renewBefore: '2160h0m0s',
      secretName: `${service}-k8s-tls`,
      usages: ['server auth'],
    });

  it('are signed by a CA of the cluster, which is there one wave before its Issuer', () => {
    expect(trust({})).toEqual([
      {
        apiVersion: 'cert-manager.io/v1',
        kind: 'Issuer',
        metadata: { name: 'linkerd-webhooks-root', namespace: 'linkerd', annotations: wave(-2) },
        spec: { selfSigned: {} },
      },
      certificate(-2, 'linkerd-webhooks-ca', {
        commonName: 'linkerd-webhooks-ca.linkerd',
        duration: '87600h0m0s',
        isCA: true,
        issuerRef: { group: 'cert-manager.io', kind: 'Issuer', name: 'linkerd-webhooks-root' },
        renewBefore: '8760h0m0s',
        secretName: 'linkerd-webhooks-ca',
        usages: ['cert sign', 'crl sign'],
      }),
      {
        apiVersion: 'cert-manager.io/v1',
        kind: 'Issuer',
        metadata: { name: 'linkerd-webhooks-ca', namespace: 'linkerd', annotations: wave(-1) },
        spec: { ca: { secretName: 'linkerd-webhooks-ca' } },
      },
      webhook('linkerd-proxy-injector'),
      webhook('linkerd-sp-validator'),
      webhook('linkerd-policy-validator'),
    ]);
  });

  it('are those that the values of the control plane point to', () => {
    const plan = planEu1({ linkerd: { namespace: 'mesh' } });
    const made = trustManifests(plan)
      .filter((m) => m.kind === 'Certificate')
      .map((m) => `${m.metadata.namespace}/${m.metadata.name}`);
    const values = controlPlaneValues(plan) as Record<string, { injectCaFrom?: string } | undefined>;
    for (const key of ['proxyInjector', 'profileValidator', 'policyValidator']) {
      expect(made).toContain(values[key]?.injectCaFrom);
    }
  });

  it('have names that X.509 takes in a namespace with the longest name', () => {
    const problems = trust({ anchors: 'anchors.pem', issuer: ISSUER }, { linkerd: { namespace: 'n'.repeat(63) } });
    expect(problems.flatMap((m) => validateAgainstCrd(m))).toEqual([]);
  });
});

describe('the trust objects of a cluster', () => {
  it('are what the CRDs of cert-manager and trust-manager take', () => {
    const manifests = trust({ anchors: 'anchors.pem', issuer: ISSUER });
    expect(manifests).toHaveLength(8);
    expect(manifests.flatMap((m) => validateAgainstCrd(m))).toEqual([]);
  });

  it('hold no key', () => {
    expect(JSON.stringify(trust({ anchors: 'anchors.pem', issuer: ISSUER }))).not.toContain('PRIVATE KEY');
  });
});
