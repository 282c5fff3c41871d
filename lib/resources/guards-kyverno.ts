/**
 * The same guards for Kyverno: ValidatingPolicy of policies.kyverno.io, which is written in CEL too and has the list of what the
 * fleet allows in itself. Kyverno reads what is in a Secret, which admission policies of Kubernetes cannot.
 */
import type { Manifest } from '../emit/manifest';
import type { ClusterPlan } from '../plan/types';
import type { Guard } from './guards';
import type { Pins, Validation } from './guards-expressions';
import { inWave, WAVES } from './waves';

/** Where expressions of Kyverno find what the fleet allows. */
export const VARIABLES: Pins = { map: 'variables.pins', isThere: 'true' };

/**
 * One ValidatingPolicy for each guard. It goes before everything that it allows: what is refused by the list of before is
 * on it by then.
 */
export function kyvernoGuards(guards: readonly Guard[], plan: ClusterPlan): readonly Manifest[] {
  return guards.map((guard) => {
    const { condition, mode, resource, validation } = guard;
    const content = guard.name === 'credentials' ? kubeconfig(plan) : undefined;
    const variables = [{ name: 'pins', expression: literal(guard.data) }, ...(content?.variables ?? [])];
    return inWave(WAVES.guarded, {
      apiVersion: 'policies.kyverno.io/v1',
      kind: 'ValidatingPolicy',
      metadata: { name: `${guard.name}.linkerd-fleet.dev` },
      spec: {
        // What is there already was asked about when it came.
        evaluation: { background: { enabled: false } },
        failurePolicy: mode === 'deny' ? 'Fail' : 'Ignore',
        matchConditions: condition === undefined ? undefined : [{ name: 'link-credentials', expression: condition }],
        matchConstraints: { resourceRules: [{ ...resource, operations: ['CREATE', 'UPDATE'], scope: '*' }] },
        validationActions: mode === 'deny' ? ['Deny', 'Audit'] : ['Warn', 'Audit'],
        validations: [validation, ...(content?.validations ?? [])],
        variables,
      },
    });
  });
}

/** JSON strings are strings of CEL. */
const literal = (data: Readonly<Record<string, string>>): string => JSON.stringify(data);

/**
 * client-go does what a kubeconfig says: `exec` runs a program, `tokenFile` sends a file to whatever `server` is. The one of
 * a Link has one cluster, at the address that the fleet has for it, and a token.
 */
function kubeconfig({ cluster, links }: ClusterPlan): {
  readonly variables: readonly { readonly name: string; readonly expression: string }[];
  readonly validations: readonly Validation[];
} {
  const servers = Object.fromEntries(links.map(({ credentials }) => [credentials.secretName, credentials.server]));
  const breakGlass = cluster.guards?.breakGlass;
  const only = (of: string, keys: readonly string[]) => `${of}.all(k, k in ['${keys.join("', '")}'])`;
  const server = `object.metadata.name in variables.servers && c.cluster.server == variables.servers[object.metadata.name]`;
  const asFleet = [
    'size(variables.kubeconfig.clusters) == 1',
    `variables.kubeconfig.clusters.all(c, ${only('c.cluster', ['server', 'certificate-authority-data'])} && ${server})`,
    'size(variables.kubeconfig.users) == 1',
    `variables.kubeconfig.users.all(u, ${only('u.user', ['token'])})`,
  ].join(' && ');
  const isHelp = `(has(request.userInfo.groups) && request.userInfo.groups.exists(g, g == ${JSON.stringify(breakGlass)}))`;
  const isEnding = "(request.operation == 'UPDATE' && has(object.metadata.deletionTimestamp))";
  const has = "has(object.data) && 'kubeconfig' in object.data";
  return {
    variables: [
      { name: 'servers', expression: literal(servers) },
      {
        name: 'kubeconfig',
        expression: `${has} ? yaml.parse(string(base64.decode(object.data.kubeconfig))) : dyn({'clusters': [], 'users': []})`,
      },
    ],
    validations: [
      {
        expression: [isEnding, ...(breakGlass === undefined ? [] : [isHelp]), `(${has} && ${asFleet})`].join(' || '),
        messageExpression: `'the kubeconfig in Secret ' + object.metadata.name + ' has more than a token, or another server than the fleet'`,
        reason: 'Forbidden',
      },
    ],
  };
}
