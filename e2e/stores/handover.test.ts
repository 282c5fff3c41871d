/**
 * One Secret, two writers: what the real External Secrets and Sealed Secrets do where the credentials of a Link come another way, and
 * that the commands of docs/credentials.md let the new one take the Secret over in place.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../lib/emit/manifest';
import { linkCredentials } from '../../lib/resources/credentials/external-secrets';
import { recipientOf, seal } from '../../lib/trust/seal';
import { type Cluster, cluster } from '../rig/cluster';
import type { KubeObject } from '../rig/kube';
import { contexts, typed } from '../rig/kubectl';
import { alive, start } from '../rig/processes';
import { stays, until } from '../rig/wait';
import { externalSecrets, secretStore } from './operator';
import { type Vault, vault } from './vault';

const NAMESPACE = 'linkerd-multicluster';
const TYPE = 'mirror.linkerd.io/remote-kubeconfig';
const SOON = { seconds: 60 };
/** Longer than Sealed Secrets tries, and than External Secrets waits between two readings here. */
const WHILE = 12;

let west: Cluster;
let store: Vault;
let certificate: string;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  [west, store] = await Promise.all([cluster('west'), vault()]);
  await externalSecrets(west);
  await secretStore(west, NAMESPACE, 'links', store, store.root);
  const keys = 'sealed-secrets';
  await west.kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: keys } });
  const controller = start('sealed-secrets', { args: ['--kubeconfig', west.kubeconfig, '--namespace', keys] });
  certificate = await until('the certificate of Sealed Secrets', async () => {
    alive(controller, 'sealed-secrets');
    const [key] = await west.kube.list('v1', 'Secret', keys);
    return key && Buffer.from(key['data']['tls.crt'], 'base64').toString();
  });
  env = contexts([west]);
});

const nameOf = (target: string) => `cluster-credentials-${target}`;
const refOf = (target: string) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: nameOf(target), namespace: NAMESPACE },
});

/** As the fleet writes it. */
const external = (target: string): Manifest =>
  linkCredentials({
    sourceClusterName: 'west',
    targetClusterName: target,
    server: `https://api.${target}.example.com:6443`,
    store: 'links',
    refreshInterval: '1s',
    controlPlaneSecret: false,
  })[0]!;

const sealed = (target: string) => ({
  apiVersion: 'bitnami.com/v1alpha1',
  kind: 'SealedSecret',
  metadata: { name: nameOf(target), namespace: NAMESPACE },
  spec: {
    encryptedData: { kubeconfig: seal('sealed', recipientOf(certificate)!, NAMESPACE, nameOf(target)) },
    template: { type: TYPE },
  },
});

/** The target's push. */
const push = (target: string) =>
  store.call(store.root, 'POST', `mesh/data/linkerd/links/${target}/west`, { data: { token: 't', 'ca.crt': 'c' } });

const ownerOf = (secret: KubeObject | undefined) =>
  (secret?.metadata['ownerReferences'] as { kind: string }[] | undefined)?.map(({ kind }) => kind).join() ?? '';

const ownedBy = (target: string, kind: string) =>
  until(
    `a Secret of ${target} by ${kind || 'nobody'}`,
    async () => {
      const secret = await west.kube.get(refOf(target));
      return secret !== undefined && ownerOf(secret) === kind ? secret : undefined;
    },
    SOON,
  );

const gone = (target: string) =>
  until(`no Secret of ${target}`, async () => ((await west.kube.get(refOf(target))) ? undefined : true), SOON);

const staysGone = (target: string) =>
  stays(WHILE, async () => expect(await west.kube.get(refOf(target))).toBeUndefined());

/** What a controller said of the objects of a target, in an event. */
const says = (target: string, text: string) =>
  until(
    text,
    async () => {
      const events = await west.kube.list('v1', 'Event', NAMESPACE);
      const own = events.filter(({ involvedObject }) => involvedObject?.name === nameOf(target));
      return own.some(({ message }) => String(message).includes(text)) || undefined;
    },
    SOON,
  );

/** The command that the page has in a row of its table. */
function documented(row: RegExp, target: string): void {
  const page = readFileSync(join(__dirname, '../../docs/credentials.md'), 'utf8');
  const line = page.split('\n').find((one) => row.test(one)) ?? '';
  const [, command = ''] = /`(kubectl [^`]+)`/.exec(line) ?? [];
  expect(command).not.toBe('');
  const own = command.replace('kubectl', `kubectl --context west -n ${NAMESPACE}`).replace('<target>', target);
  expect(typed(own, env)).toMatchObject({ status: 0 });
}

describe('from External Secrets to Sealed Secrets', () => {
  it('the Secret is refused, goes with its owner, and none comes in its place', async () => {
    await push('a');
    await west.kube.apply(external('a'));
    await ownedBy('a', 'ExternalSecret');
    await west.kube.apply(sealed('a'));
    await says('a', 'already exists and is not managed by SealedSecret');
    await stays(5, async () => expect(ownerOf(await west.kube.get(refOf('a')))).toBe('ExternalSecret'));
    await west.kube.remove(external('a') as never);
    await gone('a');
    await staysGone('a');
  });

  it('annotated as the page says, it is taken over in place, and outlives the ExternalSecret', async () => {
    await push('b');
    await west.kube.apply(external('b'));
    const before = await ownedBy('b', 'ExternalSecret');
    documented(/^\| any[^|]*\| `sealedSecrets` \|/, 'b');
    await west.kube.apply(sealed('b'));
    const after = await ownedBy('b', 'SealedSecret');
    expect(after.metadata['uid']).toBe(before.metadata['uid']);
    expect(Buffer.from(after['data'].kubeconfig, 'base64').toString()).toBe('sealed');
    await west.kube.remove(external('b') as never);
    await stays(WHILE, async () =>
      expect((await west.kube.get(refOf('b')))?.metadata['uid']).toBe(before.metadata['uid']),
    );
  });
});

describe('from Sealed Secrets to External Secrets', () => {
  it('the Secret is not taken over: it goes with its owner, and is made anew', async () => {
    await push('c');
    await west.kube.apply(sealed('c'));
    const before = await ownedBy('c', 'SealedSecret');
    await west.kube.apply(external('c'));
    await says('c', 'already owned by another SealedSecret controller');
    await stays(5, async () => expect(ownerOf(await west.kube.get(refOf('c')))).toBe('SealedSecret'));
    await west.kube.remove(sealed('c'));
    const after = await ownedBy('c', 'ExternalSecret');
    expect(after.metadata['uid']).not.toBe(before.metadata['uid']);
  });

  it('set free as the page says, it is taken over in place', async () => {
    await push('d');
    await west.kube.apply(sealed('d'));
    const before = await ownedBy('d', 'SealedSecret');
    documented(/^\| `sealedSecrets` \| `externalSecrets`, /, 'd');
    await ownedBy('d', '');
    await west.kube.apply(external('d'));
    const after = await ownedBy('d', 'ExternalSecret');
    expect(after.metadata['uid']).toBe(before.metadata['uid']);
  });
});

it('External Secrets deletes a Secret that somebody else delivered, where the target has not pushed yet', async () => {
  await west.kube.apply({ ...refOf('e'), type: TYPE, stringData: { kubeconfig: 'by hand' } });
  const before = await ownedBy('e', '');
  await west.kube.apply(external('e'));
  await gone('e');
  await push('e');
  const after = await ownedBy('e', 'ExternalSecret');
  expect(after.metadata['uid']).not.toBe(before.metadata['uid']);
});
