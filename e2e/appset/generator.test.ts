/** `generator serve`, asked by the real ApplicationSet controller. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ArgoCd, argocd } from '../rig/argocd';
import { cluster, readObjects } from '../rig/cluster';
import { type Document, example, synth } from '../rig/fleet';
import type { KubeObject } from '../rig/kube';
import { freePort, scratch } from '../rig/processes';
import { NAMESPACE, reference } from '../rig/reference';
import { REFRESH_SET } from '../rig/refresh';
import { stays, until } from '../rig/wait';
import { COMPONENTS, expectGenerated } from './expected';
import { type Generator, generator } from './generator';

const MEMBERS = ['prod-us', 'prod-eu', 'prod-apac'] as const;
const TOKEN = 'a-token-of-the-tests';
/** An ApplicationSet whose Applications nothing guards: the controller makes and deletes what the generator says. */
const BARE = 'bare';

let argo: ArgoCd;
let port: number;
let serving: Generator;
let description: string;
let tokenFile: string;

beforeAll(async () => {
  const management = await cluster('management', { crds: 'argocd', controllers: false });
  const members = MEMBERS.map((name) => ({ name, url: `https://api.${name}.example.com`, token: 'none', ca: '' }));
  argo = await argocd({ management, members, delivers: false });
  port = await freePort();
  const directory = scratch('generator');
  [description, tokenFile] = [join(directory, 'fleet.json'), join(directory, 'token')];
  writeFileSync(tokenFile, `${TOKEN}\n`);
  describeFleet(documents({ apac: false }));
  serving = await generator({ description, tokenFile, port });
});

/** The example, fed by the server that runs here, with or without prod-apac and the service that only prod-apac has. */
function documents({ apac }: { apac: boolean }): Document[] {
  const absent = apac ? [] : ['prod-apac', 'ledger'];
  return example('prod')
    .filter(({ metadata }) => !absent.includes(metadata.name))
    .map(({ spec, ...document }) => {
      if (document.kind !== 'Fleet') return { ...document, spec };
      const plugin = { baseUrl: `http://127.0.0.1:${port}`, requestTimeout: 5 };
      return { ...document, spec: { ...spec, argocd: { ...spec.argocd, path: 'dist', generator: { plugin } } } };
    });
}

/** Replaces the description at once, as a mount does. */
function describeFleet(items: readonly Document[]): void {
  writeFileSync(`${description}.new`, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  renameSync(`${description}.new`, description);
}

const applyToken = (token = TOKEN) =>
  argo.management.kube.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: 'linkerd-fleet-generator',
      namespace: NAMESPACE,
      labels: { 'app.kubernetes.io/part-of': 'argocd' },
    },
    stringData: { token },
  });

/** Has the ApplicationSet without guards ask with these input parameters. */
const applyBare = (parameters: Readonly<Record<string, string>> = {}) =>
  argo.management.kube.apply({
    ...reference('ApplicationSet', BARE),
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          plugin: {
            configMapRef: { name: 'prod-linkerd-generator' },
            requeueAfterSeconds: 600,
            input: { parameters },
          },
        },
      ],
      // Without finalizers, which the application controller would have to take off.
      syncPolicy: { preserveResourcesOnDeletion: true },
      template: {
        metadata: { name: `${BARE}-{{ .name }}` },
        spec: {
          project: 'default',
          destination: { name: '{{ .destination.name }}', namespace: 'default' },
          source: { repoURL: 'https://git.example.com/a.git', path: '{{ .directory }}', targetRevision: 'main' },
        },
      },
    },
  });

const names = async () => (await argo.applications()).map(({ metadata }) => metadata.name).sort();
const bareOf = (...clusters: readonly string[]) => clusters.map((name) => `${BARE}-${name}`).sort();
const ownOf = (...clusters: readonly string[]) =>
  clusters.flatMap((name) => COMPONENTS.map((component) => `${component}-${name}`)).sort();

const expectNames = (what: string, expected: readonly string[]) =>
  until(what, async () => {
    expect(await names()).toEqual([...expected].sort());
    return true;
  });

