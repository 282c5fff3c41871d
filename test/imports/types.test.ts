/**
 * The types made from the schemas, used as code uses them: for plain objects. The lines under `@ts-expect-error` are the test,
 * and `tsc --noEmit` runs it; what follows holds the same objects against the schema.
 */
import { describe, expect, it } from 'vitest';
import type { ApplicationSpec } from '../../imports/argoproj.io';
import type { CertificateSpec } from '../../imports/cert-manager.io';
import type { LinkSpec, LinkV1Alpha2Spec } from '../../imports/multicluster.linkerd.io';
import type { ServerSpec } from '../../imports/policy.linkerd.io';
import { validateAgainstCrd } from './schema';

const problems = (apiVersion: string, kind: string, spec: object) =>
  validateAgainstCrd({ apiVersion, kind, metadata: { name: 'x', namespace: 'y' }, spec });

describe('a typed spec', () => {
  it('of a Link does not compile with a misspelt field or a number for a port', () => {
    // @ts-expect-error excludedLabels
    const misspelt: LinkSpec = { excludeLabels: ['a'] };
    // @ts-expect-error a string
    const numeric: LinkSpec = { gatewayPort: 4143 };
    // @ts-expect-error In, NotIn, Exists or DoesNotExist
    const lowercase: LinkSpec = { selector: { matchExpressions: [{ key: 'a', operator: 'in' }] } };
    // @ts-expect-error label values are strings
    const boolean: LinkSpec = { selector: { matchLabels: { a: true } } };
    // @ts-expect-error not in v1alpha2
    const newer: LinkV1Alpha2Spec = { excludedLabels: ['a'] };
    for (const spec of [misspelt, numeric, lowercase, boolean]) {
      expect(problems('multicluster.linkerd.io/v1alpha3', 'Link', spec)).toHaveLength(1);
    }
    expect(problems('multicluster.linkerd.io/v1alpha2', 'Link', newer)).toHaveLength(1);
  });

  it('takes plain words for enums, numbers or names for ports, and the names of fields as the CRD has them', () => {
    const link: LinkSpec = { selector: { matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] } };
    const server: ServerSpec = { podSelector: {}, port: 8080, proxyProtocol: 'HTTP/2' };
    const named: ServerSpec = { podSelector: {}, port: 'http' };
    const certificate: CertificateSpec = {
      secretName: 's',
      issuerRef: { name: 'i' },
      isCA: true,
      usages: ['cert sign'],
    };
    const application: ApplicationSpec = {
      project: 'p',
      destination: { name: 'd' },
      source: { repoURL: 'https://example.com' },
    };
    expect(problems('multicluster.linkerd.io/v1alpha3', 'Link', link)).toEqual([]);
    expect(problems('policy.linkerd.io/v1beta3', 'Server', server)).toEqual([]);
    expect(problems('policy.linkerd.io/v1beta3', 'Server', named)).toEqual([]);
    expect(problems('cert-manager.io/v1', 'Certificate', certificate)).toEqual([]);
    expect(problems('argoproj.io/v1alpha1', 'Application', application)).toEqual([]);
  });

  it('does not take the names that the importer would have given', () => {
    // @ts-expect-error isCA
    const certificate: CertificateSpec = { secretName: 's', issuerRef: { name: 'i' }, isCa: true };
    // @ts-expect-error repoURL
    const application: ApplicationSpec = { project: 'p', destination: {}, source: { repoUrl: 'https://example.com' } };
    expect(problems('cert-manager.io/v1', 'Certificate', certificate)).toEqual(['spec.isCa: unknown field']);
    expect(problems('argoproj.io/v1alpha1', 'Application', application)).toEqual([
      'spec.source.repoURL: missing',
      'spec.source.repoUrl: unknown field',
    ]);
  });
});
