import { codes } from './entry';

/**
 * Helm values that users give for Linkerd's charts. No chart of Linkerd has a values schema: Helm takes any key and any type
 * without a word, so what these codes refuse would otherwise do nothing, or break on the cluster.
 */
export const values = codes({
  VALUES_UNKNOWN_KEY: {
    allowed: 'the keys that this chart reads in this release',
    why: 'The chart reads no such key and has no schema: Helm renders without a word, and the setting has no effect.',
    fix: 'Correct the key, or remove it.',
  },
  VALUES_UNVERIFIED_KEY: {
    severity: 'warning',
    allowed: 'the keys that the open source chart of this release reads',
    why: 'Buoyant Enterprise for Linkerd reads keys that the open source charts do not, and they are not known here: a misspelling would have no effect.',
    fix: "Compare the key with the values of Buoyant's chart.",
  },
  VALUES_OWNED_KEY: {
    allowed: 'keys that the fleet does not write itself',
    why: 'The fleet writes this value from the same fact as the objects it has to agree with, in this cluster and in others.',
    fix: 'Remove the key.',
  },
  VALUES_DEAD_KEY: {
    allowed: 'keys that have an effect',
    why: 'Nothing reads this key, although values.yaml or the documentation names it.',
    fix: 'Remove the key.',
  },
  VALUES_REFUSED_KEY: {
    allowed: 'this key false or left out',
    why: 'Switched on, the chart does not render, or renders what no cluster takes.',
    fix: 'Remove the key.',
  },
  VALUES_TYPE: {
    allowed: 'a value of the type that the chart prints and the injector decodes',
    why: 'Helm checks no types and prints the value as it is: Kubernetes or the proxy refuses it on the cluster, or the injector cannot decode ConfigMap linkerd-config.',
    fix: 'Change the value to the type that is allowed.',
  },
  VALUES_FORM: {
    allowed: 'the value in the form that the templates expect',
    why: 'The template prints the value in another form than the one given, and nothing says so.',
    fix: 'Write the value in the form that is allowed.',
  },
  VALUES_ENUM: {
    allowed: 'one of the values that Linkerd knows',
    why: 'The chart prints what it is given; the proxy, the controller or Kubernetes refuses it on the cluster.',
    fix: 'Use one of the values that are allowed.',
  },
  VALUES_SECRET: {
    allowed: 'no private keys',
    why: 'Values lie in Git, in the Argo CD Application and in ConfigMap linkerd-config: whoever reads one of them could issue certificates.',
    fix: 'Remove the key from the description and from the history of the repository, and replace the certificate.',
  },
  VALUES_COMBINATION: {
    allowed: 'values that the chart takes together',
    why: 'The chart or the injector refuses to render these values together.',
    fix: 'Change one of them.',
  },
  VALUES_HEARTBEAT: {
    allowed: '`disableHeartBeat: false` together with a `heartbeatSchedule`',
    why: 'Without a schedule the chart takes the minute of the render: every render differs, and Argo CD never sees the Application in sync.',
    fix: 'Set heartbeatSchedule to a cron expression, or remove disableHeartBeat.',
  },
  VALUES_TRACING_IDENTITY: {
    severity: 'warning',
    allowed: 'proxy tracing where the trust domain is the cluster domain, or charts of edge-26.7.1 and later',
    why: 'Up to this release the chart makes the identity of the trace collector from clusterDomain instead of the trust domain: the collector never presents it, and no proxy can export a span.',
    fix: 'Set linkerd.chartVersion to 2026.7.1 or later, or leave proxy.tracing.enabled out.',
  },
});
