/**
 * The same guards for Kyverno: ValidatingPolicy of policies.kyverno.io, which is written in CEL too and has the list of what the
 * fleet allows in itself. Kyverno reads what is in a Secret, which admission policies of Kubernetes cannot.
 */
import type { Manifest } from '../../emit/manifest';
import type { ClusterPlan } from '../../plan/types';
import { inWave, WAVES } from '../waves';
import type { Pins, Validation } from './expressions';
import type { Guard } from './guards';

/** Maps one after the other: a key is in one of them. */
export const VARIABLES: Pins = {
  isThere: 'true',
  has: (key) => `variables.pins.exists(m, ${key} in m)`,
  get: (key) => `variables.pins.filter(m, ${key} in m)[0][${key}]`,
};

/** An expression may have 100,000 characters (cel-go, parser). */
const LARGEST = 90_000;

/**
 * One ValidatingPolicy for each guard. It goes before everything that it allows: what is refused by the list of before is
 * on it by then.
 */
export function kyvernoGuards(guards: readonly Guard[], plan: ClusterPlan): readonly Manifest[] {
  return guards.map((guard) => {
    const { condition, mode, resource, validation } = guard;
    const content = guard.name === 'credentials' ? kubeconfig(plan) : undefined;
    const variables = [...inMaps('pins', guard.data), ...(content?.variables ?? [])];
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

interface Variable {
  readonly name: string;
  readonly expression: string;
}

/** A list of maps, and before it the maps. JSON strings are strings of CEL. */
function inMaps(name: string, data: Readonly<Record<string, string>>): readonly Variable[] {
  const maps: Record<string, string>[] = [{}];
  let size = 0;
  for (const [key, value] of Object.entries(data)) {
    const more = JSON.stringify([key, value]).length;
    if (size + more > LARGEST) {
      maps.push({});
      size = 0;
    }
    size += more;
    maps[maps.length - 1]![key] = value;
  }
  return [
    ...maps.map((map, i) => ({ name: `${name}${i}`, expression: JSON.stringify(map) })),
    { name, expression: `[${maps.map((_, i) => `variables.${name}${i}`).join(', ')}]` },
  ];
}

/**
 * client-go does what a kubeconfig says: `exec` runs a program, `tokenFile` sends a file to whatever `server` is. The one of
 * a Link has one cluster, at the address that the fleet has for it, and a token.
 */
function kubeconfig({ cluster, links }: ClusterPlan): {
  readonly variables: readonly Variable[];
  readonly validations: readonly Validation[];
} {
  const servers = Object.fromEntries(links.map(({ credentials }) => [credentials.secretName, credentials.server]));
  const breakGlass = cluster.guards?.breakGlass;
  const files = links.flatMap(({ credentials: { oidc, secretName } }) => (oidc ? [[secretName, oidc.tokenFile]] : []));
  const only = (of: string, keys: readonly string[]) => `${of}.all(k, k in ['${keys.join("', '")}'])`;
  const server = `variables.servers.exists(m, object.metadata.name in m && c.cluster.server == m[object.metadata.name])`;
  // Of Links that have one, the file of the fleet and no other: any other file of the pod would be sent to the server.
  const file = `variables.tokenFiles.filter(m, object.metadata.name in m)`;
  const user = `(size(${file}) == 0 ? ${only('u.user', ['token'])} : ('tokenFile' in u.user && ${only('u.user', ['tokenFile'])} && u.user.tokenFile == ${file}[0][object.metadata.name]))`;
  const asFleet = [
    'size(variables.kubeconfig.clusters) == 1',
    `variables.kubeconfig.clusters.all(c, ${only('c.cluster', ['server', 'certificate-authority-data'])} && ${server})`,
    'size(variables.kubeconfig.users) == 1',
    `variables.kubeconfig.users.all(u, ${files.length === 0 ? only('u.user', ['token']) : user})`,
  ].join(' && ');
  const isHelp = `(has(request.userInfo.groups) && request.userInfo.groups.exists(g, g == ${JSON.stringify(breakGlass)}))`;
  const isEnding = "(request.operation == 'UPDATE' && has(object.metadata.deletionTimestamp))";
  const has = "has(object.data) && 'kubeconfig' in object.data";
  return {
    variables: [
      ...inMaps('servers', servers),
      ...(files.length === 0 ? [] : inMaps('tokenFiles', Object.fromEntries(files))),
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
