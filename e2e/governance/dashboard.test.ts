/** The dashboard's queries, evaluated by Prometheus where all is well. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inputOf, promtool, type Rules, rulesIn, usual, watched } from './prometheus';

interface Dashboard {
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
}

let rules: Rules;
let dashboard: Dashboard;

beforeAll(() => {
  const directory = watched();
  rules = rulesIn(join(directory, 'alerts.yaml'));
  const { data } = parse(readFileSync(join(directory, 'dashboard.yaml'), 'utf8'));
  dashboard = JSON.parse(data['linkerd-fleet.json']);
});

/** What proxies and probes add to the usual series. */
const proxies = {
  'gateway_probe_latency_ms_bucket{namespace="linkerd-multicluster",target_cluster_name="prod-apac",le="10"}':
    '0+10x240',
  'gateway_probe_latency_ms_bucket{namespace="linkerd-multicluster",target_cluster_name="prod-apac",le="+Inf"}':
    '0+10x240',
  'response_total{direction="outbound",tls="true",classification="success",dst_target_cluster="prod-apac",server_id="linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.prod-apac.mesh.example.com"}':
    '0+30x240',
  'response_total{direction="outbound",tls="true",classification="failure",server_id="payments.payments.serviceaccount.identity.linkerd.prod-eu.mesh.example.com"}':
    '0+3x240',
};

/** What a query finds: nothing, or what promtool says of it. */
function found(expr: string): string {
  const asked = { expr: expr.replaceAll('$__rate_interval', '5m'), eval_time: '2h', exp_samples: [] };
  const series = inputOf({ ...usual(), ...proxies });
  const test = { interval: '30s', input_series: series, promql_expr_test: [asked] };
  const file = { rule_files: ['rules.json'], evaluation_interval: '30s', tests: [test] };
  const [said, content] = promtool(['test', 'rules', 'test.json'], { 'rules.json': rules, 'test.json': file });
  expect(said).not.toContain('parse error');
  return content ? '' : said;
}

/** Nothing to be seen there is what is to be seen. */
const EMPTY = ['Firing', 'Members that federated services lack'];

describe('each query of the dashboard', () => {
  it('finds something in a cluster that is well, but for what is wrong there', () => {
    for (const { title, targets } of dashboard.panels) {
      for (const { expr } of targets) expect(found(expr) === '', `${title}: ${expr}`).toBe(EMPTY.includes(title));
    }
  });

  it('tells clusters apart by the trust domain of the server', () => {
    const { targets } = dashboard.panels.find(({ title }) => title.startsWith('Success'))!;
    const said = found(targets[0]!.expr);
    expect(said).toContain('trust_domain="prod-apac.mesh.example.com"');
  });
});
