import { resolve } from 'node:path';
import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { withLoader } from '../../lib/app';
import type { Customize } from '../../lib/fleet/attachments';
import type { ClusterPlan } from '../../lib/plan/types';
import { open, type Project, planOf } from '../../lib/project';
import { type Extras, renderCluster } from '../../lib/resources/render';
import { codeFleet, filesOf, projectOf } from './code-fleets';

const FLEETS = resolve(__dirname, '../../fleets');

/** One of the example fleets, as the command opens it. */
async function example(file: string): Promise<Project> {
  const loaded: Project[] = [];
  await withLoader(
    (app) => loaded.push(open(app.load(FLEETS))),
    () => import(resolve(FLEETS, file)),
  );
  return loaded[0]!;
}

/** Files of cluster eu with and without the hook. */
function customized(customize: Customize) {
  const project = projectOf(codeFleet(() => {}, { podMonitor: {} }));
  const plan = planOf(project, project.fleet.clusters.get('eu')!);
  const files = (extras: { customize?: Customize }) =>
    new Map(renderCluster(plan, extras).map(({ path, text }) => [path, text]));
  const [before, after] = [files({}), files({ customize })];
  const paths = new Set([...before.keys(), ...after.keys()]);
  return { before, after, changed: [...paths].filter((path) => before.get(path) !== after.get(path)).sort() };
}

const written = (plan: ClusterPlan, extras: Extras = {}) =>
  renderCluster(plan, extras).map(({ path, text, applied }) => ({ path, text, applied }));

const object = (scope: Construct, id: string) =>
  new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id } });

describe('a hook that changes nothing', () => {
  it.each(['prod.ts', 'global.ts', 'workloads.ts'])('leaves every byte of fleets/%s as it is', async (file) => {
    const project = await example(file);
    expect(project.fleet.clusters.size).toBeGreaterThan(2);
    for (const cluster of project.fleet.clusters.values()) {
      const plan = planOf(project, cluster);
      expect(written(plan, { customize: () => {} })).toEqual(written(plan));
    }
  });
});

