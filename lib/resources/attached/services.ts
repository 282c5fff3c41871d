/** Services of attached charts, beside what the fleet says of them. */
import { type Issue, issue } from '../../errors';
import { EXPORTED_LABEL, FEDERATED_LABEL } from '../../linkerd/names';
import { targetPortOf } from '../../model/policy/pods';
import { madeUnder } from '../../model/rules/collisions';
import type { ServiceModel } from '../../model/types';
import type { ClusterPlan } from '../../plan/types';
import { exportLabels, exportOf } from '../services';
import { selectsLabels, type WorkloadPods } from './pods';

/** What is looked at of a Service as it is written. */
export interface WrittenService {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Strings;
    readonly annotations?: Strings;
  };
  readonly spec?: { readonly clusterIP?: string; readonly selector?: Strings; readonly ports?: readonly WrittenPort[] };
}

interface WrittenPort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort?: number | string;
  readonly protocol?: string;
}

type Strings = Readonly<Record<string, string>>;

/** A Service of a chart, and where it is: the path of its construct. */
export interface PlacedService {
  readonly json: WrittenService;
  readonly path: string;
}

/**
 * Whether a Service of a chart is what the fleet, and with it every check, takes it for.
 *
 * @param pods pods of the charts
 */
export function serviceIssues(
  { fleet, cluster, services }: ClusterPlan,
  { json, path }: PlacedService,
  pods: readonly WorkloadPods[] = [],
): readonly Issue[] {
  const { name, namespace, labels } = json.metadata;
  const input = (found: string) => ({ path, found, clusters: [cluster.name] });
  const described = services.find((service) => service.name === name && service.namespace === namespace);
  if (described !== undefined) {
    const found = differences(json, described, pods);
    return found.length > 0 ? [issue('SERVICE_DIFFERS', input(found.join('; ')))] : [];
  }
  const made = namespace === undefined ? undefined : madeUnder(fleet, cluster, namespace, name);
  if (made !== undefined) return [issue('NAME_MIRROR_TAKEN', input(`a Service of the chart with the name of ${made}`))];
  const keys = [EXPORTED_LABEL, FEDERATED_LABEL].filter((key) => labels?.[key] !== undefined);
  return keys.length > 0 ? [issue('SERVICE_UNDESCRIBED', input(`${keys.join(', ')} in the chart alone`))] : [];
}

function differences(
  { metadata, spec }: WrittenService,
  model: ServiceModel,
  pods: readonly WorkloadPods[],
): readonly string[] {
  const labels = { [EXPORTED_LABEL]: undefined, [FEDERATED_LABEL]: undefined, ...model.spec.labels };
  const headless = (is: boolean) => (is ? 'headless' : 'a ClusterIP');
  return [
    ...unequal('label', metadata.labels, { ...labels, ...exportLabels(exportOf(model)) }),
    ...unequal('annotation', metadata.annotations, { ...model.spec.annotations }),
    ...instead('', headless(spec?.clusterIP === 'None'), headless(model.spec.headless === true)),
    ...instead('ports ', ports(spec?.ports), ports(model.spec.ports)),
    ...targetPorts(spec?.ports ?? [], model),
    ...selector(spec?.selector ?? {}, model, pods),
  ];
}

function unequal(what: string, found: Strings = {}, wanted: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(wanted).flatMap(([key, value]) =>
    instead(`${what} ${key}: `, found[key] ?? 'none', value ?? 'none'),
  );
}

function instead(what: string, found: string, wanted: string): string[] {
  return found === wanted ? [] : [`${what}${found} instead of ${wanted}`];
}

/** Policy is about ports of pods. Where the description says nothing of either, it need not know them. */
function targetPorts(written: readonly WrittenPort[], { spec }: ServiceModel): string[] {
  return spec.ports.flatMap((port) => {
    const { protocol = 'TCP' } = port;
    const found = written.find((one) => one.port === port.port && (one.protocol ?? 'TCP') === protocol);
    if (found === undefined || (port.targetPort === undefined && spec.allow === undefined)) return [];
    return instead(`target of port ${port.port}: `, `${found.targetPort ?? found.port}`, `${targetPortOf(port)}`);
  });
}

/** Policy is about pods with these labels. Those behind the Service have them by its selector, or by their own chart. */
function selector(written: Strings, { spec, namespace }: ServiceModel, pods: readonly WorkloadPods[]): string[] {
  const { podSelector } = spec;
  if (podSelector === undefined || selectsLabels(podSelector, written)) return [];
  const behind = pods.filter((one) => one.namespace === namespace && selectsLabels(written, one.labels));
  if (behind.length > 0 && behind.every(({ labels }) => selectsLabels(podSelector, labels))) return [];
  return [`selector ${labelsText(written)} instead of ${labelsText(podSelector)}`];
}

const labelsText = (labels: Strings): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(',') || 'none';

function ports(list: readonly WrittenPort[] = []): string {
  const text = list.map(({ name, port, protocol = 'TCP' }) => [`${port}/${protocol}`, name].filter(Boolean).join(' '));
  return text.sort().join(', ') || 'none';
}
