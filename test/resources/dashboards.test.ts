import { describe, expect, it } from 'vitest';
import { dashboardManifests } from '../../lib/resources/observability/dashboards';
import { planEu1 } from './plans';

interface Dashboard {
  panels: {
    id: number;
    title: string;
    gridPos: { h: number; w: number; x: number; y: number };
    targets: { refId: string }[];
  }[];
}

describe('the dashboard of a cluster', () => {
  it('is written only where it is asked for, with the label that the sidecar looks for', () => {
    expect(dashboardManifests(planEu1())).toEqual([]);
    expect(dashboardManifests(planEu1({ observability: { dashboard: { enabled: false } } }))).toEqual([]);
    const labels = (given?: Record<string, string>) =>
      dashboardManifests(planEu1({ observability: { dashboard: { labels: given } } }))[0]?.metadata.labels;
    expect(labels()).toEqual({ grafana_dashboard: '1' });
    expect(labels({ dashboards: 'mesh' })).toEqual({ dashboards: 'mesh' });
  });

  it('has panels that do not lie on one another, each with a name and targets of its own', () => {
    const [config] = dashboardManifests(planEu1({ observability: { dashboard: {} } })) as unknown as {
      data: Record<string, string>;
    }[];
    const { panels }: Dashboard = JSON.parse(config!.data['linkerd-fleet.json']!);
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { h, w, x, y } }) =>
      Array.from({ length: h * w }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { targets } of panels) expect(new Set(targets.map((t) => t.refId)).size).toBe(targets.length);
  });
});
