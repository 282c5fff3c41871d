/**
 * Admission policies that refuse, or report, what the fleet does not name: Links, labels that make a Service cross clusters,
 * and credentials. Each is a ConfigMap, a ValidatingAdmissionPolicy and its binding.
 *
 * The ConfigMap goes before everything that it allows, the binding after it: what the fleet writes is listed by the time
 * it is asked about. Who deletes in the reverse order lifts the binding first.
 */
import type { Manifest } from '../../emit/manifest';
import { MULTICLUSTER_GROUP } from '../../linkerd/names';
import type { ClusterPlan } from '../../plan/types';
import { linkManifest } from '../link';
import { serviceManifest } from '../services';
import { inWave, WAVES } from '../waves';
import {
  credentialCondition,
  credentialPins,
  credentialValidation,
  exportPin,
  exportValidation,
  linkPin,
  linkValidation,
  PARAMS,
  type Pins,
  type Validation,
} from './expressions';
import { kyvernoGuards, VARIABLES } from './kyverno';

/** One guard, whoever enforces it. */
export interface Guard {
  /** First part of the name of the policy, last of that of the ConfigMap. */
  readonly name: 'links' | 'exports' | 'credentials';
  readonly mode: 'audit' | 'deny';
  readonly resource: {
    readonly apiGroups: readonly string[];
    readonly apiVersions: readonly string[];
    readonly resources: readonly string[];
  };
  readonly condition?: string;
  readonly validation: Validation;
  /** What the fleet allows. */
  readonly data: Readonly<Record<string, string>>;
}

/** The guards of a cluster; none unless it says `guards`. */
export function guardManifests(plan: ClusterPlan): readonly Manifest[] {
  if (plan.cluster.guards?.engine === 'kyverno') return kyvernoGuards(guardsOf(plan, VARIABLES), plan);
  const { multiclusterNamespace } = plan.cluster.linkerd;
  const guards = guardsOf(plan);
  return [
    ...guards.flatMap((guard) => [
      config(guard, multiclusterNamespace),
      policy(guard),
      binding(guard, multiclusterNamespace),
    ]),
    ...(guards.length > 0 ? keeper(multiclusterNamespace) : []),
  ];
}

/** Argo CD leaves it where it is, and says nothing of it, when the rest of the guards goes. */
const STAYS = {
  'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  'argocd.argoproj.io/sync-options': 'Prune=false',
};

/**
 * A policy that is asked about nothing. When the last policy with a ConfigMap is gone, API servers stop to watch ConfigMaps for
 * policies and do not start again: guards that came back would find no list, or that of before, and refuse the fleet
 * (kubernetes staging/src/k8s.io/apiserver/pkg/admission/plugin/policy/generic/policy_source.go).
 */
function keeper(namespace: string): readonly Manifest[] {
  const metadata = { name: 'lists.linkerd-fleet.dev', annotations: STAYS };
  const none = { apiGroups: [MULTICLUSTER_GROUP], apiVersions: ['*'], resources: ['links'], operations: ['CONNECT'] };
  return [
    inWave(WAVES.guards, {
      apiVersion: ADMISSION,
      kind: 'ValidatingAdmissionPolicy',
      metadata,
      spec: {
        failurePolicy: 'Ignore',
        paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
        matchConstraints: { resourceRules: [{ ...none, scope: '*' }] },
        validations: [{ expression: 'true' }],
      },
    }),
    inWave(WAVES.bindings, {
      apiVersion: ADMISSION,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata,
      spec: {
        policyName: metadata.name,
        paramRef: { name: 'linkerd-fleet-lists', namespace, parameterNotFoundAction: 'Allow' },
        validationActions: ['Audit'],
      },
    }),
  ];
}

/** The guards that a cluster asks for. @param pins where their expressions find `data` */
export function guardsOf({ cluster, links, services }: ClusterPlan, pins: Pins = PARAMS): readonly Guard[] {
  const { guards, linkerd } = cluster;
  if (guards === undefined) return [];
  const namespaces = [linkerd.namespace, linkerd.multiclusterNamespace];
  const core = { apiGroups: [''], apiVersions: ['v1'] };
  const all: readonly (Omit<Guard, 'mode'> & { readonly mode?: Guard['mode'] })[] = [
    {
      name: 'links',
      mode: guards.links,
      resource: { apiGroups: [MULTICLUSTER_GROUP], apiVersions: ['*'], resources: ['links'] },
      validation: linkValidation(linkerd.multiclusterNamespace, pins),
      data: Object.assign({}, ...links.map((link) => linkPin(linkManifest(link)))),
    },
    {
      name: 'exports',
      mode: guards.exports,
      resource: { ...core, resources: ['services'] },
      validation: exportValidation(pins),
      data: Object.assign({}, ...services.map((service) => exportPin(serviceManifest(service)))),
    },
    {
      name: 'credentials',
      mode: guards.credentials,
      resource: { ...core, resources: ['secrets'] },
      condition: credentialCondition(namespaces),
      validation: credentialValidation({ namespaces, breakGlass: guards.breakGlass }, pins),
      data: credentialPins(
        guards.writers,
        links.map(({ credentials }) => credentials.secretName),
      ),
    },
  ];
  return all.flatMap(({ mode, ...guard }) => (mode === undefined ? [] : [{ mode, ...guard }]));
}

const ADMISSION = 'admissionregistration.k8s.io/v1';
const policyName = ({ name }: Guard) => `${name}.linkerd-fleet.dev`;
const configName = ({ name }: Guard) => `linkerd-fleet-${name}`;

function config(guard: Guard, namespace: string): Manifest {
  return inWave(WAVES.guarded, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: configName(guard), namespace },
    data: guard.data,
  });
}

/** In audit mode a policy that fails must not refuse either. */
function policy(guard: Guard): Manifest {
  const { condition, mode, resource, validation } = guard;
  return inWave(WAVES.guards, {
    apiVersion: ADMISSION,
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: policyName(guard) },
    spec: {
      failurePolicy: mode === 'deny' ? 'Fail' : 'Ignore',
      paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
      // Written with the API server's defaults, as everything in lists is.
      matchConstraints: { resourceRules: [{ ...resource, operations: ['CREATE', 'UPDATE'], scope: '*' }] },
      matchConditions: condition === undefined ? undefined : [{ name: 'link-credentials', expression: condition }],
      validations: [validation],
    },
  });
}

/** Without its ConfigMap a policy that denies denies all; one in audit mode is skipped. */
function binding(guard: Guard, namespace: string): Manifest {
  const denies = guard.mode === 'deny';
  return inWave(WAVES.bindings, {
    apiVersion: ADMISSION,
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name: policyName(guard) },
    spec: {
      policyName: policyName(guard),
      paramRef: { name: configName(guard), namespace, parameterNotFoundAction: denies ? 'Deny' : 'Allow' },
      validationActions: denies ? ['Deny', 'Audit'] : ['Warn', 'Audit'],
    },
  });
}
