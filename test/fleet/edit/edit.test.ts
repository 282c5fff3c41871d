import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { type Edit, editDocuments, setIn } from '../../../lib/fleet/edit/edit';
import { editText } from '../../../lib/fleet/edit/text';

const FLEET = { kind: 'Fleet', name: 'main' } as const;
const EAST = { kind: 'Cluster', name: 'east' } as const;
const anchors = (value: unknown, ...more: (string | number)[]): Edit => ({
  document: FLEET,
  path: ['spec', 'trust', 'anchors', ...more],
  value,
});

const TEXT = `# The mesh.
apiVersion: linkerd-fleet.dev/v1alpha1
kind: Fleet
metadata: { name: main }
spec:
  linkerd: { version: "2.20" }   # one for all

  trust:
    anchors: trust/a.pem   # since 2024
    issuer: { existing: {} }        # by other means
  topology:
  - fullMesh: {}
---
kind: Cluster
metadata: {name: east}
# nothing yet
spec:
  podCidrs: [10.0.0.0/16]
---
kind: Service
metadata: { name: main }
spec: { }
`;

describe('a change in a YAML file', () => {
  const lines = (text: string) => text.split('\n');
  const changed = (...edits: Edit[]) => {
    const after = lines(editText('fleet.yaml', TEXT, edits));
    const before = lines(TEXT);
    return after.filter((line, i) => !before.includes(line) || (after.length === before.length && line !== before[i]));
  };

  it('touches no line but its own, and keeps the comment on that one', () => {
    expect(changed(anchors(['trust/a.pem', 'trust/b.pem']))).toEqual([
      '    anchors: [ trust/a.pem, trust/b.pem ]   # since 2024',
    ]);
    expect(changed({ document: FLEET, path: ['spec', 'linkerd', 'version'], value: '2.19' })).toEqual([
      '  linkerd: { version: "2.19" }   # one for all',
    ]);
  });

  it('adds what is not there below the deepest map that is', () => {
    const edit = (key: string, value: unknown): Edit => ({ document: EAST, path: ['spec', 'trust', key], value });
    expect(changed(edit('anchors', ['x.pem']))).toEqual(['  trust: { anchors: [ x.pem ] }']);
    expect(changed({ document: FLEET, path: ['spec', 'trust', 'webhooks'], value: 'existing' })).toEqual([
      '    webhooks: existing',
    ]);
    expect(changed({ document: FLEET, path: ['spec', 'topology', 1], value: { fullMesh: {} } })).toEqual([
      '  - { fullMesh: {} }',
    ]);
    const two = editText('fleet.yaml', TEXT, [edit('anchors', 'x.pem'), edit('webhooks', 'existing')]);
    expect(two).toContain('\n  podCidrs: [10.0.0.0/16]\n  trust: { anchors: x.pem, webhooks: existing }\n---');
  });

  it('adds to lists and takes from them, in both layouts', () => {
    const flow = editText('fleet.yaml', TEXT, [anchors(['a.pem', 'b.pem'])]);
    const three = editText('fleet.yaml', flow, [anchors('c.pem', 2)]);
    expect(three).toContain('anchors: [ a.pem, b.pem, c.pem ]   # since 2024');
    expect(editText('fleet.yaml', three, [anchors(undefined, 1)])).toContain('[ a.pem, c.pem ]');
    expect(editText('fleet.yaml', three, [anchors(undefined, 0)])).toContain('[ b.pem, c.pem ]');
    const block = TEXT.replace(
      'anchors: trust/a.pem   # since 2024',
      'anchors:\n    - a.pem # old\n    # the next one\n    - b.pem',
    );
    expect(editText('fleet.yaml', block, [anchors('c.pem', 2)])).toContain('\n    - b.pem\n    - c.pem\n    issuer');
    expect(editText('fleet.yaml', block, [anchors(undefined, 1)])).toContain(
      '- a.pem # old\n    # the next one\n    issuer',
    );
  });

  it('does what does not go by lines all the same, and keeps comments', () => {
    const block = TEXT.replace('anchors: trust/a.pem   # since 2024', 'anchors:\n    # old\n    - a.pem\n    - b.pem');
    const after = editText('fleet.yaml', block, [anchors(undefined, 0)]);
    expect(parseAllDocuments(after)[0]!.toJS().spec.trust.anchors).toEqual(['b.pem']);
    for (const comment of ['# The mesh.', '# one for all', '# by other means', '# nothing yet'])
      expect(after).toContain(comment);
  });

  it('ends lines as they ended', () => {
    const crlf = TEXT.replaceAll('\n', '\r\n');
    for (const edit of [anchors('x.pem'), { document: EAST, path: [], value: undefined }, anchors(undefined)]) {
      expect(editText('fleet.yaml', crlf, [edit])).toBe(editText('fleet.yaml', TEXT, [edit]).replaceAll('\n', '\r\n'));
    }
    expect(editText('fleet.yaml', `${crlf}\n`, [anchors('x.pem')])).toContain('\r\n');
  });

  it('leaves documents that it does not concern to the letter, however it is made', () => {
    const block = TEXT.replace('anchors: trust/a.pem', 'anchors:\n    - a.pem\n    - b.pem');
    const [, ...others] = block.split(/^(?=---)/m);
    const after = editText('fleet.yaml', block, [anchors(undefined, 0)]);
    expect(after.endsWith(others.join(''))).toBe(true);
  });

  it('fills what is empty', () => {
    const empty = TEXT.replace('\n  podCidrs: [10.0.0.0/16]', '');
    const edit: Edit = { document: EAST, path: ['spec', 'trust', 'anchors'], value: 'x.pem' };
    const after = editText('fleet.yaml', empty, [edit]);
    expect(parseAllDocuments(after)[1]!.toJS().spec).toEqual({ trust: { anchors: 'x.pem' } });
    expect(after).toContain('# nothing yet');
  });

  it('leaves other documents of that name alone', () => {
    const service: Edit = {
      document: { kind: 'Service', name: 'main', namespace: 'shop' },
      path: ['spec', 'x'],
      value: 1,
    };
    expect(editText('fleet.yaml', TEXT, [service])).toBe(TEXT);
  });
});