const conditionOf = async ({ metadata }: Pick<KubeObject, 'metadata'>): Promise<string> => {
  const set = await argo.management.kube.get(reference('ApplicationSet', metadata.name));
  const conditions: { type: string; status: string; message: string }[] = set?.['status']?.conditions ?? [];
  return conditions.find(({ type, status }) => type === 'ErrorOccurred' && status === 'True')?.message ?? '';
};

const sets = () => argo.management.kube.list('argoproj.io/v1alpha1', 'ApplicationSet', NAMESPACE);

const ANSWERS = 'linkerd_fleet_generator_requests_total{endpoint="argocd",code="200"}';

/** Has every ApplicationSet ask, and waits until the server has answered each. */
async function asked(): Promise<void> {
  const [{ length }, before] = [await sets(), await serving.metric(ANSWERS)];
  await argo.refresh();
  await until(`${length} answers`, async () => (await serving.metric(ANSWERS)) >= before + length || undefined);
}

/** Has every ApplicationSet ask, and waits until each shows why it got no answer. */
async function refused(shown: RegExp): Promise<void> {
  await argo.refresh();
  for (const set of await sets()) await shows(set, shown);
}

const shows = (set: Pick<KubeObject, 'metadata'>, shown: RegExp) =>
  until(`ApplicationSet ${set.metadata.name} to show ${shown}`, async () => {
    expect(await conditionOf(set)).toMatch(shown);
    return true;
  });

const applied = (set: string) => argo.management.kube.get(reference('ApplicationSet', set)).then((found) => found!);

describe('the plugin generator of a fleet', () => {
  it('makes an Application for each cluster and component, on the right cluster, from its own directory', async () => {
    const tree = synth(documents({ apac: false }));
    await applyToken();
    const files = ['appproject', 'plugin-generator', ...COMPONENTS.map((name) => `applicationset-${name}`)];
    for (const object of files.flatMap((file) => readObjects(join(tree, `argocd/${file}.yaml`)))) {
      await argo.management.kube.apply(object);
    }
    await expectNames('Applications of two clusters', ownOf('prod-us', 'prod-eu'));
    for (const application of await argo.applications()) {
      const component = COMPONENTS.find((name) => application.metadata.name.startsWith(`${name}-prod`))!;
      expectGenerated(tree, component, application);
    }
  });

  it('is left as it is written when the controller is told to look', async () => {
    const written = await sets();
    await asked();
    for (const { metadata, spec } of written) {
      await until(`${metadata.name} to have been looked at`, async () =>
        (await applied(metadata.name)).metadata.annotations?.[REFRESH_SET] === undefined ? true : undefined,
      );
      expect((await applied(metadata.name))['spec']).toEqual(spec);
    }
  });

  it('selects clusters by input parameters', async () => {
    const own = ownOf('prod-us', 'prod-eu');
    await applyBare({ selector: 'region=eu' });
    await expectNames('one more', [...own, ...bareOf('prod-eu')]);
    await applyBare({ selector: 'region in (us,eu)' });
    await expectNames('two more', [...own, ...bareOf('prod-us', 'prod-eu')]);
    await applyBare({ selector: '!region', allowEmpty: 'true' });
    await expectNames('none more, as asked', own);
    await applyBare();
    await expectNames('two more again', [...own, ...bareOf('prod-us', 'prod-eu')]);
  });

  it('brings a cluster that joins, once the server has read the description again', async () => {
    describeFleet(documents({ apac: true }));
    await serving.says('serving fleet prod, 3 clusters');
    await asked();
    await expectNames('Applications of three clusters', [...ownOf(...MEMBERS), ...bareOf(...MEMBERS)]);
  });

  it('brings what changes about a cluster', async () => {
    const changed = documents({ apac: true });
    changed.find(({ metadata }) => metadata.name === 'prod-us')!.spec.region = 'mars';
    describeFleet(changed);
    await serving.says('serving fleet prod, 3 clusters');
    await asked();
    for (const name of ownOf('prod-us')) {
      await until(`label of ${name}`, async () => {
        expect((await argo.application(name))!.metadata.labels).toMatchObject({ 'linkerd-fleet.dev/region': 'mars' });
        return true;
      });
    }
  });

  it('takes away the Application of a cluster that leaves where nothing guards it, and none that the fleet guards', async () => {
    describeFleet(documents({ apac: false }));
    await serving.says('serving fleet prod, 2 clusters');
    await asked();
    await expectNames('the guarded ones', [...ownOf(...MEMBERS), ...bareOf('prod-us', 'prod-eu')]);
    describeFleet(documents({ apac: true }));
    await serving.says('serving fleet prod, 3 clusters');
    await asked();
    await expectNames('all', all);
  });
});

