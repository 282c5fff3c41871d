/** Told to look, the ApplicationSet controller writes the whole object back: nothing of it may be another then. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { argocd } from '../rig/argocd';
import { cluster, readObjects } from '../rig/cluster';
import { example } from '../rig/fleet';
import { gitServer } from '../rig/git';
import { platform } from '../rig/platform';
import { reference } from '../rig/reference';
import { REFRESH_SET } from '../rig/refresh';
import { until } from '../rig/wait';
import { COMPONENTS } from './expected';

const CHOICES = { files: {}, index: { generator: { index: {} } }, registered: { registered: true } } as const;

it('leaves ApplicationSets as they are written, whatever they take the clusters from', async () => {
  const git = await gitServer();
  const fleet = platform(git, []);
  const management = await cluster('management', { crds: 'argocd', controllers: false });
  const members = ['prod-us', 'prod-eu', 'prod-apac'].map((name) => ({
    name,
    url: `https://api.${name}.example.com`,
    token: 'none',
    ca: '',
  }));
  const argo = await argocd({ management, members, delivers: false });
  const get = async (name: string) => (await management.kube.get(reference('ApplicationSet', name)))!;
  for (const choice of Object.values(CHOICES)) {
    fleet.deliver(
      example('prod').map(({ spec, ...document }) => ({
        ...document,
        spec: document.kind === 'Fleet' ? { ...spec, argocd: { ...spec.argocd, ...choice } } : spec,
      })),
    );
    const files = ['appproject', ...COMPONENTS.map((component) => `applicationset-${component}`)];
    const objects = files.flatMap((file) => readObjects(join(fleet.tree(), `argocd/${file}.yaml`)));
    for (const object of objects) await management.kube.apply(object);
    await argo.refresh();
    for (const { kind, metadata, spec } of objects) {
      if (kind !== 'ApplicationSet') continue;
      await until(`${metadata.name} to have been looked at`, async () =>
        (await get(metadata.name)).metadata.annotations?.[REFRESH_SET] === undefined ? true : undefined,
      );
      expect((await get(metadata.name))['spec'], JSON.stringify(choice)).toEqual(spec);
    }
  }
});