describe('a change in a JSON file', () => {
  it('keeps the indentation, and finds documents in Lists', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [{ kind: 'Fleet', metadata: { name: 'main' }, spec: {} }] };
    for (const indent of [0, 1, 2, '\t']) {
      const text = `${JSON.stringify(list, null, indent)}\n`;
      const items = [{ ...list.items[0], spec: { trust: { anchors: 'a.pem' } } }];
      expect(editText('fleet.json', text, [anchors('a.pem')])).toBe(
        `${JSON.stringify({ ...list, items }, null, indent)}\n`,
      );
    }
  });
});

describe('the same change', () => {
  const key = fc.constantFrom('spec', 'trust', 'anchors', 'a b', 'x: y', '#', 'yes', '1');
  const scalar = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom('- a', 'a, b', '}', 'x: y', '@', '~'),
  );
  const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.dictionary(key, scalar, { maxKeys: 3 }));
  const spec = fc.dictionary(key, fc.oneof(value, fc.dictionary(key, value, { maxKeys: 3 })), { maxKeys: 4 });
  const path = fc.array(fc.oneof(key, fc.nat(2)), { minLength: 1, maxLength: 3 });

  it('says the same in memory, in YAML of either style and in JSON', () => {
    fc.assert(
      fc.property(spec, path, value, fc.boolean(), (given, below, to, isFlow) => {
        const document = { kind: 'Fleet', metadata: { name: 'main' }, spec: given };
        const edit: Edit = { document: FLEET, path: ['spec', ...below], value: to };
        fc.pre(!hasListOnTheWay(given, below));
        const [{ value: wanted } = { value: undefined }] = editDocuments([{ value: document }], [edit]);
        const yaml = stringify(document, isFlow ? { collectionStyle: 'flow' } : {});
        expect(parseAllDocuments(editText('f.yaml', yaml, [edit])).map((d) => d.toJS())).toEqual([wanted]);
        expect(JSON.parse(editText('f.json', JSON.stringify(document), [edit]))).toEqual(wanted);
      }),
      { numRuns: 600 },
    );
  });

  /** A key that a list, or a scalar, has no place for. */
  function hasListOnTheWay(given: unknown, [first, ...rest]: readonly (string | number)[]): boolean {
    if (first === undefined) return false;
    if (Array.isArray(given))
      return typeof first !== 'number' || first > given.length || hasListOnTheWay(given[first], rest);
    if (typeof given !== 'object' || given === null) return given !== undefined || typeof first === 'number';
    return typeof first === 'number' || hasListOnTheWay((given as Record<string, unknown>)[first], rest);
  }

  it('leaves what it was given as it was', () => {
    const given = Object.freeze({ a: Object.freeze([Object.freeze({ b: 1 })]) });
    expect(setIn(given, ['a', 0, 'b'], 2)).toEqual({ a: [{ b: 2 }] });
    expect(setIn(given, ['a', 1], 3)).toEqual({ a: [{ b: 1 }, 3] });
    expect(setIn(given, ['a', 0], undefined)).toEqual({ a: [] });
    expect(setIn(given, ['a'], undefined)).toEqual({});
    expect(given).toEqual({ a: [{ b: 1 }] });
  });
});

