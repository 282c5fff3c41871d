/**
 * What the admission policies of a cluster ask, in CEL. A Link and a Service are held against one value each in a ConfigMap
 * of the cluster: what is written there by `linkPin` and `exportPin` is what these expressions make of the object.
 */
import type { Manifest } from '../../emit/manifest';
import * as names from '../../linkerd/names';

const LINK_FIELDS = [
  'targetClusterName',
  'targetClusterLinkerdNamespace',
  'clusterCredentialsSecret',
  'gatewayAddress',
  'gatewayPort',
  'gatewayIdentity',
] as const;
const SELECTORS = ['selector', 'remoteDiscoverySelector', 'federatedServiceSelector'] as const;
const MARKS = [names.EXPORTED_LABEL, names.FEDERATED_LABEL] as const;

/** A validation of a ValidatingAdmissionPolicy. */
export interface Validation {
  readonly expression: string;
  readonly messageExpression: string;
  readonly reason: 'Forbidden';
}

/** How expressions ask for what the fleet allows, which is strings by key; keys are expressions too. */
export interface Pins {
  /** Whether there is a list at all. */
  readonly isThere: string;
  readonly has: (key: string) => string;
  readonly get: (key: string) => string;
}

/** The ConfigMap of a ValidatingAdmissionPolicy. */
export const PARAMS: Pins = {
  isThere: 'has(params.data)',
  has: (key) => `${key} in params.data`,
  get: (key) => `params.data[${key}]`,
};

/** Removing a finalizer of what is being deleted must not need a place in the fleet; changing it is not part of that. */
const ENDING = "request.operation == 'UPDATE' && has(object.metadata.deletionTimestamp)";

/** The Link is one of the fleet, with its target, gateway and selectors. */
export function linkValidation(namespace: string, { isThere, has, get }: Pins = PARAMS): Validation {
  const fields = LINK_FIELDS.map((f) => `(has(object.spec.${f}) ? object.spec.${f} : '')`);
  const pins = `[${fields.join(', ')}].join('|') == ${get('object.metadata.name')}`;
  const selectors = SELECTORS.map((field) => isSelector(field, { has, get }));
  const isPinned = [isThere, has('object.metadata.name'), pins, ...selectors];
  return {
    expression: `(${ENDING} && object.spec == oldObject.spec) || (request.namespace == '${namespace}' && ${isPinned.join(' && ')})`,
    messageExpression: `'Link ' + request.namespace + '/' + object.metadata.name + ' is not one of the fleet, or differs from it'`,
    reason: 'Forbidden',
  };
}

/** The labels asked for are the ones there, in whatever order; without a selector the key is not there. */
function isSelector(field: string, { has, get }: Omit<Pins, 'isThere'>): string {
  const [own, key] = [`object.spec.${field}`, `object.metadata.name + '.${field}'`];
  const labels = `${get(key)}.split(',')`;
  const equal = `size(${own}.matchLabels) == size(${labels}) && ${own}.matchLabels.all(k, (k + '=' + ${own}.matchLabels[k]) in ${labels})`;
  const plain = `has(${own}.matchLabels) && (!has(${own}.matchExpressions) || size(${own}.matchExpressions) == 0)`;
  return `(has(${own}) ? (${has(key)} && ${plain} && ${equal}) : !(${has(key)}))`;
}

/** What the ConfigMap has for a Link. */
export function linkPin({ metadata: { name }, spec }: Manifest): Readonly<Record<string, string>> {
  const fields = spec as Readonly<Record<string, unknown>>;
  const selectors = SELECTORS.flatMap((field) => {
    const labels = (fields[field] as { readonly matchLabels?: Readonly<Record<string, string>> } | undefined)
      ?.matchLabels;
    const list = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`);
    return labels === undefined ? [] : [[`${name}.${field}`, list.sort().join(',')]];
  });
  return { [name]: LINK_FIELDS.map((field) => fields[field] ?? '').join('|'), ...Object.fromEntries(selectors) };
}

/** The Service crosses clusters as the fleet says, or not at all, or as it did before. */
export function exportValidation({ isThere, has, get }: Pins = PARAMS): Validation {
  const label = (of: string, mark: string) =>
    `(has(${of}.metadata.labels) && '${mark}' in ${of}.metadata.labels ? ${of}.metadata.labels['${mark}'] : '')`;
  const marks = (of: string) => `[${MARKS.map((mark) => label(of, mark)).join(', ')}].join('|')`;
  const isUnmarked = `(!has(object.metadata.labels) || !object.metadata.labels.exists(k, k in ['${MARKS.join("', '")}']))`;
  const isAsBefore = `(request.operation == 'UPDATE' && ${marks('object')} == ${marks('oldObject')})`;
  const key = "request.namespace + '.' + object.metadata.name";
  const isPinned = `(${isThere} && ${has(`(${key})`)} && ${get(key)} == ${marks('object')})`;
  return {
    expression: `${isUnmarked} || ${isAsBefore} || ${isPinned}`,
    messageExpression: `'Service ' + request.namespace + '/' + object.metadata.name + ' does not cross clusters like this in the fleet'`,
    reason: 'Forbidden',
  };
}

/** What the ConfigMap has for a Service that crosses clusters; nothing for others. */
export function exportPin({ metadata: { name, namespace, labels = {} } }: Manifest): Readonly<Record<string, string>> {
  if (!MARKS.some((mark) => mark in labels)) return {};
  return { [`${namespace}.${name}`]: MARKS.map((mark) => labels[mark] ?? '').join('|') };
}

/** Secrets that controllers take for credentials of Links: the type is read by one of them, the name by the other. */
export function credentialCondition(namespaces: readonly string[]): string {
  const isNamed = `has(object.metadata.name) && object.metadata.name.startsWith('${names.credentialsSecretName('')}')`;
  const isThere = `request.namespace in ['${namespaces.join("', '")}']`;
  return `(has(object.type) && object.type == '${names.CREDENTIALS_SECRET_TYPE}') || (${isThere} && ${isNamed})`;
}

/**
 * The Secret is one of the fleet, in a namespace where it is read, and written by who delivers credentials. Whoever helps
 * out writes what he likes.
 */
export function credentialValidation(
  { namespaces, breakGlass }: { readonly namespaces: readonly string[]; readonly breakGlass?: string },
  { isThere, has, get }: Pins = PARAMS,
): Validation {
  const isSame = 'has(object.data) == has(oldObject.data) && (!has(object.data) || object.data == oldObject.data)';
  const listed = (key: string, what: string) =>
    `(${isThere} && ${has(`'${key}'`)} && ${what} in ${get(`'${key}'`)}.split(','))`;
  const isWriter = listed('writers', 'request.userInfo.username');
  const isNamed = `(request.namespace in ['${namespaces.join("', '")}'] && has(object.metadata.name) && ${listed('names', 'object.metadata.name')})`;
  const isHelp = `(has(request.userInfo.groups) && request.userInfo.groups.exists(g, g == ${JSON.stringify(breakGlass)}))`;
  const ways = [`(${ENDING} && ${isSame})`, `(${isWriter} && ${isNamed})`];
  return {
    expression: [...ways, ...(breakGlass === undefined ? [] : [isHelp])].join(' || '),
    messageExpression: `${isWriter} ? 'the fleet has no link credential of this name in this cluster' : request.userInfo.username + ' does not write link credentials in this cluster'`,
    reason: 'Forbidden',
  };
}

/** What the ConfigMap has for credentials: who writes them, and their names. */
export function credentialPins(writers: readonly string[], names: readonly string[]): Readonly<Record<string, string>> {
  return { names: names.join(','), writers: writers.join(',') };
}
