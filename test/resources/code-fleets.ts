/** Fleets described as code, of two linked clusters that share a network. */
// What is loaded with require(), only for fleets that need it, is TypeScript here.
import 'tsx/cjs';
import { resolve } from 'node:path';
import { Cluster, Fleet, FleetApp, type FleetProps, fullMesh } from 'linkerd-fleet';
import type { Issue } from '../../lib/errors';
import { check, clusterOf, type Project, render } from '../../lib/project';

export interface CodeFleet {
  readonly app: FleetApp;
  readonly fleet: Fleet;
  readonly clusters: { readonly eu: Cluster; readonly us: Cluster };
}

/** A fleet without findings, for `describe` to add to. */
export function codeFleet(describe: (given: CodeFleet) => void = () => {}, props: FleetProps = {}): CodeFleet {
  const app = new FleetApp({ baseDir: resolve(__dirname, '../../fleets') });
  const fleet = new Fleet(app, 'test', {
    domain: 'mesh.example.com',
    topology: fullMesh(),
    trust: { anchors: 'trust/anchors.pem' },
    ...props,
  });
  const cluster = (name: string, block: number) =>
    new Cluster(fleet, name, {
      network: 'shared',
      apiServer: { url: `https://api.${name}.example.com:6443` },
      podCidrs: [`10.${block}.0.0/16`],
      serviceCidrs: [`10.${block + 1}.0.0/16`],
    });
  const given = { app, fleet, clusters: { eu: cluster('eu', 10), us: cluster('us', 20) } };
  describe(given);
  return given;
}

export const projectOf = ({ app }: CodeFleet): Project => app.project();

/** What is wrong with it. */
export const issuesOf = (given: CodeFleet): readonly Issue[] => check(projectOf(given));

/** Its files by the path below `clusters/`. */
export function filesOf(given: CodeFleet): Map<string, string> {
  const project = projectOf(given);
  return new Map(
    [...project.fleet.clusters.keys()].flatMap((name) =>
      render(project, clusterOf(project, name)).map(({ path, text }) => [`${name}/${path}`, text] as const),
    ),
  );
}

/** The files that the fleet would not have without what code added, without their first line. */
export function addedFiles(given: CodeFleet): Record<string, string> {
  const own = filesOf(codeFleet());
  const added = [...filesOf(given)].filter(([path]) => !own.has(path));
  return Object.fromEntries(added.map(([path, text]) => [path, text.slice(text.indexOf('\n') + 1)]));
}
