/** The types that the tables name. */
import { type Issue, issue } from '../../errors';
import * as scalars from './scalars';
import { ALLOWED, type Check, type TypeName } from './scalars';
import * as shapes from './shapes';

const POLICIES = [
  'all-authenticated',
  'all-unauthenticated',
  'cluster-authenticated',
  'cluster-unauthenticated',
  'deny',
  'audit',
];

const CHECKS: Readonly<Record<TypeName, Check>> = {
  string: scalars.string,
  boolean: scalars.boolean,
  integer: scalars.integer,
  number: scalars.number,
  intOrPercent: scalars.intOrPercent,
  duration: scalars.duration,
  quantity: scalars.quantity,
  csv: scalars.commas('csv'),
  ports: scalars.commas('ports'),
  inboundPolicy: scalars.oneOf(POLICIES),
  yaml: shapes.yaml,
  strings: shapes.strings,
  object: shapes.object,
  list: shapes.listOf('list', shapes.object),
  stringList: shapes.listOf('stringList', scalars.string),
  names: shapes.listOf('names', shapes.named),
  env: shapes.listOf('env', shapes.variable),
  resources: shapes.resources('resources'),
  'resources+cores': shapes.resources('resources+cores'),
  requirements: shapes.requirements,
};

/**
 * Issues of `value`, for which a table says `type`: a name, with `?` where null is the default, or options joined by
 * `|`.
 */
export function checkType(type: string, value: unknown, path: string): Issue[] {
  const name = type.replace('?', '');
  if (value === null) return name === type && name !== 'object' && name !== 'strings' ? [nothing(name, path)] : [];
  return name.includes('|') ? scalars.oneOf(name.split('|'))(value, path) : CHECKS[name as TypeName](value, path);
}

/** Of maps null is useful: Helm's way to drop a default, e.g. networkValidator.securityContext. */
function nothing(name: string, path: string): Issue {
  return issue('VALUES_FORM', {
    path,
    found: 'null',
    allowed: name.includes('|') ? name.split('|').join(', ') : ALLOWED[name as TypeName],
    why: 'Helm drops the default of a key that is null, and the template prints nothing or fails; where a chart asks whether the key is there (enableHttpRoutes, enableTlsRoutes, enableTcpRoutes) null means false.',
    fix: "Write the value, or leave the key out for the chart's default.",
  });
}