describe('a document that goes', () => {
  const gone = (kind: Edit['document']['kind'], name: string): Edit => ({
    document: { kind, name },
    path: [],
    value: undefined,
  });

  it('takes its part of the text along, and nothing of the others', () => {
    const text = editText('fleet.yaml', TEXT, [gone('Cluster', 'east')]);
    const [first, , last] = TEXT.split(/^(?=---)/m);
    expect(text).toBe(`${first}${last}`);
    expect(editText('fleet.yaml', `# all\n${text}`, [gone('Fleet', 'main')])).toBe(last);
  });

  it('leaves an empty text when it was the last: the file can go', () => {
    const [cluster] = TEXT.split(/^---\n/m).slice(1);
    expect(editText('east.yaml', `---\n${cluster}`, [gone('Cluster', 'east')])).toBe('');
    expect(editText('east.json', '{"kind":"Cluster","metadata":{"name":"east"}}', [gone('Cluster', 'east')])).toBe('');
  });

  it('goes from lists, several at once, and from memory', () => {
    const items = ['a', 'b', 'c', 'd'].map((name) => ({ kind: 'Cluster', metadata: { name } }));
    const edits = [gone('Cluster', 'b'), gone('Cluster', 'c')];
    const list = JSON.stringify({ kind: 'List', items });
    const left = [items[0], items[3]];
    expect(JSON.parse(editText('f.json', list, edits)).items).toEqual(left);
    expect(parseAllDocuments(editText('f.yaml', stringify(items), edits))[0]?.toJS()).toEqual(left);
    expect(
      editDocuments(
        items.map((value) => ({ value })),
        edits,
      ).map(({ value }) => value),
    ).toEqual(left);
  });

  it('may stand beside other changes, also of what becomes the first of a list', () => {
    const text =
      'kind: Fleet\nmetadata: { name: main }\nspec:\n  topology:\n    fullMesh: {}   # everybody\n---\nkind: Cluster\nmetadata: { name: east }\n';
    const wrap: Edit = { document: FLEET, path: ['spec', 'topology'], value: [{ fullMesh: {} }, { drain: [] }] };
    const edited = editText('f.yaml', text, [gone('Cluster', 'east'), wrap]);
    expect(edited).toContain('# everybody');
    expect(parseAllDocuments(edited).map((d) => d.toJS())).toEqual([
      { kind: 'Fleet', metadata: { name: 'main' }, spec: { topology: [{ fullMesh: {} }, { drain: [] }] } },
    ]);
  });
});
