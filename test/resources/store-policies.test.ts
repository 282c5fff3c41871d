/**
 * The policies that docs/credentials.md gives for secret stores, held against the keys that are written: each cluster reaches what it
 * has to, and nothing else.
 */
// What is loaded with require(), only for fleets that need it, is TypeScript here.
import 'tsx/cjs';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { loadAt } from '../../lib/cli/open';
import { EXTERNAL_SECRETS } from '../../lib/model/defaults';
import { storeKey } from '../../lib/plan/credential-names';
import { open, render } from '../../lib/project';
import type { RenderedFile } from '../../lib/resources/render';

const ROOT = resolve(__dirname, '../..');
const DOCS = readFileSync(join(ROOT, 'docs/credentials.md'), 'utf8');

/** The block of the documentation that is about a store, without its title. */
function documented(store: string): string {
  const block = [...DOCS.matchAll(/^```text\n# (.*prod-eu)\n([\s\S]*?)^```$/gm)].find(([, title]) =>
    title!.startsWith(store),
  );
  return block![2]!;
}

type Access = 'read' | 'write' | 'delete';
const ALL: readonly Access[] = ['read', 'write', 'delete'];
/** Whether a cluster may do something with the entry for a target and a source. */
type Policy = (cluster: string, access: Access, target: string, source: string) => boolean;

const ofCluster = (text: string, cluster: string) => text.replaceAll('prod-eu', cluster);
const quoted = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const VAULT = documented('Vault');
/** Capabilities that an access needs, all of them: writing looks first at what is there, and deleting too. */
const CAPABILITIES = {
  read: { data: ['read'], metadata: [] },
  write: { data: ['create', 'read', 'update'], metadata: ['create', 'read', 'update'] },
  delete: { data: ['read', 'delete'], metadata: ['read', 'delete'] },
} as const;

/** Rules of Vault: `+` is one segment, `*` at the end is anything. No two rules that match one path are written here. */
const vault: Policy = (cluster, access, target, source) => {
  const rules = [...ofCluster(VAULT, cluster).matchAll(/^path "(.*?)" +\{ capabilities = (\[.*\]) \}$/gm)].map(
    ([, path, capabilities]) => {
      const glob = quoted(path!).replaceAll('\\+', '[^/]+').replace(/\\\*$/, '.*');
      return { matches: new RegExp(`^${glob}$`), capabilities: JSON.parse(capabilities!) as string[] };
    },
  );
  const key = storeKey(EXTERNAL_SECRETS.key, source, target);
  return (['data', 'metadata'] as const).every((part) => {
    const granted = rules.filter(({ matches }) => matches.test(`mesh/${part}/${key}`));
    return CAPABILITIES[access][part].every((needed) =>
      granted.some(({ capabilities }) => capabilities.includes(needed)),
    );
  });
};

const AWS = documented('AWS');
const CREATE = ['CreateSecret', 'TagResource', 'DescribeSecret'];
const ACTIONS = {
  read: ['GetSecretValue'],
  write: [...CREATE, 'GetSecretValue', 'PutSecretValue', 'DeleteResourcePolicy'],
  delete: ['GetSecretValue', 'DescribeSecret', 'DeleteSecret'],
} as const;
const SUFFIX = 'a1B2c3';

/** Statements of IAM: `*` is anything, also `/`, and `?` one character. The name of a secret is followed by six random ones. */
const aws: Policy = (cluster, access, target, source) => {
  const { Statement } = JSON.parse(ofCluster(AWS, cluster)) as {
    Statement: { Effect: string; Action: string | string[]; Resource: string }[];
  };
  const secret = `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${storeKey(EXTERNAL_SECRETS.key, source, target)}-${SUFFIX}`;
  const granted = Statement.filter(({ Resource }) =>
    new RegExp(`^${quoted(Resource).replaceAll('\\*', '.*').replaceAll('\\?', '.')}$`).test(secret),
  ).flatMap(({ Action }) => Action);
  return ACTIONS[access].every((action) => granted.includes(`secretsmanager:${action}`));
};

const GOOGLE = documented('Google');
const GOOGLE_KEY = /set `key: (linkerd-links\S+)`/.exec(DOCS)![1]!;

