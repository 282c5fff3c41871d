/** Lists and maps in values. */
import { type Issue, issue } from '../../errors';
import { ALLOWED, at, type Check, integer, isMap, quantity, string, type TypeName, wrong } from './scalars';

/** A map that is printed as it is. */
export const object: Check = (value, path) => (isMap(value) ? [] : wrong('object', value, path));

/** Labels, annotations, node selectors. Null drops a default entry. */
export const strings: Check = (value, path) => {
  if (!isMap(value)) return wrong('strings', value, path);
  return entries(value).flatMap(([key, v]) => string(v, at(path, key)));
};

/** A string that the chart passes through `tpl` and prints as a map. */
export const yaml: Check = (value, path) => {
  if (!isMap(value)) return string(value, path);
  const why = 'The chart renders the value as a template and prints the text; it fails on a map.';
  const fix = 'Write the map as a block of text (|).';
  return [issue('VALUES_FORM', { path, found: 'a map', allowed: ALLOWED.yaml, why, fix })];
};

/** A list of what `item` takes. */
export function listOf(type: TypeName, item: Check): Check {
  return (value, path) => {
    if (Array.isArray(value)) return value.flatMap((v, i) => item(v, `${path}[${i}]`));
    if (!isMap(value)) return wrong(type, value, path);
    // Upstream's own default of controllerDefaults.tolerations; an empty map prints nothing.
    if (type === 'list' && Object.keys(value).length === 0) return [];
    const why = 'The chart prints the value where Kubernetes takes a list, also where its own default is {}.';
    return [issue('VALUES_FORM', { path, found: 'a map', allowed: ALLOWED[type], why, fix: 'Write a list.' })];
  };
}

/** A map with a name. */
export const named: Check = (value, path) =>
  isMap(value) && typeof value['name'] === 'string' ? [] : wrong('names', value, path);

/** An environment variable of a container. */
export const variable: Check = (value, path) => {
  if (!isMap(value) || typeof value['name'] !== 'string') return wrong('env', value, path);
  return value['value'] === undefined ? [] : string(value['value'], `${path}.value`);
};

const AMOUNTS = ['cpu', 'memory', 'ephemeral-storage'];

/** Resources in the form of Linkerd's control plane: `memory: { limit: 250Mi }`. */
export function resources(type: 'resources' | 'resources+cores'): Check {
  return (value, path) => {
    if (!isMap(value)) return wrong(type, value, path);
    return entries(value).flatMap(([key, amount]) => {
      const here = at(path, key);
      if (key === 'limits' || key === 'requests') return [kubernetesForm(type, key, here)];
      if (key === 'cores' && type === 'resources+cores') return integer(amount, here);
      return AMOUNTS.includes(key) ? amounts(amount, here, ['request', 'limit']) : [unknown(key, here, ALLOWED[type])];
    });
  };
}

/** Resources in the form of Kubernetes, printed as they are: `limits: { memory: 250Mi }`. */
export const requirements: Check = (value, path) => {
  if (!isMap(value)) return wrong('requirements', value, path);
  return entries(value).flatMap(([key, amount]) => {
    const here = at(path, key);
    if (AMOUNTS.includes(key)) return [linkerdForm(key, here)];
    if (key === 'claims') return [];
    if (key === 'limits' || key === 'requests') return amounts(amount, here);
    return [unknown(key, here, ALLOWED.requirements)];
  });
};

function amounts(value: unknown, path: string, keys?: readonly string[]): Issue[] {
  if (!isMap(value)) return wrong('object', value, path);
  return entries(value).flatMap(([key, v]) => {
    const here = at(path, key);
    return keys?.includes(key) === false ? [unknown(key, here, keys.join(', '))] : quantity(v, here);
  });
}

function kubernetesForm(type: 'resources' | 'resources+cores', key: string, path: string): Issue {
  const why = 'The chart reads cpu.request, memory.limit and the like here; limits and requests have no effect.';
  const fix = 'Write e.g. memory: { request: 20Mi, limit: 250Mi }.';
  return issue('VALUES_FORM', { path, found: `the key "${key}"`, allowed: ALLOWED[type], why, fix });
}

function linkerdForm(key: string, path: string): Issue {
  const why = `The chart prints the map into the container as it is, and Kubernetes has no ${key} there.`;
  const fix = `Write limits: { ${key}: … } and requests: { ${key}: … }.`;
  return issue('VALUES_FORM', { path, found: `the key "${key}"`, allowed: ALLOWED.requirements, why, fix });
}

function unknown(key: string, path: string, allowed: string): Issue {
  return issue('VALUES_UNKNOWN_KEY', { path, found: `the key ${JSON.stringify(key)}`, allowed });
}

function entries(map: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(map).filter(([, v]) => v !== undefined && v !== null);
}
