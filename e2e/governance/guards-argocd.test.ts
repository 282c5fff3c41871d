/** Guards through Argo CD: from nothing, through changes of the fleet, and out again; the fleet is never refused for good. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type ArgoCd, argocd } from '../rig/argocd';
import { type Cluster, cluster } from '../rig/cluster';
import { type Document, example } from '../rig/fleet';
import { gitServer } from '../rig/git';
import { KubeError, type KubeObject } from '../rig/kube';
import { operators } from '../rig/operators';
import { install, type Platform, platform } from '../rig/platform';
import { until } from '../rig/wait';

const MEMBERS = ['prod-us', 'prod-eu'] as const;
const CONTROLLER = 'argocd-application-controller';
const MC = 'linkerd-multicluster';

let members: Record<string, Cluster>;
let fleet: Platform;
let argo: ArgoCd;

interface Wish {
  readonly mode?: 'audit' | 'deny';
  /** Whether prod-eu holds a Link too, and orders is exported. */
  readonly grown?: boolean;
  /** Whether later is exported too. */
  readonly later?: boolean;
  /** Whether what is no longer written is deleted. */
  readonly prune?: boolean;
}

/** prod-us and prod-eu of the example, with one Link at first. */
function documents({ mode, grown = false, later = false, prune = false }: Wish): Document[] {
  const writers = ['system:serviceaccount:external-secrets:external-secrets'];
  const guards = mode && { links: mode, exports: mode, credentials: mode, writers };
  const edges = [{ source: 'prod-us', target: 'prod-eu', both: grown }];
  const left = example('prod').filter(({ metadata: { name } }) => !['prod-apac', 'ledger'].includes(name));
  const exported = (name: string): Document => ({
    kind: 'Service',
    metadata: { name, namespace: 'payments' },
    spec: { ports: [{ port: 8080 }], selector: { app: name }, exported: 'remote-discovery', createNamespace: true },
  });
  const changed = left.map((d) => {
    if (d.kind !== 'Fleet') return d;
    const delivery = { ...d.spec.argocd, ...(prune ? { prune: [...MEMBERS] } : {}) };
    return { ...d, spec: { ...d.spec, topology: { edges }, guards, argocd: delivery } };
  });
  return [...changed, ...(grown ? [exported('orders')] : []), ...(later ? [exported('later')] : [])];
}

beforeAll(async () => {
  const git = await gitServer();
  const [management, ...others] = await Promise.all([
    cluster('management', { crds: 'argocd' }),
    ...MEMBERS.map((name) => cluster(name, { crds: 'platform' })),
  ]);
  members = Object.fromEntries(others.map((member) => [member.name, member]));
  others.forEach(operators);
  fleet = platform(git, ['2026.6.3']);
  argo = await argocd({ management: management!, members: others });
  fleet.deliver(documents({ mode: 'deny' }), 'From nothing');
  await install(management!, git, fleet.tree());
});

/** Delivers a fleet, and waits until all Applications of both clusters are at the commit, Synced and Healthy. */
async function delivered(wish: Wish): Promise<void> {
  const commit = fleet.deliver(documents(wish));
  await argo.refresh();
  await until(
    `everything to be Synced at ${JSON.stringify(wish)}`,
    async () => {
      const found = (await argo.applications()).map(({ metadata, status }) => {
        const { revision, revisions = [revision], status: sync } = status?.sync ?? {};
        const { phase, message } = status?.operationState ?? {};
        const state = [sync, status?.health?.status, phase, revisions.includes(commit) ? 'current' : 'old'].join(' ');
        return `${metadata.name}: ${state}${phase === 'Succeeded' ? '' : ` ${message}`}`;
      });
      // Four for each cluster, and the one above them.
      expect(found).toHaveLength(4 * MEMBERS.length + 1);
      const late = found.filter((line) => !line.endsWith('Synced Healthy Succeeded current'));
      if (late.length > 0) throw new Error(late.join('\n'));
      return true;
    },
    { seconds: 280, every: 500 },
  );
}

