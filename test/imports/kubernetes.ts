/**
 * JSON Schemas of Kubernetes' own kinds, strict about unknown fields, made from the types that cdk8s-plus-28 generates from
 * the OpenAPI document of Kubernetes 1.28: nothing newer than that is let through. OpenAPI does not say which words a field
 * takes, so the ones that a fleet writes are listed here.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Schema = Readonly<Record<string, unknown>>;

/** A kind, as a schema of its own and whether its objects have a namespace. */
export interface Kind {
  readonly schema: Schema;
  readonly namespaced: boolean;
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  'io.k8s.api.core.v1.ServiceSpec#type': ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
  'io.k8s.api.core.v1.ServiceSpec#externalTrafficPolicy': ['Cluster', 'Local'],
  'io.k8s.api.core.v1.ServicePort#protocol': ['TCP', 'UDP', 'SCTP'],
  'io.k8s.api.core.v1.ContainerPort#protocol': ['TCP', 'UDP', 'SCTP'],
  'io.k8s.api.networking.v1.NetworkPolicyPort#protocol': ['TCP', 'UDP', 'SCTP'],
  'io.k8s.api.networking.v1.NetworkPolicySpec#policyTypes': ['Ingress', 'Egress'],
  'io.k8s.api.rbac.v1.RoleRef#apiGroup': ['rbac.authorization.k8s.io'],
  'io.k8s.api.rbac.v1.RoleRef#kind': ['Role', 'ClusterRole'],
  'io.k8s.api.rbac.v1.Subject#kind': ['User', 'Group', 'ServiceAccount'],
  'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement#operator': ['In', 'NotIn', 'Exists', 'DoesNotExist'],
  'io.k8s.api.admissionregistration.v1beta1.ValidatingAdmissionPolicySpec#failurePolicy': ['Fail', 'Ignore'],
  'io.k8s.api.admissionregistration.v1beta1.Validation#reason': [
    'Unauthorized',
    'Forbidden',
    'Invalid',
    'RequestEntityTooLarge',
  ],
  'io.k8s.api.admissionregistration.v1beta1.ValidatingAdmissionPolicyBindingSpec#validationActions': [
    'Deny',
    'Warn',
    'Audit',
  ],
  'io.k8s.api.admissionregistration.v1beta1.ParamRef#parameterNotFoundAction': ['Allow', 'Deny'],
};

/** Kinds whose v1 came after 1.28, unchanged from the version named here; api-resources.txt does not list them. */
const GRADUATED: Readonly<Record<string, string>> = {
  ValidatingAdmissionPolicy: 'admissionregistration.k8s.io/v1beta1',
  ValidatingAdmissionPolicyBinding: 'admissionregistration.k8s.io/v1beta1',
};

type Type =
  | { readonly primitive: string }
  | { readonly fqn: string }
  | { readonly collection: { readonly kind: 'array' | 'map'; readonly elementtype: Type } }
  | { readonly union: { readonly types: readonly Type[] } };
interface Property {
  readonly docs: { readonly custom: { readonly schema: string } };
  readonly optional?: boolean;
  readonly type: Type;
}
interface Declaration {
  readonly kind: 'interface' | 'class' | 'enum';
  readonly docs?: { readonly custom?: { readonly schema?: string } };
  readonly properties?: readonly Property[];
}

const PACKAGE = dirname(require.resolve('cdk8s-plus-28/package.json'));
const TYPES: Readonly<Record<string, Declaration>> = JSON.parse(readFileSync(join(PACKAGE, '.jsii'), 'utf8')).types;
const BY_SCHEMA = new Map(
  Object.entries(TYPES)
    .filter(([fqn, t]) => t.kind === 'interface' && fqn.includes('.k8s.'))
    .map(([fqn, t]) => [t.docs?.custom?.schema, fqn]),
);
const NAMESPACED = new Map(
  [...readFileSync(join(PACKAGE, 'api-resources.txt'), 'utf8').matchAll(/\s(\S+)\s+(true|false)\s+(\S+)\s/g)].map(
    ([, apiVersion, namespaced, kind]) => [`${apiVersion} ${kind}`, namespaced === 'true'],
  ),
);

/** The kind, or undefined where Kubernetes 1.28 has no such kind. */
export function kubernetesKind(apiVersion: string, kind: string): Kind | undefined {
  const graduatedFrom = apiVersion.endsWith('/v1') ? GRADUATED[kind] : undefined;
  const fqn = BY_SCHEMA.get(schemaId(graduatedFrom ?? apiVersion, kind));
  if (fqn === undefined) return undefined;
  return { schema: withDefinitions(fqn), namespaced: NAMESPACED.get(`${apiVersion} ${kind}`) ?? false };
}

/** Schema of the metadata that every object has. */
export function objectMeta(): Schema {
  return withDefinitions(BY_SCHEMA.get('io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta') ?? '');
}

/** `networking.k8s.io/v1` NetworkPolicy is io.k8s.api.networking.v1.NetworkPolicy; `v1` is the group core. */
function schemaId(apiVersion: string, kind: string): string {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['core', apiVersion];
  return `io.k8s.api.${group?.split('.')[0]}.${version}.${kind}`;
}

function withDefinitions(fqn: string): Schema {
  const definitions: Record<string, Schema> = {};
  const reach = (name: string) => {
    if (name in definitions) return;
    definitions[name] = {};
    definitions[name] = declarationSchema(name, reach);
  };
  reach(fqn);
  const { [fqn]: own, ...others } = definitions;
  return { ...own, definitions: { ...others, [fqn]: own } };
}

function declarationSchema(fqn: string, reach: (name: string) => void): Schema {
  const declaration = TYPES[fqn];
  if (declaration?.kind === 'class') return { anyOf: [{ type: 'integer' }, { type: 'string' }] }; // IntOrString, Quantity
  if (declaration?.kind !== 'interface') return { type: 'string' };
  const properties = (declaration.properties ?? []).map((p) => {
    const id = p.docs.custom.schema;
    return [id.slice(id.indexOf('#') + 1), worded(typeSchema(p.type, reach), WORDS[id]), p.optional] as const;
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map(([name, schema]) => [name, schema])),
    required: properties.filter(([, , optional]) => !optional).map(([name]) => name),
    additionalProperties: false,
  };
}

function typeSchema(type: Type, reach: (name: string) => void): Schema {
  if ('collection' in type) {
    const of = typeSchema(type.collection.elementtype, reach);
    return type.collection.kind === 'array'
      ? { type: 'array', items: of }
      : { type: 'object', additionalProperties: of };
  }
  if ('union' in type) return { anyOf: type.union.types.map((t) => typeSchema(t, reach)) };
  if ('fqn' in type) {
    reach(type.fqn);
    return { $ref: `#/definitions/${type.fqn}` };
  }
  if (type.primitive === 'date') return { type: 'string', format: 'date-time' };
  // The numbers of the kinds that a fleet writes are ports, counts and seconds.
  if (type.primitive === 'number') return { type: 'integer' };
  return type.primitive === 'any' ? {} : { type: type.primitive };
}

function worded(schema: Schema, words: readonly string[] | undefined): Schema {
  if (words === undefined) return schema;
  return schema['type'] === 'array'
    ? { ...schema, items: { type: 'string', enum: words } }
    : { ...schema, enum: words };
}
