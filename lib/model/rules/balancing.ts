/** Annotations that decide how clients call a Service: what Linkerd would ignore or drop without a word. */
import { type Issue, issue } from '../../errors';
import {
  type AnnotationForm,
  BALANCING_ANNOTATIONS,
  BALANCING_PREFIXES,
  FAILURE_ACCRUAL,
  FAILURE_ACCRUAL_MODES,
  isGrpcRetry,
  isHttpRetry,
  PENALIZE_FAILURES,
  POLICY_BOOLEANS,
  policyDuration,
} from '../../linkerd/balancing';
import { atLeast } from '../../linkerd/releases';
import { nearest } from '../../nearest';
import type { ClusterModel, FleetModel, ServiceModel } from '../types';
import { carries } from './carry';
import { isOn, nameOf, servicesOn } from './placement';
import { list, namesOf } from './report';
import type { Rule } from './rule';
import { quoted } from './words';

type Annotations = Readonly<Record<string, string>>;

/** Balancing annotations have an effect. */
export const balancingAnnotations: Rule = {
  codes: ['SERVICE_ANNOTATION_UNKNOWN', 'SERVICE_ANNOTATION_VALUE', 'SERVICE_ANNOTATION_IDLE'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters).flatMap(({ at, spec: { annotations: all } }) => {
      if (all === undefined) return [];
      const path = `${at}.spec.annotations`;
      return [...Object.keys(all).flatMap((key) => one(all, key, `${path}.${key}`)), ...together(all, path)];
    }),
};

function one(all: Annotations, key: string, path: string): Issue[] {
  if (!BALANCING_PREFIXES.some((prefix) => key.startsWith(prefix))) return [];
  const known = Object.hasOwn(BALANCING_ANNOTATIONS, key) ? BALANCING_ANNOTATIONS[key] : undefined;
  if (known === undefined) {
    const near = nearest(key, Object.keys(BALANCING_ANNOTATIONS));
    const fix = near === undefined ? undefined : `Did you mean ${near}?`;
    return [issue('SERVICE_ANNOTATION_UNKNOWN', { path, found: quoted(key), fix })];
  }
  const value = all[key] ?? '';
  if (!FORMS[known.form].takes(value, known.max ?? Number.MAX_SAFE_INTEGER)) {
    return [badValue(path, value, known.form, known.max)];
  }
  const lacking = known.needs && !SWITCHES[known.needs].isOn(all) ? SWITCHES[known.needs].words : undefined;
  if (lacking === undefined) return [];
  return [issue('SERVICE_ANNOTATION_IDLE', { path, found: `${quoted(value)} without ${lacking}` })];
}

const SWITCHES = {
  mode: { words: FAILURE_ACCRUAL, isOn: (all: Annotations) => all[FAILURE_ACCRUAL] !== undefined },
  unified: { words: `${FAILURE_ACCRUAL}: unified`, isOn: (all: Annotations) => all[FAILURE_ACCRUAL] === 'unified' },
  biaser: {
    words: `${PENALIZE_FAILURES}: "true"`,
    isOn: (all: Annotations) => POLICY_BOOLEANS.true.includes((all[PENALIZE_FAILURES] ?? '').trim()),
  },
};

function badValue(path: string, value: string, form: AnnotationForm, max: number | undefined): Issue {
  const near = form === 'mode' ? nearest(value, Object.keys(FAILURE_ACCRUAL_MODES)) : undefined;
  return issue('SERVICE_ANNOTATION_VALUE', {
    path,
    found: quoted(value),
    allowed: FORMS[form].words + (max === undefined ? '' : `, ${max} at most`),
    fix: near === undefined ? undefined : `Did you mean ${near}?`,
  });
}

const isCount = (text: string, max: number) => /^\+?[0-9]{1,15}$/.test(text) && Number(text) <= max;

/** What each form takes, in words and as the policy controller parses it. */
const FORMS: Readonly<
  Record<AnnotationForm, { readonly words: string; readonly takes: (value: string, max: number) => boolean }>
