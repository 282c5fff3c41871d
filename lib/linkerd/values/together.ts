/**
 * Values that are each right and fail together: what a template's `fail` or the injector's render would say on the
 * cluster.
 */
import { type Issue, issue } from '../../errors';
import type { Chart } from '../charts';
import { atLeast, type LinkerdVersion } from '../releases';
import { isMap } from './scalars';

/** The facts of a cluster that values can contradict. */
export interface ClusterFacts {
  readonly trustDomain: string;
  readonly clusterDomain: string;
  /** Version of the charts; edge-26.7.1 mended the identity of the trace collector. */
  readonly chartVersion: string;
}

type Get = (key: string) => unknown;

/** One rule about several values; `undefined` when it is kept. */
interface Rule {
  /** Key that the issue is told at. */
  readonly key: string;
  readonly broken: (get: Get, version: LinkerdVersion, facts: ClusterFacts) => boolean;
  readonly code?: 'VALUES_HEARTBEAT' | 'VALUES_TRACING_IDENTITY' | 'VALUES_OWNED_KEY';
  readonly found: string;
  readonly why?: string;
  readonly fix?: string;
}

/** Flags of destination and of the policy controller that repeat what the fleet says of the cluster. */
const OWNED_FLAG =
  /^--?(identity-trust-domain|identity-domain|cluster-domain|cluster-networks|controller-namespace|control-plane-namespace)(=|$)/;

const OWNED_FLAGS = ['destinationController', 'policyController'].flatMap((controller) =>
  ['additionalArgs', 'experimentalArgs'].map((list): Rule => {
    const key = `${controller}.${list}`;
    return {
      key,
      broken: (get) => [get(key)].flat().some((arg) => typeof arg === 'string' && OWNED_FLAG.test(arg)),
      code: 'VALUES_OWNED_KEY',
      found: 'a flag for a trust domain, cluster domain, namespace or networks',
      why: 'The chart passes the flag already. Destination takes the last of two, so that identities are no longer those that other clusters expect; the policy controller does not start.',
      fix: 'Remove the flag; use the fields trustDomain, clusterDomain, clusterNetworks and linkerd.namespace.',
    };
  }),
);

const COLLECTOR = 'proxy.tracing.collector.';
const RULES: readonly Rule[] = [
  ...OWNED_FLAGS,
  {
    key: 'disableHeartBeat',
    broken: (get) => get('disableHeartBeat') === false && !get('heartbeatSchedule'),
    code: 'VALUES_HEARTBEAT',
    found: 'disableHeartBeat false without heartbeatSchedule',
  },
  {
    key: 'proxy.waitBeforeExitSeconds',
    broken: (get, version) =>
      !atLeast(version, '2.20') &&
      get('proxy.nativeSidecar') === true &&
      Number(get('proxy.waitBeforeExitSeconds') ?? 0) > 0,
    found: 'proxy.nativeSidecar with proxy.waitBeforeExitSeconds',
    why: 'Helm renders it, and then the injector fails on every pod it should inject.',
    fix: 'Remove waitBeforeExitSeconds: a native sidecar outlives the containers of its pod.',
  },
  {
    key: 'proxyInit.closeWaitTimeoutSecs',
    broken: (get, version) =>
      atLeast(version, '2.18') &&
      Number(get('proxyInit.closeWaitTimeoutSecs') ?? 0) !== 0 &&
      get('proxyInit.runAsRoot') !== true,
    found: 'proxyInit.closeWaitTimeoutSecs without proxyInit.runAsRoot',
    why: 'The chart does not render.',
    fix: 'Set proxyInit.runAsRoot to true, or remove closeWaitTimeoutSecs.',
  },
  {
    key: 'proxy.tracing.enabled',
    broken: (get, version) =>
      atLeast(version, '2.19') &&
      get('proxy.tracing.enabled') === true &&
      !['endpoint', 'meshIdentity.serviceAccountName', 'meshIdentity.namespace'].every((key) => get(COLLECTOR + key)),
    found: 'proxy.tracing.enabled without a complete proxy.tracing.collector',
    why: 'The chart does not render.',
    fix: 'Set endpoint, meshIdentity.serviceAccountName and meshIdentity.namespace of proxy.tracing.collector.',
  },
  {
    key: 'proxy.tracing.enabled',
    broken: (get, version) =>
      version === '2.19' && get('proxy.tracing.enabled') === true && get('proxy.tracing.enable') !== true,
    found: 'proxy.tracing.enabled without proxy.tracing.enable',
    why: 'In 2.19 the environment of the proxies asks `enabled`, and the volume that it points to asks `enable`.',
    fix: 'Set both. Injected pods of 2.19 have no such volume either way: only 2.20 gives them one.',
  },
  {
    key: 'proxy.tracing.enabled',
    broken: (get, version, { trustDomain, clusterDomain, chartVersion }) =>
      atLeast(version, '2.19') &&
      get('proxy.tracing.enabled') === true &&
      trustDomain !== clusterDomain &&
      !/^2026\.([7-9]|1\d)\./.test(chartVersion),
    code: 'VALUES_TRACING_IDENTITY',
    found: 'proxy.tracing.enabled with a trust domain that is not the cluster domain',
  },
  {
    key: 'controller.tracing.enabled',
    broken: (get, version) =>
      atLeast(version, '2.19') &&
      get('controller.tracing.enabled') === true &&
      !get('controller.tracing.collector.endpoint') &&
      !get(`${COLLECTOR}endpoint`),
    found: 'controller.tracing.enabled without an endpoint',
    why: 'The chart does not render.',
    fix: 'Set controller.tracing.collector.endpoint or proxy.tracing.collector.endpoint, as host:port.',
  },
];

/**
 * Issues of values that must not stand together, or not in this cluster. `values` are those of the cluster with
 * everything inherited; checkValues looks at each value by itself.
 */
export function checkValuesTogether(
  version: LinkerdVersion,
  chart: Chart,
  values: unknown,
  facts: ClusterFacts,
  path: string,
): Issue[] {
  if (chart !== 'controlPlane' || !isMap(values)) return [];
  const get: Get = (key) => key.split('.').reduce<unknown>((v, step) => (isMap(v) ? v[step] : undefined), values);
  return RULES.filter((rule) => rule.broken(get, version, facts)).map(({ key, code, found, why, fix }) =>
    issue(code ?? 'VALUES_COMBINATION', { path: `${path}.${key}`, found, why, fix }),
  );
}
