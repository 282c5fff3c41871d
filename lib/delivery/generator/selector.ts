/** Label selectors as text, as kubectl takes them with -l. */
import { FleetError, issue } from '../../errors';
import type { ClusterSelector } from '../../fleet/spec';

type Expression = NonNullable<Exclude<ClusterSelector, string[]>['matchExpressions']>[number];

const KEY = '[A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?';
const VALUE = '[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?';
const EQUALS = new RegExp(`^(${KEY})\\s*(==?|!=)\\s*(${VALUE})?$`);
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const EXISTS = new RegExp(`^(!?)\\s*(${KEY})$`);

/**
 * `region=eu,environment in (prod, canary),!legacy` as a selector; every condition must hold.
 *
 * @param path where the text is, for a person who has to correct it
 * @throws GENERATOR_PARAMETER
 */
export function parseSelector(text: string, path: string): ClusterSelector {
  const conditions = text.split(/,(?![^()]*\))/).map((condition) => condition.trim());
  return {
    matchExpressions: conditions.map((condition) => {
      const expression = parseCondition(condition);
      if (expression !== undefined) return expression;
      const found = JSON.stringify(condition.slice(0, 100));
      throw new FleetError([
        issue('GENERATOR_PARAMETER', { path, found, allowed: 'key=value, key!=value, key in (a,b), key, !key' }),
      ]);
    }),
  };
}

function parseCondition(condition: string): Expression | undefined {
  const [, key, operator, value = ''] = EQUALS.exec(condition) ?? [];
  if (key !== undefined) return { key, operator: operator === '!=' ? 'NotIn' : 'In', values: [value] };
  const [, of, word, list] = SET.exec(condition) ?? [];
  if (of !== undefined && list !== undefined) {
    const values = list.split(',').map((item) => item.trim());
    if (values.some((item) => item !== '' && !new RegExp(`^${VALUE}$`).test(item))) return undefined;
    return { key: of, operator: word === 'in' ? 'In' : 'NotIn', values };
  }
  const [, not, name] = EXISTS.exec(condition) ?? [];
  return name === undefined ? undefined : { key: name, operator: not === '' ? 'Exists' : 'DoesNotExist' };
}
