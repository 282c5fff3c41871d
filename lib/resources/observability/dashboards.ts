/** A Grafana dashboard of the Links of a cluster, for the sidecar that reads ConfigMaps with a label. */
import type { Manifest } from '../../emit/manifest';
import type { ClusterPlan } from '../../plan/types';
import { inWave, WAVES } from '../waves';
import { PANELS, type Panel } from './dashboards-panels';

/** The ConfigMap of a cluster; none unless it says `observability.dashboard`. */
export function dashboardManifests({ cluster }: ClusterPlan): readonly Manifest[] {
  const { linkerd, observability } = cluster;
  if (observability.dashboard === undefined) return [];
  const { multiclusterNamespace: namespace } = linkerd;
  return [
    inWave(WAVES.observability, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'linkerd-fleet-dashboard', namespace, labels: observability.dashboard.labels },
      data: { 'linkerd-fleet.json': `${JSON.stringify(dashboard(PANELS({ ...linkerd })), null, 1)}\n` },
    }),
  ];
}

const WIDTH = 24;
const HEIGHT = 8;

/** The same for every cluster with these namespaces: whoever has one Grafana over many sees one dashboard. */
function dashboard(panels: readonly Panel[]): object {
  return {
    uid: 'linkerd-fleet',
    title: 'Linkerd fleet: Links of a cluster',
    tags: ['linkerd', 'linkerd-fleet'],
    editable: false,
    refresh: '30s',
    schemaVersion: 39,
    time: { from: 'now-3h', to: 'now' },
    templating: {
      list: [{ name: 'datasource', label: 'Prometheus', type: 'datasource', query: 'prometheus', hide: 0 }],
    },
    panels: panels.map(placed),
  };
}

/** Three in a row. */
function placed({ title, description, type, unit, targets, instant = false }: Panel, i: number): object {
  const w = WIDTH / 3;
  const datasource = { type: 'prometheus', uid: '$' + '{datasource}' };
  return {
    id: i + 1,
    title,
    description,
    type,
    datasource,
    gridPos: { h: HEIGHT, w, x: (i % 3) * w, y: Math.floor(i / 3) * HEIGHT },
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    targets: targets.map(({ expr, legend }, n) => ({
      refId: String.fromCharCode(65 + n),
      datasource,
      expr,
      instant,
      range: !instant,
      format: type === 'table' ? 'table' : 'time_series',
      legendFormat: legend,
    })),
  };
}
