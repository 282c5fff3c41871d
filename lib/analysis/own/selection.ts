/** Which pods of a Service a Server of somebody else selects, as far as the labels of its pods are known. */
import type { Door } from '../../model/policy/callers';
import { podsOf } from '../../model/policy/pods';

/** As in Kubernetes. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

/** Part of a Server that says what it claims. */
export interface Claim {
  readonly namespace: string;
  readonly selector: LabelSelector;
  readonly port: string | number;
}

/** `some`: by labels, or by a port, that are not known of the pods. */
export type Selection = 'all' | 'some' | 'none';

/** Whether a Server claims the port of the pods behind a door. */
export function selection({ namespace, selector, port }: Claim, door: Door): Selection {
  const { service } = door;
  if (service === undefined || namespace !== door.namespace) return 'none';
  const pods = podsOf(service);
  if (pods === undefined) return 'some';
  const isSamePort = port === door.port ? 'all' : typeof port === typeof door.port ? 'none' : 'some';
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const equal = Object.entries(matchLabels).map(([key, value]) => holds(pods[key], 'In', [value]));
  const found = [isSamePort, ...equal, ...matchExpressions.map((e) => holds(pods[e.key], e.operator, e.values))];
  return found.includes('none') ? 'none' : found.includes('some') ? 'some' : 'all';
}

/** Pods have more labels than a Service selects them by. */
function holds(value: string | undefined, operator: string, values: readonly string[] = []): Selection {
  if (value === undefined) return 'some';
  if (operator === 'Exists') return 'all';
  if (operator === 'DoesNotExist') return 'none';
  return values.includes(value) === (operator === 'In') ? 'all' : 'none';
}