const link = (name: string) => ({
  apiVersion: 'multicluster.linkerd.io/v1alpha3',
  kind: 'Link',
  metadata: { name, namespace: MC },
});
const attack = { ...link('evil'), spec: { targetClusterName: 'evil', clusterCredentialsSecret: 'x' } };

/** What the cluster says to a Link that is not of the fleet, which is taken away again. */
async function answer(member: string): Promise<string> {
  const { kube } = members[member]!;
  try {
    await kube.apply(attack, { manager: 'intruder' });
    await kube.remove(attack);
    return 'allowed';
  } catch (error) {
    if (error instanceof KubeError) return error.message;
    throw error;
  }
}

const refused = (member: string) =>
  until(`${member} to refuse`, async () => ((await answer(member)).includes('denied request') ? true : undefined));

const deletions = (member: string): string[] =>
  members[member]!.writes(CONTROLLER)
    .filter(({ verb }) => verb === 'delete')
    .map(({ resource, name }) => `${resource} ${name}`);

const guardsOf = (member: string): Promise<KubeObject[]> =>
  members[member]!.kube.list('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy');

describe('guards that Argo CD applies', () => {
  it('deny from the first sync on, which brings what they allow', async () => {
    await delivered({ mode: 'deny' });
    for (const member of MEMBERS) await refused(member);
    expect(await members['prod-us']!.kube.get(link('prod-eu'))).toBeDefined();
  });

  it('let a Link and an export through that join the fleet with their own commit', async () => {
    await delivered({ mode: 'deny', grown: true });
    expect(await members['prod-eu']!.kube.get(link('prod-us'))).toBeDefined();
    for (const member of MEMBERS) {
      const orders = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders', namespace: 'payments' } };
      expect((await members[member]!.kube.get(orders))?.metadata.labels).toMatchObject({
        'mirror.linkerd.io/exported': 'remote-discovery',
      });
      expect(await answer(member)).toContain('denied request');
    }
  });

  it('go to audit and back with a commit', async () => {
    await delivered({ mode: 'audit', grown: true });
    for (const member of MEMBERS)
      await until(`${member} to let in`, async () => ((await answer(member)) === 'allowed' ? true : undefined));
    await delivered({ mode: 'deny', grown: true });
    for (const member of MEMBERS) await refused(member);
  });

  it('stay where they are merely no longer written, and leave by a planned removal, bindings first', async () => {
    await delivered({ mode: 'audit', grown: true });
    expect(await guardsOf('prod-us')).toHaveLength(4);
    await delivered({ grown: true, prune: true });
    for (const member of MEMBERS) {
      expect((await guardsOf(member)).map(({ metadata }) => metadata.name)).toEqual(['lists.linkerd-fleet.dev']);
      const order = deletions(member).filter((line) => /linkerd-fleet/.test(line));
      expect(order.map((line) => line.split(' ')[0])).toEqual([
        ...Array(3).fill('validatingadmissionpolicybindings'),
        ...Array(3).fill('validatingadmissionpolicies'),
        ...Array(3).fill('configmaps'),
      ]);
    }
  });

  it('come back, and know what joined with them', async () => {
    await delivered({ mode: 'deny', grown: true, later: true });
    for (const member of MEMBERS) {
      await refused(member);
      // Changed by its owner, which only who is on the list may.
      const labels = { 'mirror.linkerd.io/exported': null };
      const later = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'later', namespace: 'payments' } };
      await members[member]!.kube.patch(later, { metadata: { labels } });
      await until('Argo CD to export it again', async () => {
        const found = await members[member]!.kube.get(later);
        return found?.metadata.labels?.['mirror.linkerd.io/exported'] === 'remote-discovery' || undefined;
      });
    }
  });

  it('do not hold up a Link that joins in the commit that takes them out', async () => {
    await delivered({ mode: 'deny', prune: true });
    expect(await members['prod-eu']!.kube.get(link('prod-us'))).toBeUndefined();
    await delivered({ grown: true, prune: true });
    expect(await members['prod-eu']!.kube.get(link('prod-us'))).toBeDefined();
    for (const member of MEMBERS) expect(await guardsOf(member)).toHaveLength(1);
  });
});
