/** What we write, held against what the charts of each release read. */
import { describe, expect, it } from 'vitest';
import type { ClusterSpec } from '../../../lib/fleet/spec';
import type { Chart } from '../../../lib/linkerd/charts';
import { LINKERD_VERSIONS, type LinkerdVersion } from '../../../lib/linkerd/releases';
import { checkValues } from '../../../lib/linkerd/values/check';
import { OWNED_KEYS } from '../../../lib/linkerd/values/owned';
import { knownKeys, type Node, valuesTree } from '../../../lib/linkerd/values/table';
import { checkType } from '../../../lib/linkerd/values/types';
import { isPlain } from '../../../lib/model/inherit';
import type { ClusterPlan } from '../../../lib/plan/types';
import { controlPlaneValues } from '../../../lib/resources/values/control-plane';
import { crdsValues } from '../../../lib/resources/values/crds';
import { multiclusterValues } from '../../../lib/resources/values/multicluster';
import { planEu1 } from '../plans';

const WRITERS: Readonly<Record<Chart, (plan: ClusterPlan) => Record<string, unknown>>> = {
  crds: crdsValues,
  controlPlane: controlPlaneValues,
  multicluster: multiclusterValues,
};
const CHARTS = Object.keys(WRITERS) as Chart[];

const GATEWAY: ClusterSpec['gateway'] = {
  address: 'gw.eu-1.example.com',
  annotations: { a: 'b' },
  externalTrafficPolicy: 'Local',
  healthCheckNodePort: 30003,
  loadBalancerClass: 'example.com/lb',
  loadBalancerIP: '192.0.2.1',
  loadBalancerSourceRanges: ['10.0.0.0/8'],
  nodePort: 30001,
  probeNodePort: 30002,
  replicas: 2,
};

/** Every combination of what changes the shape of the values. */
function specs(version: LinkerdVersion): ClusterSpec[] {
  const flags = [false, true];
  return flags.flatMap((ha) =>
    flags.flatMap((gateway) =>
      flags.flatMap((enterprise) =>
        flags.map(
          (helm): ClusterSpec => ({
            ha,
            linkerd: enterprise
              ? { version, distribution: 'enterprise', chartVersion: `${version}.1`, licenseSecret: 'buoyant-license' }
              : { version },
            ...(gateway ? { gateway: GATEWAY } : {}),
            podMonitor: { labels: { release: 'prometheus' }, scrapeInterval: helm ? '5s' : '30s' },
            trust: helm
              ? { anchors: 'anchors.pem', bundle: 'helm', webhooks: 'existing', webhookCaBundle: 'anchors.pem' }
              : { anchors: 'anchors.pem' },
          }),
        ),
      ),
    ),
  );
}

/** The tables are of the open source charts; of the other distribution's values these two are ours. */
const ENTERPRISE = new Set(['license', 'licenseSecret']);

/** What the chart would not read, or not in this form. */
function misread(node: Node, values: object, path: string): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    const child = node.children.get(key);
    if (child === undefined) return ENTERPRISE.has(here) ? [] : [`${here}: not read`];
    if (child.type !== undefined) return checkType(child.type, value, here).map((i) => `${here}: ${i.found}`);
    return isPlain(value) ? misread(child, value, here) : [`${here}: not a map`];
  });
}

describe.each(LINKERD_VERSIONS)('the values of Linkerd %s', (version) => {
  it.each(CHARTS)('are all read by chart %s, in the form it reads them', (chart) => {
    for (const spec of specs(version)) {
      const values = WRITERS[chart](planEu1(spec));
      const issues = checkValues(version, spec.linkerd?.distribution ?? 'edge', chart, values, 'v').filter(
        (i) => i.code !== 'VALUES_OWNED_KEY',
      );
      expect({ spec, issues, misread: misread(valuesTree(chart, version), values, '') }).toEqual({
        spec,
        issues: [],
        misread: [],
      });
    }
  });

  it.each(CHARTS)('leave to the user of chart %s every key that is not refused as owned', (chart) => {
    const owned = OWNED_KEYS[chart];
    const isOwned = (key: string) => key.split('.').some((_, i, steps) => owned.has(steps.slice(0, i + 1).join('.')));
    const spec = specs(version).at(-1)!;
    for (const key of knownKeys(chart, version).filter((k) => !isOwned(k))) {
      const plan = planEu1({ ...spec, values: { [chart]: nested(key, 'mine') } });
      expect({ key, value: at(WRITERS[chart](plan), key) }).toEqual({ key, value: 'mine' });
    }
  });
});

const nested = (key: string, value: unknown) =>
  key.split('.').reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Record<string, unknown>;

const at = (values: unknown, key: string) =>
  key.split('.').reduce<unknown>((value, step) => (isPlain(value) ? value[step] : undefined), values);
