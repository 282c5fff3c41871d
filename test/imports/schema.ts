/**
 * Holds a manifest against the CRD of its kind in imports/schemas, or against Kubernetes' own types, as an API server with
 * strict field validation would, and stricter: what a controller refuses later is refused here too.
 */
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { linkerdCrd } from '../../lib/linkerd/crds';
import type { LinkerdVersion } from '../../lib/linkerd/releases';
import { type Node, readCrds } from './crd-files';
import { type Kind, kubernetesKind, objectMeta, type Schema } from './kubernetes';

// Form of time.ParseDuration in Go, which is what the controllers read these fields with: 3s, 1h0m0s; no days, no bare number.
const GO_DURATION = /^[-+]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/;
const DNS_SUBDOMAIN = '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$';
const DNS_LABEL = '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$';
const QUALIFIED_NAME = '^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$';
const LABEL_VALUE = '^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$';
const NAMED_BY_LABEL = new Set(['v1 Namespace', 'v1 Service']);

const ajv = new Ajv({ allErrors: true, verbose: true, strictTypes: false });
ajv.addFormat('duration', GO_DURATION);
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$/);
ajv.addFormat('byte', /^[A-Za-z0-9+/]*={0,2}$/);
ajv.addFormat('int32', { type: 'number', validate: (n) => Math.abs(n) < 2 ** 31 });
ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });

const CUSTOM = new Map<string, Kind>(
  readCrds().flatMap((crd) =>
    crd.spec.versions.map((v): [string, Kind] => [
      `${crd.spec.group}/${v.name} ${crd.spec.names.kind}`,
      { schema: strict(v.schema.openAPIV3Schema), namespaced: crd.spec.scope === 'Namespaced' },
    ]),
  ),
);
const VALIDATORS = new Map<string, { readonly validate: ValidateFunction; readonly namespaced: boolean }>();

/**
 * What is wrong with a manifest, one line each: unknown fields, wrong types, words that are not allowed, missing fields,
 * wrong formats, names and labels that Kubernetes refuses, a namespace where there must be none or none where there must
 * be one. Empty when nothing is. A kind without a schema is a problem: nothing passes unseen.
 *
 * With `linkerd`, a version that the CRDs of that release do not serve is one too.
 */
export function validateAgainstCrd(manifest: unknown, linkerd?: LinkerdVersion): string[] {
  if (typeof manifest !== 'object' || manifest === null) return ['not an object'];
  const { apiVersion, kind, metadata } = manifest as Record<string, unknown>;
  const validator = validatorOf(String(apiVersion), String(kind));
  if (validator === undefined) return [`no schema for ${apiVersion} ${kind}`];
  validator.validate(manifest);
  const problems = readable(validator.validate.errors ?? []);
  const namespace = (metadata as { namespace?: unknown } | undefined)?.namespace;
  if (validator.namespaced && namespace === undefined) problems.push('metadata.namespace: missing');
  if (!validator.namespaced && namespace !== undefined)
    problems.push('metadata.namespace: not allowed, the kind is cluster-scoped');
  if (linkerd !== undefined && !served(linkerd, String(apiVersion), String(kind))) {
    problems.push(`apiVersion: Linkerd ${linkerd} does not serve ${apiVersion} ${kind}`);
  }
  return problems.sort();
}

function served(linkerd: LinkerdVersion, apiVersion: string, kind: string): boolean {
  const [group, version = ''] = apiVersion.split('/');
  const crd = linkerdCrd(linkerd, kind);
  return crd === undefined || crd.group !== group || crd.served.includes(version);
}

function validatorOf(apiVersion: string, kind: string) {
  const key = `${apiVersion} ${kind}`;
  const known = VALIDATORS.get(key);
  if (known !== undefined) return known;
  const found = CUSTOM.get(key) ?? kubernetesKind(apiVersion, kind);
  if (found === undefined) return undefined;
  const made = { validate: ajv.compile(manifestSchema(found.schema, apiVersion, kind)), namespaced: found.namespaced };
  VALIDATORS.set(key, made);
  return made;
}

