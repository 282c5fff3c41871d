/**
 * Annotations of a Service that decide how clients call it: circuit breaking, retries, timeouts. Mirrors carry them to
 * sources. The policy controller of the client's cluster reads them; what it cannot read it drops with a line in its log
 * (linkerd2 policy-controller/k8s/index/src/outbound, at version-2.17 to version-2.20).
 */
import type { LinkerdVersion } from './releases';

/** Annotation that switches circuit breaking on. */
export const FAILURE_ACCRUAL = 'balancer.linkerd.io/failure-accrual';
/** Annotation that switches the load biaser on. */
export const PENALIZE_FAILURES = 'balancer.alpha.linkerd.io/penalize-failures';

/** What the value of an annotation must be. */
export type AnnotationForm = 'mode' | 'duration' | 'count' | 'limit' | 'ratio' | 'boolean' | 'http' | 'grpc';

/** One annotation that the policy controller reads. */
export interface BalancingAnnotation {
  readonly form: AnnotationForm;
  /** Without it the annotation has no effect: any mode of failure accrual, mode unified, or the load biaser. */
  readonly needs?: 'mode' | 'unified' | 'biaser';
  /** Largest number, and smallest where it is not 0. */
  readonly max?: number;
  /** First release that reads it. */
  readonly since?: LinkerdVersion;
}

const CONSECUTIVE = 'balancer.linkerd.io/failure-accrual-consecutive';
const SUCCESS_RATE = 'balancer.alpha.linkerd.io/failure-accrual-success-rate';

/** The annotations, by key. */
export const BALANCING_ANNOTATIONS: Readonly<Record<string, BalancingAnnotation>> = {
  [FAILURE_ACCRUAL]: { form: 'mode' },
  [`${CONSECUTIVE}-max-failures`]: { form: 'count', needs: 'mode' },
  [`${CONSECUTIVE}-min-penalty`]: { form: 'duration', needs: 'mode' },
  [`${CONSECUTIVE}-max-penalty`]: { form: 'duration', needs: 'mode' },
  [`${CONSECUTIVE}-jitter-ratio`]: { form: 'ratio', max: 100, needs: 'mode' },
  [`${SUCCESS_RATE}-threshold`]: { form: 'ratio', max: 1, needs: 'unified', since: '2.20' },
  [`${SUCCESS_RATE}-window`]: { form: 'duration', needs: 'unified', since: '2.20' },
  [`${SUCCESS_RATE}-min-requests`]: { form: 'count', max: 1_000_000, needs: 'unified', since: '2.20' },
  'balancer.alpha.linkerd.io/failure-accrual-honor-retry-after': { form: 'boolean', needs: 'mode', since: '2.20' },
  [PENALIZE_FAILURES]: { form: 'boolean', since: '2.20' },
  'balancer.alpha.linkerd.io/load-biaser-penalty': { form: 'duration', needs: 'biaser', since: '2.20' },
  'balancer.alpha.linkerd.io/load-biaser-max-retry-after': { form: 'duration', needs: 'biaser', since: '2.20' },
  'retry.linkerd.io/http': { form: 'http' },
  'retry.linkerd.io/grpc': { form: 'grpc' },
  'retry.linkerd.io/limit': { form: 'limit' },
  'retry.linkerd.io/timeout': { form: 'duration' },
  'timeout.linkerd.io/request': { form: 'duration' },
  'timeout.linkerd.io/response': { form: 'duration' },
  'timeout.linkerd.io/idle': { form: 'duration' },
};

/** Prefixes of these annotations; another key under one of them is read by nobody. */
export const BALANCING_PREFIXES = [
  'balancer.linkerd.io/',
  'balancer.alpha.linkerd.io/',
  'retry.linkerd.io/',
  'timeout.linkerd.io/',
] as const;

/** Values of FAILURE_ACCRUAL, and the first release that knows each. Any other switches circuit breaking off. */
export const FAILURE_ACCRUAL_MODES: Readonly<Record<string, LinkerdVersion>> = { consecutive: '2.17', unified: '2.20' };

/** Milliseconds of a duration as the policy controller reads it: one whole number and one unit; undefined when it refuses. */
export function policyDuration(text: string): number | undefined {
  const match = /^([0-9]+)(ms|s|m|h|d)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, digits, unit] = match;
  if (unit === undefined) return Number(digits) === 0 ? 0 : undefined;
  return Number(digits) * UNITS[unit as keyof typeof UNITS];
}

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Words for the booleans that the policy controller takes; others are refused. */
export const POLICY_BOOLEANS: Readonly<Record<'true' | 'false', readonly string[]>> = {
  true: ['1', 't', 'T', 'true', 'TRUE', 'True'],
  false: ['0', 'f', 'F', 'false', 'FALSE', 'False'],
};

/** Whether `retry.linkerd.io/http` is a list of status codes, ranges of them, 5xx and gateway-error. */
export function isHttpRetry(text: string): boolean {
  return text.split(',').every((condition) => {
    if (/^(5xx|gateway-error)$/i.test(condition)) return true;
    const [from, to = from, ...rest] = condition.split('-');
    const codes = [from, to].map((code) => (/^[0-9]{3}$/.test(code ?? '') ? Number(code) : Number.NaN));
    return rest.length === 0 && codes.every((code) => code >= 100 && code < 600) && codes[0]! <= codes[1]!;
  });
}

const GRPC = /^(cancelled|deadline-exceeded|internal|resource-exhausted|unavailable)$/i;

/** Whether `retry.linkerd.io/grpc` is a list of the status names that can be retried. */
export function isGrpcRetry(text: string): boolean {
  return text.split(',').every((condition) => GRPC.test(condition));
}
