/** Both forms of the plugin behind the real repo-server, which is a client written in Go: one commit, one answer. */
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { json } from '../../test/cli/fleets';
import { repository } from '../../test/cmp/rig';
import { repoServer } from '../rig/argocd';
import { linkerdFleet } from '../rig/fleet';
import { type GitRepository, gitServer } from '../rig/git';
import { type Ask, ask, PLUGIN, type Plugin, server, sidecar, type Told } from './plugin';

const TRACKING = 'argocd.argoproj.io/tracking-id';
const files = { 'fleet.json': json(), 'clusters/east/.keep': '', 'clusters/west/.keep': '', 'apps/.keep': '' };

/** Objects without what the repo-server adds. */
function untracked({ objects }: Told): unknown[] {
  return objects.map((object) => {
    const { metadata, ...rest } = object as { metadata: { annotations?: Record<string, string> } };
    const { [TRACKING]: _, ...annotations } = metadata.annotations ?? {};
    const { annotations: __, ...others } = metadata;
    return { ...rest, metadata: Object.keys(annotations).length === 0 ? others : { ...others, annotations } };
  });
}

interface Carried {
  readonly plugin: Plugin;
  readonly port: number;
}

let git: GitRepository;
const carriers: Record<string, Carried> = {};
beforeAll(async () => {
  git = await gitServer();
  git.commit(files);
  for (const [name, start] of [
    ['cmp generate', sidecar],
    ['cmp serve', server],
  ] as const) {
    const plugin = await start();
    carriers[name] = { plugin, port: (await repoServer(plugin.sockets)).port };
  }
});

describe.each(['cmp generate', 'cmp serve'])('%s behind the real repo-server', (name) => {
  const asking = (rest: Partial<Ask>) =>
    ask(carriers[name]!.port, {
      repoURL: git.url,
      path: 'clusters/east',
      application: `app-${Math.random()}`,
      ...rest,
    });

  it('renders the cluster of the application path, each object tracked', async () => {
    const told = await asking({ application: 'linkerd-east' });
    expect(told.error).toBeUndefined();
    const rendered = linkerdFleet('render', `${repository(files)}/fleet.json`, '--cluster', 'east');
    expect(untracked(told)).toEqual(parseAllDocuments(rendered).map((document) => document.toJS()));
    const ids = told.objects.map(
      (object) => (object['metadata'] as { annotations: Record<string, string> }).annotations[TRACKING],
    );
    expect(ids.every((id) => id?.startsWith('linkerd-east:'))).toBe(true);
  });

  it('takes parameters from the Application, and nothing else of it', async () => {
    const links = await asking({
      path: 'apps',
      cluster: 'west',
      components: ['linkerd-cluster'],
      env: { LINKERD_FLEET_CLUSTER: 'east' },
    });
    expect(new Set(links.objects.map(({ kind }) => kind))).toEqual(new Set(['ExternalSecret', 'Link', 'Service']));
    expect((await asking({ path: 'apps' })).error).toContain(
      'CMP_CLUSTER_UNSAID cluster=- path=plugin.parameters[cluster] fix: ',
    );
    expect((await asking({ cluster: 'west' })).error).toContain('CMP_CLUSTER_DISPUTED cluster=west ');
  });

  it('has its error shown from the first line on', async () => {
    const { error } = await asking({ path: 'apps', cluster: 'eats', application: 'broken' });
    expect(error).toMatch(
      /^CMP processing failed for application "broken": error generating manifests in cmp: rpc error: code = Unknown desc = .*CLUSTER_UNKNOWN cluster=eats /,
    );
    expect(error!.length).toBeLessThan(4500);
  });

  it('is known by name and version, and by nothing else', async () => {
    const { error } = await asking({ plugin: 'linkerd-fleet' });
    expect(error).toContain('could not find cmp-server plugin with name "linkerd-fleet"');
    expect(PLUGIN).toMatch(/^linkerd-fleet-v\d/);
  });

  it('renders 20 Applications at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) => asking({ path: `clusters/${i % 2 ? 'east' : 'west'}`, timeout: 120_000 })),
    );
    expect(all.map(({ error }) => error)).toEqual(Array(20).fill(undefined));
  });
});