function manifestSchema(schema: Schema, apiVersion: string, kind: string): Schema {
  const meta = metadataSchema(apiVersion, kind);
  return {
    ...schema,
    definitions: { ...(schema['definitions'] as Schema | undefined), ...(meta['definitions'] as Schema) },
    properties: {
      ...(schema['properties'] as Schema),
      apiVersion: { const: apiVersion },
      kind: { const: kind },
      metadata: { ...meta, definitions: undefined },
    },
    required: [...new Set(['apiVersion', 'kind', 'metadata', ...((schema['required'] as string[] | undefined) ?? [])])],
    additionalProperties: false,
  };
}

function metadataSchema(apiVersion: string, kind: string): Schema {
  const meta = objectMeta();
  const label = NAMED_BY_LABEL.has(`${apiVersion} ${kind}`);
  const rbac = apiVersion.startsWith('rbac.authorization.k8s.io/'); // its names may have colons and capitals
  const strings = (value: Schema) => ({
    type: 'object',
    propertyNames: { pattern: QUALIFIED_NAME },
    additionalProperties: value,
  });
  return {
    ...meta,
    required: ['name'],
    properties: {
      ...(meta['properties'] as Schema),
      name: {
        type: 'string',
        maxLength: label ? 63 : 253,
        ...(rbac ? {} : { pattern: label ? DNS_LABEL : DNS_SUBDOMAIN }),
      },
      namespace: { type: 'string', maxLength: 63, pattern: DNS_LABEL },
      labels: strings({ type: 'string', pattern: LABEL_VALUE }),
      annotations: strings({ type: 'string' }),
    },
  };
}

/** The node as JSON Schema in which an object has the fields it lists and no others, as the API server prunes them. */
function strict(node: Node): Schema {
  const { properties, items, additionalProperties, description, default: _, ...rest } = node;
  const keywords = Object.entries(rest).filter(([keyword]) => !keyword.startsWith('x-kubernetes-'));
  const open = node['x-kubernetes-preserve-unknown-fields'] === true;
  return {
    ...Object.fromEntries(keywords),
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([k, v]) => [k, strict(v)])) }),
    ...(items && { items: strict(items) }),
    ...(node.type === 'object' &&
      !open && { additionalProperties: additionalProperties ? strict(additionalProperties) : false }),
  };
}

/** Errors of the branches of oneOf and anyOf say less than the choice itself, which has its own error. */
function readable(errors: readonly ErrorObject[]): string[] {
  const lines = errors.filter((e) => !/\/((oneOf|anyOf)\/\d+|propertyNames)\//.test(e.schemaPath)).map(line);
  return [...new Set(lines)];
}

function line(error: ErrorObject): string {
  const segments = error.instancePath
    .split('/')
    .slice(1)
    .map((s) => s.replaceAll('~1', '/').replaceAll('~0', '~'));
  const at = (...more: string[]) => [...segments, ...more].join('.').replace(/\.(\d+)(?=\.|$)/g, '[$1]');
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case 'additionalProperties':
      return `${at(String(params['additionalProperty']))}: unknown field`;
    case 'required':
      return `${at(String(params['missingProperty']))}: missing`;
    case 'enum':
      return `${at()}: ${JSON.stringify(error.data)} is not one of ${(params['allowedValues'] as unknown[]).join(', ')}`;
    case 'oneOf':
    case 'anyOf':
      return `${at()}: must be ${error.keyword === 'oneOf' ? 'exactly' : 'at least'} one of ${choices(error.schema as Node[])}`;
    case 'propertyNames':
      return `${at(String(params['propertyName']))}: not a valid key`;
    default:
      return `${at()}: ${JSON.stringify(error.data)} ${error.message}`;
  }
}

function choices(branches: readonly Node[]): string {
  return branches.map((b) => b.required?.join(' and ') ?? b.type).join(', ');
}
