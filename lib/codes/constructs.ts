import { codes } from './entry';

/** Constructs of the author's own. */
export const constructs = codes({
  CONSTRUCT_INVALID: {
    allowed: 'constructs whose validations pass',
    why: 'A construct of the fleet says that it is not right.',
    fix: 'Mend what the construct complains about.',
  },
  CONSTRUCT_FAILED: {
    allowed: 'charts that can be made and written',
    why: 'Code of the fleet threw while it made or wrote charts of its own.',
    fix: 'Mend the code at that place.',
  },
  CONSTRUCT_ASYNC: {
    allowed: 'functions for attach() and customize that are done when they return',
    why: 'A cluster is written as soon as the function returns: what an asynchronous one makes later would be lost, and what was written of it before taken out.',
    fix: 'Leave out `async`. Await what the function needs at the top of the file, before app.synth().',
  },
  CONSTRUCT_CYCLE: {
    allowed: 'dependencies that come to an end',
    why: 'Constructs that wait for one another have no order in which they can be applied.',
    fix: 'Remove one of these dependencies.',
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
  OBJECT_DUPLICATE: {
    allowed: 'each object once in a cluster',
    why: 'Argo CD applies one of the two and reports a RepeatedResourceWarning; what only the other says is lost.',
    fix: 'Leave the object to one of them. A namespace of your own goes into `namespaces` of the cluster, a Service of your own is described without `selector`.',
  },
  SERVICE_EXPECTED: {
    allowed: 'a Service (apiVersion v1): an ApiObject or one of cdk8s-plus',
    why: 'Links select Services by these labels; on anything else they do nothing.',
    fix: 'Pass the Service, not what it selects.',
  },
  SERVICE_DIFFERS: {
    allowed: 'a Service as the fleet describes it',
    why: 'The fleet is checked by its description, and the Service of the chart is what the cluster gets: other clusters count on ports and labels that it does not have, and `allow` guards pods and target ports that are not behind it.',
    fix: 'Make them equal: federate() and exportService() set the labels, and the description has the ports with their `targetPort`, and in `podSelector` labels that the pods have.',
  },
  SERVICE_UNDESCRIBED: {
    severity: 'warning',
    allowed: 'exported and federated Services that the fleet describes',
    why: 'No check sees a Service that is only in a chart: whether a Link carries it, whether members agree on their ports, whether its namespace is where it is mirrored.',
    fix: 'Describe it with fleet.service(name, { namespace, ports, writeLabels: false }), as it is in the chart.',
  },
});
