import { describe, expect, it } from 'vitest';
import { clustersAsked, etag, forArgocd, forFlux, isKnown, parseAsked } from '../../../lib/delivery/generator/answer';
import { indexOf, indexText } from '../../../lib/delivery/generator/parameters';
import { parseSelector } from '../../../lib/delivery/generator/selector';
import { FleetError } from '../../../lib/errors';
import { fleetOf } from '../argocd/fixture';

const fleet = indexOf(fleetOf());
const ALL = parseAsked({}, 'query');
const names = (selector: string) =>
  clustersAsked(fleet, undefined, { ...ALL, selector: parseSelector(selector, '-l'), allowEmpty: true }).map(
    ({ name }) => name,
  );

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (FleetError.is(error)) return error.issues.map(({ code, path }) => `${code} ${path}`).join();
    throw error;
  }
  return 'nothing';
}

describe('a selector', () => {
  it.each([
    ['region=eu', 'eu-1 eu-2'],
    ['region==eu', 'eu-1 eu-2'],
    ['region!=eu', 'us-1'],
    ['environment!=prod', 'eu-2 us-1'],
    ['environment in (prod, canary)', 'eu-1 us-1'],
    ['environment notin (prod)', 'eu-2 us-1'],
    ['environment', 'eu-1 us-1'],
    ['!environment', 'eu-2'],
    ['region=eu,environment in (prod,canary)', 'eu-1'],
    ['name in (eu-2,us-1)', 'eu-2 us-1'],
    ['region=apac', ''],
  ])('%s selects %s', (selector, selected) => {
    expect(names(selector).join(' ')).toBe(selected);
  });

  it.each(['=eu', 'region=eu,', 'region in eu', 'region in (eu', 'a b', 'region=eu;rm', '{}', 'region=(eu)'])(
    'GENERATOR_PARAMETER: refuses %s',
    (selector) => {
      expect(codeOf(() => parseSelector(selector, 'query.selector'))).toBe('GENERATOR_PARAMETER query.selector');
    },
  );
});

describe('parameters', () => {
  it('are selector, allowEmpty and limit, as JSON or as text of a query', () => {
    expect(parseAsked({ selector: ' ', allowEmpty: 'true', limit: '250' }, 'query')).toEqual({
      allowEmpty: true,
      limit: 250,
    });
    expect(parseAsked({ allowEmpty: true }, 'query').allowEmpty).toBe(true);
  });

  it.each([{ selektor: 'region=eu' }, { selector: ['eu'] }, { allowEmpty: 'yes' }, { limit: '0' }, { limit: '1e9' }])(
    'GENERATOR_PARAMETER: refuses %j',
    (parameters) => {
      const [name] = Object.keys(parameters);
      expect(codeOf(() => parseAsked(parameters, 'query'))).toBe(`GENERATOR_PARAMETER query.${name}`);
    },
  );
});

describe('an answer', () => {
  it('has what the index has', () => {
    expect(JSON.parse(forArgocd(clustersAsked(fleet, undefined, ALL)))).toEqual({
      output: { parameters: JSON.parse(indexText(fleet)) },
    });
    expect(JSON.parse(forFlux(clustersAsked(fleet, undefined, ALL), ALL)).inputs).toEqual(
      JSON.parse(indexText(fleet)).map((cluster: { name: string }) => ({ id: cluster.name, ...cluster })),
    );
  });

  it('is held to what the server was told to serve, whatever a request selects', () => {
    const served = parseSelector('region=eu', '-l');
    const asked = { ...ALL, selector: parseSelector('name in (eu-1,us-1)', 'query') };
    expect(clustersAsked(fleet, served, asked).map(({ name }) => name)).toEqual(['eu-1']);
  });

  it('GENERATOR_EMPTY: is never an empty list, but where one is asked for', () => {
    const asked = { ...ALL, selector: parseSelector('region=apac', 'query') };
    expect(codeOf(() => clustersAsked(fleet, undefined, asked))).toBe('GENERATOR_EMPTY fleet test');
    expect(forArgocd(clustersAsked(fleet, undefined, { ...asked, allowEmpty: true }))).toBe(
      '{"output":{"parameters":[]}}',
    );
  });

  it('GENERATOR_EMPTY: is none of a fleet without clusters', () => {
    expect(codeOf(() => clustersAsked(indexOf(fleetOf({ clusters: {} })), undefined, ALL))).toBe(
      'GENERATOR_EMPTY fleet test',
    );
  });

  it('GENERATOR_LIMIT: is none for Flux that Flux would cut', () => {
    const clusters = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`c${i}`, {}]));
    const many = clustersAsked(indexOf(fleetOf({ clusters })), undefined, ALL);
    expect(codeOf(() => forFlux(many, ALL))).toContain('GENERATOR_LIMIT');
    expect(JSON.parse(forFlux(many, { ...ALL, limit: 101 })).inputs).toHaveLength(101);
    const huge = many.map((cluster) => ({ ...cluster, labels: { big: 'x'.repeat(10_000) } }));
    expect(codeOf(() => forFlux(huge, { ...ALL, limit: 101 }))).toContain('GENERATOR_LIMIT');
  });

  it('has a validator that changes with it', () => {
    expect(etag('a')).toMatch(/^"[0-9a-f]{32}"$/);
    expect(etag('a')).not.toBe(etag('b'));
    const tag = etag('a');
    for (const header of [tag, `"x", ${tag}`, `W/${tag}`, '*']) expect(isKnown(header, tag)).toBe(true);
    for (const header of [undefined, '', '"x"', tag.replaceAll('"', '')]) expect(isKnown(header, tag)).toBe(false);
  });
});
