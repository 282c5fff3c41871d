/** One cluster of a description that is data, without understanding what does not concern it. */
import { FleetError, type Issue, throwOnErrors } from './errors';
import { readerOf } from './fleet/description';
import { locate } from './fleet/documents';
import { isCluster, outlineDocuments } from './fleet/outline';
import { buildLazily } from './model/build';
import { check, clusterOf, type Loaded, open, type Project, render } from './project';
import type { RenderedFile } from './resources/render';

/** What a cluster gets, and what its owner should know. */
export interface Rendered {
  readonly files: readonly RenderedFile[];
  readonly warnings: readonly Issue[];
}

/**
 * Renders the cluster of that name. The Fleet, all Services, and the clusters that it is linked with count; what is wrong with
 * others, `check` and `synth` say. Where anything that counts is wrong, the whole description is read for everything that is.
 *
 * @throws FleetError
 */
export function renderOne(loaded: Loaded, name: string): Rendered {
  return alone(loaded, (project) => rendered(project, name)) ?? rendered(open(loaded), name);
}

function rendered(project: Project, name: string): Rendered {
  const cluster = clusterOf(project, name);
  const warnings = check(project, [cluster]);
  throwOnErrors(warnings);
  return { files: render(project, cluster), warnings };
}

const UNFIT = Symbol('a document that has to be reported');

/**
 * What `work` makes of a project that looks at a cluster when it is asked for; undefined where the whole description has to be
 * read to say what is wrong, and where code belongs to it.
 */
export function alone<T>(loaded: Loaded, work: (project: Project) => T): T | undefined {
  const isCode = loaded.attachments.length > 0 || loaded.customize !== undefined;
  if (isCode || loaded.issues.length > 0) return undefined;
  try {
    const project = outlined(loaded);
    const result = project && work(project);
    // What rendering found out after the rules had run.
    return project?.issues.some((i) => i.severity === 'error') ? undefined : result;
  } catch (error) {
    if (error === UNFIT || FleetError.is(error)) return undefined;
    throw error;
  }
}

/** A project whose clusters are looked at when something asks for them. @throws UNFIT when one of them is wrong */
function outlined(loaded: Loaded): Project | undefined {
  const outline = outlineDocuments(loaded.raws);
  if (outline === undefined) return undefined;
  const { fleet, issues } = buildLazily(
    { ...outline, readFile: readerOf(outline.fleet, loaded.readFile) },
    (document) => {
      if (!isCluster(document)) throw UNFIT;
    },
  );
  return {
    loaded,
    fleet,
    broken: new Set(),
    partial: false,
    get issues() {
      return locate(issues, loaded.raws);
    },
  };
}
