import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { describe, expect, it } from 'vitest';
import { AppProject } from '../../imports/argoproj.io';
import { Certificate } from '../../imports/cert-manager.io';
import { Link, LinkV1Alpha1, LinkV1Alpha2 } from '../../imports/multicluster.linkerd.io';
import { Server } from '../../imports/policy.linkerd.io';
import { validateAgainstCrd } from './schema';

const IMPORTS = join(__dirname, '../../imports');

describe('the generated constructs', () => {
  it('are what `npm run imports` makes of the schemas', () => {
    execFileSync(process.execPath, [join(IMPORTS, 'generate.mjs'), '--check'], { stdio: 'pipe' });
  });

  it('give the bare name to the version of Link that current controllers read', () => {
    expect([Link, LinkV1Alpha2, LinkV1Alpha1].map((l) => l.GVK.apiVersion)).toEqual([
      'multicluster.linkerd.io/v1alpha3',
      'multicluster.linkerd.io/v1alpha2',
      'multicluster.linkerd.io/v1alpha1',
    ]);
  });

  it('have no enum, so that plain words are assignable and type stripping takes them', () => {
    for (const file of readdirSync(IMPORTS).filter((f) => f.endsWith('.ts'))) {
      expect(readFileSync(join(IMPORTS, file), 'utf8')).not.toMatch(/\benum\b.*\{/);
    }
  });

  it('write what they are given under the names that the CRD has', () => {
    const chart = new Chart(new App(), 'chart', { disableResourceNameHashes: true, namespace: 'linkerd' });
    const link = {
      probeSpec: { period: '3s' },
      selector: { matchLabels: { a: 'b' } },
      excludedLabels: ['argocd.argoproj.io/*'],
    };
    new Link(chart, 'link', { spec: link });
    const server = { podSelector: {}, port: 8080, proxyProtocol: 'HTTP/2' } as const;
    new Server(chart, 'server', { spec: server });
    const certificate = { secretName: 's', issuerRef: { name: 'i' }, isCA: true, usages: ['cert sign' as const] };
    new Certificate(chart, 'certificate', { spec: certificate });
    const project = {
      signatureKeys: [{ keyID: 'D56C4FCA57A46444' }],
      syncWindows: [{ kind: 'deny' as const, timeZone: 'UTC' }],
    };
    new AppProject(chart, 'project', { metadata: {}, spec: project });
    const manifests = chart.toJson();
    expect(manifests.map((m) => m.spec)).toEqual([link, server, certificate, project]);
    expect(manifests.flatMap((m) => validateAgainstCrd(m))).toEqual([]);
  });
});
