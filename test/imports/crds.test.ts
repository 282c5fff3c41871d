import { describe, expect, it } from 'vitest';
import { type CrdField, type LinkerdCrd, linkerdCrd } from '../../lib/linkerd/crds';
import { LINKERD_VERSIONS } from '../../lib/linkerd/releases';
import { type Crd, type Node, readCrds } from './crd-files';

/** Where our schemas refuse what the CRD takes, because a controller cannot read it. Also in the schemas' own comments. */
const STRICTER = [
  /\.matchLabels$/, // strings only
  /^Server v1beta3 spec\.(accessPolicy|proxyProtocol)$/, // words that the policy controller knows
];
/** 2.17 takes any text as the period of v1alpha2; its own link command writes a duration. */
const EARLIER = ['2.17 Link v1alpha2 spec.probeSpec.period'];

const linkerd = readCrds().filter((crd) => crd.file.startsWith('linkerd-'));

function flatten(node: Node, path = ''): Map<string, CrdField> {
  const own: CrdField = {
    type: node['x-kubernetes-int-or-string'] ? 'int-or-string' : (node.type ?? ''),
    format: node.format,
    enum: node.enum,
    default: node.default,
    required: node.required,
    oneOf: node.oneOf?.map((o) => o.required ?? []),
    open: node['x-kubernetes-preserve-unknown-fields'],
    minimum: node.minimum,
    maximum: node.maximum,
    minItems: node.minItems,
    maxItems: node.maxItems,
  };
  const children = Object.entries(node.properties ?? {}).map(
    ([name, child]) => [path ? `${path}.${name}` : name, child] as const,
  );
  if (node.items) children.push([`${path}[]`, node.items]);
  return new Map([[path, own], ...children.flatMap(([at, child]) => [...flatten(child, at)])]);
}

/** Unset keywords removed and sets sorted, so that equal means equal. */
function plain(field: CrdField | undefined) {
  const sorted = { ...field, required: field?.required && [...field.required].sort() };
  return Object.fromEntries(Object.entries(sorted).filter(([, value]) => value !== undefined));
}

function table(version: (typeof LINKERD_VERSIONS)[number], kind: string): LinkerdCrd {
  const found = linkerdCrd(version, kind);
  if (found === undefined) throw new Error(`no table of ${kind} in ${version}`);
  return found;
}

function each(
  check: (
    crd: Crd,
    version: Crd['spec']['versions'][number],
    fields: Readonly<Record<string, CrdField>>,
    at: string,
  ) => void,
) {
  for (const release of LINKERD_VERSIONS) {
    for (const crd of linkerd) {
      const known = table(release, crd.spec.names.kind);
      for (const v of crd.spec.versions) {
        if (known.served.includes(v.name))
          check(crd, v, known.fields[v.name] ?? {}, `${release} ${crd.spec.names.kind} ${v.name}`);
      }
    }
  }
}

describe('our schemas of Linkerd kinds', () => {
  it('have only fields that each release has, with the same type, format, words, default and required fields', () => {
    each((_, v, fields, at) => {
      for (const [path, field] of flatten(v.schema.openAPIV3Schema)) {
        const where = `${at} ${path}`;
        const kindPath = where.slice(where.indexOf(' ') + 1);
        if (EARLIER.includes(where) || STRICTER.some((s) => s.test(kindPath))) {
          expect(fields[path]?.type, where).toBe(field.type);
        } else {
          expect(plain(field), where).toEqual(plain(fields[path]));
        }
      }
    });
  });

  it('have all of Link, in every version', () => {
    const seen: string[] = [];
    each((crd, v, fields, at) => {
      if (crd.spec.names.kind !== 'Link') return;
      seen.push(at);
      expect([...flatten(v.schema.openAPIV3Schema).keys()].sort(), at).toEqual(Object.keys(fields).sort());
    });
    expect(seen).toHaveLength(2 + 3 * 3);
  });

  it('have the names, the scope and the stored version of the newest release', () => {
    for (const crd of linkerd) {
      const { group, plural, scope, storage } = table('2.20', crd.spec.names.kind);
      expect(crd.metadata.name).toBe(`${plural}.${group}`);
      expect({ group: crd.spec.group, plural: crd.spec.names.plural, scope: crd.spec.scope }).toEqual({
        group,
        plural,
        scope,
      });
      expect(crd.spec.versions.filter((v) => v.storage).map((v) => v.name)).toEqual([storage]);
    }
  });
});

