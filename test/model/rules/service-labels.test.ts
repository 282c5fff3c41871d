import { describe, expect, it } from 'vitest';
import { labelsSaid } from '../../../lib/model/rules/service-labels';
import { ask, told } from './ask';

const clusters = { a: {}, b: {}, c: {} };

describe('labels on a Service of somebody else', () => {
  it('are applied, or left to its owner, only when that is said', () => {
    const services = [
      { name: 'web', federated: true },
      { name: 'api', exported: true as const, clusters: ['a'] },
      { name: 'tagged', labels: { tier: 'gold' }, clusters: ['a'] },
      { name: 'balanced', annotations: { 'balancer.linkerd.io/load-bias': '1' } },
      { name: 'plain' },
      { name: 'closed', allow: [], podSelector: { app: 'closed' } },
      { name: 'whole', federated: true, selector: { app: 'whole' } },
      { name: 'helm', federated: true, writeLabels: true },
      { name: 'argocd', federated: true, writeLabels: false },
    ];
    const issues = ask(labelsSaid, { clusters, services });
    expect(told(issues)).toEqual([
      'SERVICE_LABELS_UNSAID Service/prod/api.spec.writeLabels: prod/api, prod/tagged, without a selector, and nothing about their labels',
      'SERVICE_LABELS_UNSAID Service/prod/balanced.spec.writeLabels: prod/balanced, prod/web, without a selector, and nothing about their labels',
    ]);
    expect(issues.map((one) => [one.severity, one.clusters])).toEqual([
      ['error', ['a']],
      ['error', ['a', 'b', 'c']],
    ]);
  });

  it('are not left to anybody where the Service is written whole', () => {
    const services = [{ name: 'web', federated: true, selector: { app: 'web' }, writeLabels: false }];
    expect(told(ask(labelsSaid, { clusters, services }))).toEqual([
      'SERVICE_LABELS_WHOLE Service/prod/web.spec.writeLabels: false, and a selector',
    ]);
  });
});