> = {
  mode: { words: 'consecutive or unified', takes: (value) => Object.hasOwn(FAILURE_ACCRUAL_MODES, value) },
  duration: {
    words: 'one whole number and a unit: 500ms, 10s, 5m, 1h, 1d',
    takes: (value) => policyDuration(value) !== undefined,
  },
  count: { words: 'a whole number', takes: (value, max) => isCount(value.trim(), Math.min(max, 2 ** 32 - 1)) },
  limit: { words: 'a whole number, 65535 at most', takes: (value) => isCount(value, 65535) },
  ratio: {
    words: 'a number such as 0.5',
    takes: (value, max) => /^\+?([0-9]+\.?[0-9]*|\.[0-9]+)$/.test(value.trim()) && Number(value.trim()) <= max,
  },
  boolean: {
    words: 'true or false',
    takes: (value) => [...POLICY_BOOLEANS.true, ...POLICY_BOOLEANS.false].includes(value.trim()),
  },
  http: {
    words: 'status codes, ranges such as 500-504, 5xx, gateway-error; commas without spaces',
    takes: isHttpRetry,
  },
  grpc: {
    words: 'cancelled, deadline-exceeded, internal, resource-exhausted, unavailable; commas without spaces',
    takes: isGrpcRetry,
  },
};

const MIN = 'balancer.linkerd.io/failure-accrual-consecutive-min-penalty';
const MAX = 'balancer.linkerd.io/failure-accrual-consecutive-max-penalty';
const THRESHOLD = 'balancer.alpha.linkerd.io/failure-accrual-success-rate-threshold';
const WINDOW = 'balancer.alpha.linkerd.io/failure-accrual-success-rate-window';

/** Values that parse and contradict each other; the policy controller then drops all of them. */
function together(all: Annotations, path: string): Issue[] {
  if (all[FAILURE_ACCRUAL] === undefined) return [];
  const [min, max] = [policyDuration(all[MIN] ?? '1s'), policyDuration(all[MAX] ?? '60s')];
  const issues: Issue[] = [];
  if (min !== undefined && max !== undefined && (min > max || max === 0)) {
    const found = `min-penalty ${all[MIN] ?? '1s (default)'} and max-penalty ${all[MAX] ?? '60s (default)'}`;
    const allowed = 'a min-penalty of at most the max-penalty, and that above 0';
    issues.push(
      issue('SERVICE_ANNOTATION_VALUE', { path: `${path}.${all[MIN] === undefined ? MAX : MIN}`, found, allowed }),
    );
  }
  const window = policyDuration(all[WINDOW] ?? '10s');
  // A threshold of 0 switches the success rate off; the window is then not looked at, unless it is 0.
  const least = Number(all[THRESHOLD] ?? '0.8') === 0 ? 1 : 10;
  if (all[FAILURE_ACCRUAL] === 'unified' && window !== undefined && window < least) {
    issues.push(
      issue('SERVICE_ANNOTATION_VALUE', {
        path: `${path}.${WINDOW}`,
        found: quoted(all[WINDOW] ?? ''),
        allowed: '10ms or more',
      }),
    );
  }
  return issues;
}

/** Balancing annotations are known to the releases that read them. */
export const balancingReleases: Rule = {
  codes: ['SERVICE_ANNOTATION_TOO_NEW'],
  check: (fleet, clusters) =>
    fleet.services.flatMap((service) => {
      const since = newest(service.spec.annotations ?? {});
      if (since === undefined) return [];
      const old = clusters.filter(
        (c) => !atLeast(c.linkerd.release.version, since.release) && hasClients(fleet, c, service),
      );
      if (old.length === 0) return [];
      return issue('SERVICE_ANNOTATION_TOO_NEW', {
        path: `${service.at}.spec.annotations.${since.keys[0]}`,
        found: `${list(since.keys)} on ${nameOf(service)}, which ${namesOf(old)} of an older release have or mirror`,
        clusters: old.map((c) => c.name),
      });
    }),
};

function newest(all: Annotations): { readonly release: '2.20'; readonly keys: readonly string[] } | undefined {
  const keys = Object.keys(all).filter(
    (key) =>
      (Object.hasOwn(BALANCING_ANNOTATIONS, key) && BALANCING_ANNOTATIONS[key]?.since !== undefined) ||
      (key === FAILURE_ACCRUAL && all[key] === 'unified'),
  );
  return keys.length === 0 ? undefined : { release: '2.20', keys };
}

function hasClients(fleet: FleetModel, cluster: ClusterModel, service: ServiceModel): boolean {
  if (isOn(fleet, service, cluster)) return true;
  return fleet.topology.targets(cluster).some((edge) => isOn(fleet, service, edge.target) && carries(edge, service));
}
