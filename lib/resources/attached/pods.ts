/** Pods that charts of the author make, as far as the policy of their Services depends on them. */

/** An object of a chart as it is written, and where it is: the path of its construct. */
export interface PlacedJson {
  readonly json: WrittenObject;
  readonly path: string;
}

interface WrittenObject {
  readonly apiVersion?: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: unknown;
}

/** Pods of one workload. */
export interface WorkloadPods {
  readonly path: string;
  readonly namespace?: string;
  readonly labels: Strings;
  readonly annotations: Strings;
  /** Those that run while the pod does. */
  readonly containers: readonly WrittenContainer[];
}

/** A container, and how its kubelet asks after it. */
export interface WrittenContainer {
  readonly name?: string;
  readonly restartPolicy?: string;
  readonly ports?: readonly { readonly name?: string; readonly containerPort?: number }[];
  readonly livenessProbe?: WrittenProbe;
  readonly readinessProbe?: WrittenProbe;
  readonly startupProbe?: WrittenProbe;
}

/** A probe; `exec` and `tcpSocket` are of no concern to a proxy, which takes every connection. */
export interface WrittenProbe {
  readonly httpGet?: { readonly path?: string; readonly port?: number | string; readonly scheme?: string };
  readonly grpc?: { readonly port?: number };
}

type Strings = Readonly<Record<string, string>>;

interface Template {
  readonly metadata?: { readonly labels?: Strings; readonly annotations?: Strings };
  readonly spec?: {
    readonly containers?: readonly WrittenContainer[];
    readonly initContainers?: readonly WrittenContainer[];
  };
}

const TEMPLATED = new Set(['DaemonSet', 'Deployment', 'Job', 'ReplicaSet', 'ReplicationController', 'StatefulSet']);

/** Whether objects of a kind make pods. */
export const makesPods = (kind: string): boolean => TEMPLATED.has(kind) || kind === 'Pod' || kind === 'CronJob';

/** The pods that an object makes; undefined where it makes none, or does not say which. */
export function podsOfWorkload({ json, path }: PlacedJson): WorkloadPods | undefined {
  const template = templateOf(json);
  if (template === undefined) return undefined;
  const { metadata = {}, spec = {} } = template;
  const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  return {
    path,
    namespace: json.metadata.namespace,
    labels: metadata.labels ?? {},
    annotations: metadata.annotations ?? {},
    containers: [...(spec.containers ?? []), ...sidecars],
  };
}

function templateOf(json: WrittenObject): Template | undefined {
  if (json.kind === 'Pod') return json as Template;
  const spec = json.spec as { template?: Template; jobTemplate?: { spec?: { template?: Template } } } | undefined;
  if (json.kind === 'CronJob') return spec?.jobTemplate?.spec?.template;
  return TEMPLATED.has(json.kind) ? spec?.template : undefined;
}

/** Whether labels are among those of pods. */
export function selectsLabels(selector: Strings, labels: Strings): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}
