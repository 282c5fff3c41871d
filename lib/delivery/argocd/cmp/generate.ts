/** What the plugin answers: the objects of one cluster, as a YAML stream or as the JSON texts of the gRPC service. */
import type { Manifest } from '../../../emit/manifest';
import { FleetError, type Issue, issue } from '../../../errors';
import { type Project, planOf, render } from '../../../project';
import { clusterFiles } from '../../../resources/cluster';
import { findSecret } from '../../../sinks/secrets';
import { writeStream } from '../../../sinks/stdout';
import type { Phase } from './deadline';
import { belongs } from './objects';
import { parseParameters } from './parameters';
import { chosen, type Request } from './request';

/** Objects of one cluster. */
export interface Answer<T> {
  readonly objects: T;
  readonly cluster: string;
  readonly warnings: readonly Issue[];
}

/**
 * The answer as YAML: without the parameter `components`, the bytes of `linkerd-fleet render`. A cluster that has objects, and none in
 * `components`, is answered with a List without items: a cluster without Links and Services, whose last ones are to be pruned. Argo CD
 * itself does that only where `allowEmpty` lets it.
 *
 * @throws FleetError OUTPUT_EMPTY of a cluster without any object: Argo CD would prune everything
 */
export function yamlAnswer(project: Project, request: Request, phase: Phase): Answer<string> {
  const { cluster, warnings } = chosen(project, request, phase);
  phase.now = 'rendering';
  const { components } = parseParameters(request.env.ARGOCD_APP_PARAMETERS);
  const applied = render(project, cluster).filter((file) => file.applied);
  const asked = applied.filter(({ path }) => belongs(path, components));
  let objects = NO_ITEMS_YAML;
  if (asked.length > 0 || applied.length === 0) {
    writeStream(asked, (text) => {
      objects = text;
    });
  }
  refuseTooLarge(Buffer.byteLength(objects), request);
  return { objects, cluster: cluster.name, warnings };
}

/**
 * The same objects as JSON, one text for each. For descriptions that are data: charts and hooks that code adds are not here.
 *
 * @throws FleetError as {@link yamlAnswer} does
 */
export function jsonAnswer(project: Project, request: Request, phase: Phase): Answer<readonly string[]> {
  const { cluster, warnings } = chosen(project, request, phase);
  phase.now = 'rendering';
  const { components } = parseParameters(request.env.ARGOCD_APP_PARAMETERS);
  const objects: string[] = [];
  let isThere = false;
  for (const file of clusterFiles(planOf(project, cluster))) {
    if (file.kind !== 'manifests') continue;
    isThere = true;
    if (!belongs(file.path, components)) continue;
    for (const manifest of file.manifests) objects.push(jsonOf(manifest, file.path));
  }
  if (isThere && objects.length === 0) objects.push(NO_ITEMS_JSON);
  if (!isThere) throw new FleetError([issue('OUTPUT_EMPTY', { path: 'stdout', found: NOTHING })]);
  refuseTooLarge(
    objects.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    request,
  );
  return { objects, cluster: cluster.name, warnings };
}

/** No object, said in so many words: Argo CD takes the items of a List for the objects (argo-cd reposerver/repository/repository.go). */
const NO_ITEMS_YAML = 'apiVersion: v1\nkind: List\nitems: []\n';
const NO_ITEMS_JSON = '{"apiVersion":"v1","kind":"List","items":[]}';

const NOTHING = 'no Kubernetes object';

function jsonOf(manifest: Manifest, path: string): string {
  const text = JSON.stringify(plain({ ...manifest, metadata: plain(manifest.metadata, true) }, false));
  const secret = findSecret(text);
  if (secret !== undefined) throw new FleetError([issue('OUTPUT_SECRET', { path, found: secret })]);
  return text;
}

/** As `emitManifest` has it: entries that are null are left out, in metadata also those that are empty. */
function plain(value: unknown, dropEmpty: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => plain(element, dropEmpty));
  const entries = Object.entries(value).map(([key, entry]) => [key, plain(entry, dropEmpty)] as const);
  return Object.fromEntries(entries.filter(([, v]) => v !== null && v !== undefined && !(dropEmpty && isEmpty(v))));
}

const isEmpty = (value: unknown): boolean => typeof value === 'object' && Object.keys(value ?? {}).length === 0;

/** Argo CD adds to it: JSON for YAML, frames, a tracking annotation for each object. */
const ROOM = 0.9;

function refuseTooLarge(bytes: number, { settings }: Request): void {
  if (bytes < ROOM * settings.maxBytes) return;
  const found = `${Math.ceil(bytes / 1e6)} MB of objects`;
  throw new FleetError([issue('CMP_OUTPUT_SIZE', { path: 'ARGOCD_GRPC_MAX_SIZE_MB', found })]);
}