describe('a hook', () => {
  it('changes the objects of its cluster only, also those that clusters have in common', () => {
    const project = projectOf(codeFleet(() => {}, { podMonitor: {} }));
    const plans = [...project.fleet.clusters.values()].map((cluster) => planOf(project, cluster));
    const before = plans.map((plan) => written(plan));
    const addLabel: Customize = (chart, plan) => {
      if (plan !== plans[0]) return;
      for (const node of chart.node.findAll().filter(ApiObject.isApiObject)) node.metadata.addLabel('by', 'hook');
    };
    const after = plans.map((plan) => written(plan, { customize: addLabel }));
    expect(after[0]).not.toEqual(before[0]);
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(plans.map((plan) => written(plan))).toEqual(before);
  });

  it('is called once for each cluster, with its plan', () => {
    const seen: string[] = [];
    filesOf(codeFleet(() => {}, { customize: (_, { cluster }) => seen.push(cluster.name) }));
    expect(seen).toEqual(['eu', 'us']);
  });

  it('may patch a Link', () => {
    const { after, changed } = customized((chart) => {
      const links = chart.apiObjects.filter(({ kind }) => kind === 'Link');
      for (const link of links) link.addJsonPatch(JsonPatch.replace('/spec/probeSpec/timeout', '5s'));
    });
    expect(changed).toEqual(['multicluster/links.yaml']);
    expect(after.get('multicluster/links.yaml')).toContain('timeout: 5s');
  });

  it('finds an object by kind, namespace and name', () => {
    const { changed } = customized((chart) => {
      const link = chart.node.findChild('Link.linkerd-multicluster.us') as ApiObject;
      const role = chart.node.findChild('ClusterRole.linkerd-link-reader') as ApiObject;
      link.metadata.addLabel('a', 'b');
      role.metadata.addLabel('a', 'b');
    });
    expect(changed).toEqual(['multicluster/access.yaml', 'multicluster/links.yaml']);
  });

  it('may label everything, which leaves values and generator parameters alone', () => {
    const { before, after, changed } = customized((chart) => {
      for (const one of chart.apiObjects) one.metadata.addLabel('team', 'mesh');
    });
    expect(changed).toEqual([...before.keys()].filter((path) => !/values\.yaml$|\.json$/.test(path)).sort());
    for (const path of changed) {
      const documents = after.get(path)!.split(/^---\n/m);
      expect(documents.filter((document) => !document.includes('    team: mesh\n'))).toEqual([]);
    }
  });

  it('may add objects, in a file of their own', () => {
    const { after, changed } = customized((chart) => {
      object(chart, 'direct');
      object(new Construct(chart, 'group'), 'grouped');
      object(new Chart(chart, 'inner'), 'in-a-chart');
    });
    expect(changed).toEqual(['customized.yaml']);
    expect(after.get('customized.yaml')!.match(/name: .*/g)).toEqual([
      'name: in-a-chart',
      'name: direct',
      'name: grouped',
    ]);
  });

  it('may add an object to one of the fleet, in its file', () => {
    const { changed } = customized((chart) => object(chart.node.findChild('Link.linkerd-multicluster.us'), 'beside'));
    expect(changed).toEqual(['multicluster/links.yaml']);
  });

  it('may remove an object', () => {
    const { after, changed } = customized((chart) => {
      expect(chart.node.tryRemoveChild('ServiceAccount.linkerd-multicluster.linkerd-link-us')).toBe(true);
    });
    expect(changed).toEqual(['multicluster/access.yaml']);
    expect(after.get('multicluster/access.yaml')).not.toContain('kind: ServiceAccount\nmetadata');
  });

  it('removes a file with its last object', () => {
    const { after, changed } = customized((chart) => {
      expect(chart.node.tryRemoveChild('PodMonitor.linkerd-multicluster.linkerd-service-mirrors')).toBe(true);
    });
    expect(changed).toEqual(['observability/monitoring.yaml']);
    expect(after.has('observability/monitoring.yaml')).toBe(false);
  });

  it('may order objects of a file', () => {
    const { before, after, changed } = customized((chart) => {
      const [role, binding] = ['ClusterRole', 'ClusterRoleBinding'].map((kind) =>
        chart.node.findChild(`${kind}.linkerd-link-reader`),
      );
      role!.node.addDependency(binding!);
    });
    expect(changed).toEqual(['multicluster/access.yaml']);
    const kinds = (files: Map<string, string>) =>
      files
        .get('multicluster/access.yaml')!
        .match(/^kind: .*/gm)!
        .slice(0, 2);
    expect(kinds(before)).toEqual(['kind: ClusterRole', 'kind: ClusterRoleBinding']);
    expect(kinds(after)).toEqual(['kind: ClusterRoleBinding', 'kind: ClusterRole']);
  });
});

describe('a hook that goes wrong', () => {
  it('by a validation stops the cluster, with the path of the construct', () => {
    const refuse: Customize = (chart) => chart.node.addValidation({ validate: () => ['no owner'] });
    expect(() => customized(refuse)).toThrow(/CONSTRUCT_INVALID customize cluster: found no owner/);
  });

  it('by throwing stops the cluster, with the place in the author’s file', () => {
    const fail: Customize = (chart) => {
      chart.node.findChild('Link.linkerd-multicluster.nowhere');
    };
    expect(() => customized(fail)).toThrow(
      /CONSTRUCT_FAILED customize customize\.test\.ts:\d+:\d+: found No child with id/,
    );
  });

  it('by returning a promise stops the cluster, and is heard of no more', () => {
    const late: Customize = async (chart) => {
      await null;
      object(chart, 'late');
      throw new Error('too late');
    };
    expect(() => customized(late)).toThrow(/CONSTRUCT_ASYNC customize Cluster\/eu|CONSTRUCT_ASYNC customize: found/);
  });

  it.each<[string, Customize]>([
    ['a list', (_, plan) => void (plan.links as unknown[]).splice(0)],
    ['a Link', (_, plan) => void Object.assign(plan.links[0]!, { draining: true })],
    ['what a Link is made of', (_, plan) => void Object.assign(plan.links[0]!.credentials, { server: 'https://x' })],
    ['a cluster', (_, plan) => void Object.assign(plan.cluster, { name: 'evil' })],
    ['what a cluster says', (_, plan) => void Object.assign(plan.cluster.values.controlPlane, { a: 1 })],
  ])('by changing the plan stops the cluster: %s', (_, change) => {
    expect(() => customized(change)).toThrow(/CONSTRUCT_FAILED customize customize\.test\.ts:\d+:\d+: found Cannot /);
  });
});