describe('the table of Linkerd fields', () => {
  it('knows since when Link has its newer fields', () => {
    expect(table('2.17', 'Link').served).toEqual(['v1alpha1', 'v1alpha2']);
    expect(table('2.17', 'Link').storage).toBe('v1alpha2');
    for (const release of ['2.18', '2.19', '2.20'] as const) {
      expect(table(release, 'Link').storage).toBe('v1alpha3');
      expect(table(release, 'Link').fields['v1alpha2']).not.toHaveProperty(['spec.excludedLabels']);
      expect(table(release, 'Link').fields['v1alpha3']).toHaveProperty(['spec.excludedLabels']);
    }
  });

  it('says that every scalar of a Link is a string and none is required', () => {
    each((crd, _, fields) => {
      if (crd.spec.names.kind !== 'Link') return;
      const spec = Object.entries(fields).filter(([path]) => path.startsWith('spec'));
      expect(new Set(spec.map(([, f]) => f.type))).toEqual(new Set(['object', 'array', 'string']));
      expect(spec.filter(([path, f]) => f.required && !path.endsWith('matchExpressions[]'))).toEqual([]);
    });
  });

  it('knows no other kinds', () => {
    expect(linkerdCrd('2.20', 'Gateway')).toBeUndefined();
  });
});

describe('every schema', () => {
  const KEYWORDS = new Set(
    (
      'type format enum default description required properties additionalProperties items oneOf anyOf minimum maximum minItems maxItems minLength ' +
      'maxLength minProperties maxProperties pattern x-kubernetes-int-or-string x-kubernetes-preserve-unknown-fields x-kubernetes-list-type ' +
      'x-kubernetes-list-map-keys'
    ).split(' '),
  );
  const nodes = (node: Node, at: string): [string, Node][] => [
    [at, node],
    ...Object.entries(node.properties ?? {}).flatMap(([name, child]) => nodes(child, `${at}.${name}`)),
    ...(node.items ? nodes(node.items, `${at}[]`) : []),
    ...(node.additionalProperties ? nodes(node.additionalProperties, `${at}{}`) : []),
  ];
  const all = readCrds().flatMap((crd) =>
    crd.spec.versions.flatMap((v) => nodes(v.schema.openAPIV3Schema, `${crd.spec.names.kind} ${v.name} `)),
  );

  it('uses keywords of CRDs only: an unquoted comma in a description makes new ones', () => {
    const strange = all.flatMap(([at, node]) =>
      Object.keys(node)
        .filter((k) => !KEYWORDS.has(k))
        .map((k) => `${at}: ${k}`),
    );
    expect(strange).toEqual([]);
  });

  it('says what each field is for', () => {
    const silent = all
      .filter(([at, node]) => !/(\[\]|\{\})$/.test(at) && typeof node.description !== 'string')
      .map(([at]) => at);
    expect(silent).toEqual([]);
  });

  it('requires only fields that it has', () => {
    const missing = all.flatMap(([at, node]) =>
      [node, ...(node.oneOf ?? []), ...(node.anyOf ?? [])]
        .flatMap((n) => n.required ?? [])
        .filter((name) => name !== 'metadata' && !(name in (node.properties ?? {})))
        .map((name) => `${at}.${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('makes defaults of its own words', () => {
    for (const [at, node] of all)
      if (node.enum && node.default !== undefined) expect(node.enum, at).toContain(node.default);
  });
});
