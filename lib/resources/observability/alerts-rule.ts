/** A rule of a PrometheusRule, in the order in which Prometheus documents its fields. */
export type Rule = RecordingRule | AlertingRule;

/** A series of its own, made of others. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** What somebody is told about. */
export interface AlertingRule {
  readonly alert: string;
  readonly expr: string;
  /** How long it must have been so, as Prometheus writes durations. */
  readonly for: string;
  readonly labels: { readonly severity: 'critical' | 'warning' };
  readonly annotations: { readonly summary: string; readonly description: string };
}