const all = [...ownOf(...MEMBERS), ...bareOf(...MEMBERS)];

/** None of these has an ApplicationSet lose an Application, not even one that nothing guards. */
describe('deletes nothing', () => {
  let uids: string[];
  const uidsNow = async () => (await argo.applications()).map(({ metadata }) => String(metadata['uid'])).sort();
  beforeEach(async () => {
    expect(await names()).toEqual([...all].sort());
    uids = await uidsNow();
  });
  /** Neither gone nor made again. */
  const kept = () => stays(1, async () => expect(await uidsNow()).toEqual(uids));

  it.each<[string, () => void, string]>([
    ['cannot be read', () => writeFileSync(description, '{ "kind": '), 'INPUT_SYNTAX'],
    ['is empty', () => writeFileSync(description, ''), 'INPUT_SYNTAX'],
    ['is gone', () => rmSync(description), 'INPUT_NOT_FOUND'],
    [
      'has no cluster',
      () => describeFleet(documents({ apac: true }).filter(({ kind }) => kind === 'Fleet')),
      'GENERATOR_SHRUNK',
    ],
    [
      'has lost most clusters',
      () =>
        describeFleet(
          documents({ apac: false }).filter(({ metadata }) => !['prod-us', 'payments'].includes(metadata.name)),
        ),
      'GENERATOR_SHRUNK',
    ],
    [
      'has an error',
      () =>
        describeFleet(
          documents({ apac: true }).map((d) =>
            d.kind === 'Cluster' ? { ...d, spec: { ...d.spec, podCidrs: ['10.0.0.1/8'] } } : d,
          ),
        ),
      'CIDR_HOST_BITS',
    ],
  ])('when the description %s: the server answers as before, and says so', async (_, spoil, code) => {
    spoil();
    serving.reread();
    expect(await serving.says('still serving what was good before: fleet prod, 3 clusters')).toContain(code);
    expect(await serving.metric('linkerd_fleet_generator_last_reload_successful')).toBe(0);
    await asked();
    await kept();
    describeFleet(documents({ apac: true }));
    serving.reread();
    await serving.says('serving fleet prod, 3 clusters');
    expect(await serving.metric('linkerd_fleet_generator_last_reload_successful')).toBe(1);
  });

  it.each([
    ['selects nothing', { selector: 'region=atlantis' }, /status code 422: .*GENERATOR_EMPTY/],
    ['is misspelled', { slector: 'region=eu' }, /status code 400: .*GENERATOR_PARAMETER/],
    ['cannot be understood', { selector: 'region in us' }, /status code 400: .*GENERATOR_/],
  ] as const)('when an input parameter %s: the ApplicationSet shows it', async (_, parameters, shown) => {
    await applyBare(parameters);
    await shows(await applied(BARE), shown);
    await kept();
    await applyBare();
    await asked();
    await shows(await applied(BARE), /^$/);
  });

  it('when the token is another', async () => {
    await applyToken('another');
    await refused(/status code 401: /);
    await kept();
    await applyToken();
  });

  it('when nobody answers, and goes on where it was when somebody does again', async () => {
    await serving.process.stop();
    await refused(/connection refused/);
    await kept();
    serving = await generator({ description, tokenFile, port });
    await asked();
    for (const set of await sets()) await shows(set, /^$/);
    await kept();
  });
});
