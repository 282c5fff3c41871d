import { codes } from './entry';

/** Constructs of the author's own. */
export const constructs = codes({
  CONSTRUCT_INVALID: {
    allowed: 'constructs whose validations pass',
    why: 'A construct of the fleet says that it is not right.',
    fix: 'Mend what the construct complains about.',
  },
  CHART_MISSING: {
    allowed: 'objects inside a Chart',
    why: 'An object outside of any chart would be written nowhere.',
    fix: 'Put a Chart between the cluster and the object.',
  },
  CHART_DUPLICATE: {
    allowed: 'one chart of each name in a cluster',
    why: 'The name of a chart is the name of its file: two would overwrite each other.',
    fix: 'Give one of the charts another id.',
  },
  CHART_WITHOUT_CLUSTER: {
    allowed: 'charts below a Cluster, or made by attach()',
    why: 'A chart that belongs to no cluster lands in no directory.',
    fix: 'Give the chart a Cluster as scope, or make it in fleet.attach().',
  },
});