/** Conditions of Google: the first is the target's, the second the source's. */
const google: Policy = (cluster, access, target, source) => {
  const [own, others] = ofCluster(GOOGLE, cluster)
    .split('\n')
    .filter((line) => line.includes('resource.name'));
  const name = `projects/123456789012/secrets/${storeKey(GOOGLE_KEY, source, target)}/versions/latest`;
  const holds = (condition: string) => {
    const starts = /startsWith\("(.*?)"\)/.exec(condition)![1]!;
    const ends = /extract\("\/secrets\/\{name\}\/"\)\.endsWith\("(.*?)"\)/.exec(condition)?.[1] ?? '';
    return name.startsWith(starts) && name.split('/')[3]!.endsWith(ends);
  };
  return holds(own!) || (access === 'read' && holds(others!));
};

const STORES: readonly (readonly [string, Policy])[] = [
  ['Vault', vault],
  ['AWS', aws],
  ['Google', google],
];

type Link = readonly [target: string, source: string];

/** What is wrong with a policy for these Links: what a cluster may do and should not, or the other way round. */
function holes(policy: Policy, names: readonly string[], links: readonly Link[] = meshOf(names)): string[] {
  return links.flatMap(([target, source]) =>
    names.flatMap((cluster) =>
      ALL.filter((access) => {
        const due = cluster === target || (cluster === source && access === 'read');
        return policy(cluster, access, target, source) !== due;
      }).map((access) => `${access} of ${target}/${source} by ${cluster}`),
    ),
  );
}

const meshOf = (names: readonly string[]): readonly Link[] =>
  names.flatMap((target) => names.filter((source) => source !== target).map((source) => [target, source] as const));

/** Names as clusters may have them, made of parts that begin and end alike, of double dashes and of six characters. */
const clusterName = fc
  .array(fc.constantFrom('prod', 'eu', 'us', 'x', 'a1B2c3'.toLowerCase(), ''), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('-'))
  .filter((name) => /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name));

describe.each(STORES)('the documented policies for %s', (_, policy) => {
  it('let a target write and a source read, and nobody else anything, whatever clusters are called', () => {
    fc.assert(
      fc.property(fc.uniqueArray(clusterName, { minLength: 2, maxLength: 5 }), (names) => {
        expect(holes(policy, names)).toEqual([]);
      }),
    );
  });

  it('do so with names that begin and end alike', () => {
    const names = ['eu', 'prod-eu', 'x-prod-eu', 'prod-eu-x', 'prod-eu-a1b2c3', 'prod--eu', 'prod', 'linkerd', 'links'];
    expect(holes(policy, names)).toEqual([]);
  });
});

/** Keys in the store that the objects of a kind name, as the target and the source in them. */
function linksOf(files: readonly RenderedFile[], kind: 'PushSecret' | 'ExternalSecret'): string[] {
  const objects = files
    .filter(({ path }) => path.endsWith('.yaml'))
    .flatMap(({ text }) => parseAllDocuments(text).map((document) => document.toJS()));
  return objects
    .filter((object) => object?.kind === kind)
    .flatMap(({ spec }) => spec.data as { match?: { remoteRef: { remoteKey: string } }; remoteRef?: { key: string } }[])
    .map(
      ({ match, remoteRef }) =>
        /^linkerd\/links\/([^/]+\/[^/]+)$/.exec(match?.remoteRef.remoteKey ?? remoteRef!.key)![1]!,
    );
}

describe.each(['prod', 'global'])('of what fleets/%s.ts comes to', async (name) => {
  const project = open(await loadAt(join(ROOT, 'fleets', `${name}.ts`), name));
  const clusters = [...project.fleet.clusters.values()].map((cluster) => {
    const files = render(project, cluster);
    return { name: cluster.name, pushed: linksOf(files, 'PushSecret'), pulled: linksOf(files, 'ExternalSecret') };
  });

  it('each cluster pushes its own entries, and pulls those that others push for it', () => {
    for (const { name: cluster, pushed, pulled } of clusters) {
      expect(new Set(pushed.map((link) => link.split('/')[0]))).toEqual(new Set([cluster]));
      expect(new Set(pulled.map((link) => link.split('/')[1]))).toEqual(new Set([cluster]));
    }
    const pushed = clusters.flatMap((cluster) => cluster.pushed);
    expect(new Set(clusters.flatMap(({ pulled }) => pulled))).toEqual(new Set(pushed));
    expect(pushed.length).toBeGreaterThan(5);
  });

  it.each(STORES)('the policies for %s let through what is needed and nothing else', (_, policy) => {
    const links = clusters.flatMap(({ pushed }) => pushed.map((link) => link.split('/') as [string, string]));
    expect(
      holes(
        policy,
        clusters.map((cluster) => cluster.name),
        links,
      ),
    ).toEqual([]);
  });
});
