/**
 * What an Application asks for: `plugin.parameters`, which Argo CD passes as JSON in ARGOCD_APP_PARAMETERS. The variables
 * PARAM_… beside it are not read: two names can come to the same variable there.
 */
import { FleetError, type Issue, issue } from '../../../errors';
import { nearest } from '../../../nearest';
import { COMPONENTS } from '../components';
import { short } from './words';

/** Parameters of an Application. */
export interface Parameters {
  /** The cluster whose objects are wanted. */
  readonly cluster?: string;
  /** The description, from the root of the repository. */
  readonly fleet?: string;
  /**
   * Components whose objects are wanted, by the names that the ApplicationSets have for them.
   *
   * @default - all
   */
  readonly components?: readonly string[];
}

/** Components that have objects beside their chart, or have no chart. */
export const WITH_OBJECTS = COMPONENTS.filter(({ chart, include }) => chart === undefined || include !== undefined).map(
  ({ name }) => name,
);

const TYPES = { cluster: 'string', fleet: 'string', components: 'array' } as const;
type Name = keyof typeof TYPES;

/** Where a parameter is, for a person who has the Application before them. */
export const parameterPath = (name: string): string => `plugin.parameters[${name}]`;

/**
 * Reads ARGOCD_APP_PARAMETERS. Argo CD sets it to `null` for a `plugin` block without parameters, and not at all without
 * such a block.
 *
 * @throws CMP_PARAMETER
 */
export function parseParameters(json: string | undefined): Parameters {
  const list = parseList(json);
  const issues: Issue[] = [];
  const found: Record<string, unknown> = {};
  for (const entry of list) {
    const result = read(entry);
    if ('code' in result) issues.push(result);
    else if (Object.hasOwn(found, result.name)) issues.push(wrong(result.name, 'the same parameter twice'));
    else found[result.name] = result.value;
  }
  if (issues.length > 0) throw new FleetError(issues);
  return found as Parameters;
}

function parseList(json: string | undefined): readonly unknown[] {
  if (json === undefined || json === '') return [];
  let list: unknown;
  try {
    list = JSON.parse(json);
  } catch {
    throw new FleetError([
      issue('CMP_PARAMETER', { path: 'ARGOCD_APP_PARAMETERS', found: 'text that is not JSON', allowed: 'JSON' }),
    ]);
  }
  if (list === null) return [];
  if (Array.isArray(list)) return list;
  throw new FleetError([
    issue('CMP_PARAMETER', { path: 'ARGOCD_APP_PARAMETERS', found: 'JSON that is not a list', allowed: 'a list' }),
  ]);
}

function read(entry: unknown): Issue | { readonly name: Name; readonly value: unknown } {
  const fields = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
  const { name } = fields;
  if (typeof name !== 'string') return wrong('', 'a parameter without a name');
  if (!Object.hasOwn(TYPES, name)) {
    const near = nearest(name, Object.keys(TYPES));
    return wrong(short(name, false), 'a parameter that does not exist', near && `Did you mean ${near}?`);
  }
  const type = TYPES[name as Name];
  const value = fields[type];
  if (type === 'string') {
    if (typeof value === 'string') return { name: name as Name, value: value === '' ? undefined : value };
    return wrong(name, `no string`, `Write { name: ${name}, string: … }.`);
  }
  return components(value);
}

function components(value: unknown): Issue | { readonly name: Name; readonly value: unknown } {
  if (!Array.isArray(value)) return wrong('components', 'no array', 'Write { name: components, array: [ … ] }.');
  if (value.length === 0) {
    return wrong('components', 'an empty list', 'Name the components, or remove the parameter to have all of them.');
  }
  for (const name of value) {
    if (typeof name === 'string' && WITH_OBJECTS.includes(name)) continue;
    const chart = COMPONENTS.some((component) => component.name === name);
    return {
      ...wrong('components', chart ? `${name}, which is a Helm chart and nothing else` : short(name), fixFor(name)),
      allowed: WITH_OBJECTS.join(', '),
    };
  }
  return { name: 'components', value };
}

function fixFor(name: unknown): string | undefined {
  const near = nearest(String(name), WITH_OBJECTS);
  return near === undefined ? undefined : `Did you mean ${near}?`;
}

const wrong = (name: string, found: string, fix?: string): Issue =>
  issue('CMP_PARAMETER', { path: parameterPath(name), found, fix });
