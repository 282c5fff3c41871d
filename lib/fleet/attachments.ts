/** What code may add to a fleet and data may not: constructs of the user's own. */
import type { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ClusterPlan } from '../plan/types';
import type { ClusterSelector } from './spec';

/** Makes charts of one cluster, before it returns. `app` holds nothing else; `plan` is what the cluster gets, and is frozen. */
export type Build = (app: App, plan: ClusterPlan) => void;

/** Changes what a cluster gets, before it returns: add patches, labels or objects to `chart`. `plan` is frozen. */
export type Customize = (chart: Chart, plan: ClusterPlan) => void;

/** Charts for some clusters: made by a function, or found below a construct. */
export interface Attachment {
  readonly id: string;
  /** @default - all clusters */
  readonly clusters?: ClusterSelector;
  readonly build?: Build;
  readonly scope?: Construct;
}
