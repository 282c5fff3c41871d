/** Credentials and accounts that no Link of the fleet has, or that another way than its own left behind. */
import { type Issue, issue } from '../../errors';
import * as names from '../../linkerd/names';
import { keepsChartAccount } from '../../model/credentials/credentials';
import { linkAccountName } from '../../plan/credential-names';
import { behind, deletion, type Named, placeOf, type SeenObject } from './named';

/** What makes a Secret, or takes one away. */
const MAKERS = new Set(['ExternalSecret', 'PushSecret', 'SealedSecret']);
const CREDENTIALS = new Set([...MAKERS, 'Secret', 'ServiceAccount']);

/** Orphans among them. */
export function credentialIssues(named: Named): Issue[] {
  return named.seen.objects.flatMap((object) => {
    if (!CREDENTIALS.has(object.kind)) return [];
    const found = ofSource(named, object) ?? ofTarget(named, object) ?? ofAll(named, object);
    if (found === undefined) return [];
    const { what, why } = found;
    const path = placeOf(named, object);
    const fix = `${deletion(named, object)}${why === FIGHTS ? ' --cascade=orphan' : ''}`;
    return [issue('ORPHAN_CREDENTIAL', { path, found: what, why, fix, clusters: [named.seen.name] })];
  });
}

interface Found {
  readonly what: string;
  /** @default - that of the code */
  readonly why?: string;
}

const FIGHTS =
  'It writes the Secret of the Link back to what another way has given up, and takes it along where it owns it and goes: it is deleted without what it owns.';
const PUSHES = 'The token of the Link goes on into a store from where nobody of the fleet reads it any more.';

const OF_ALL =
  'Its token never ends, and whoever has it reads the cluster. Secrets that `linkerd multicluster link` made hold it: such Links need tokens of the accounts of the fleet first.';

/** Of no Link in particular. */
function ofAll({ seen }: Named, { kind, namespace, name }: SeenObject): Found | undefined {
  const isAccount = kind === 'ServiceAccount' || kind === 'Secret';
  if (!isAccount || behind(names.REMOTE_ACCESS_PREFIX, name) === undefined) return undefined;
  if (namespace !== seen.cluster.linkerd.multiclusterNamespace) return undefined;
  if (!seen.hasLeft && keepsChartAccount(seen.cluster)) return undefined;
  return { what: 'an account of the chart, or of `linkerd multicluster allow`, for all sources', why: OF_ALL };
}

/** Of a Link that starts here. */
function ofSource(named: Named, object: SeenObject): Found | undefined {
  const { seen, targets, ways } = named;
  const { multiclusterNamespace, namespace: controlPlane } = seen.cluster.linkerd;
  const target = behind(names.credentialsSecretName(''), object.name);
  const isThere = object.namespace === multiclusterNamespace || object.namespace === controlPlane;
  if (target === undefined || !isThere) return undefined;
  const link = `${seen.name}->${target}`;
  if (!targets.has(target)) return { what: `the fleet has no Link ${link}` };
  return isLeft(named, object, ways.targets.get(target))
    ? { what: `credentials of ${link} come by ${ways.targets.get(target)}`, why: FIGHTS }
    : undefined;
}

/** Of a source that is let in here. */
function ofTarget(named: Named, object: SeenObject): Found | undefined {
  const { seen, sources, ways } = named;
  if (object.namespace !== seen.cluster.linkerd.multiclusterNamespace) return undefined;
  const source = behind(linkAccountName(''), object.name);
  if (source === undefined) return undefined;
  if (!MAKERS.has(object.kind)) {
    if (named.grants.has(`${object.kind} ${object.name}`)) return undefined;
    const own = object.kind === 'Secret' ? source.replace(/-token(-\d+)?$/, '') : source.replace(/\.\d+$/, '');
    return { what: sources.has(own) ? `retired: ${own} has other tokens` : `the fleet lets no source ${own} in` };
  }
  if (!sources.has(source)) return { what: `the fleet lets no source ${source} in` };
  return isLeft(named, object, ways.sources.get(source))
    ? { what: `credentials of ${source}->${seen.name} come by ${ways.sources.get(source)}`, why: PUSHES }
    : undefined;
}

/** Whether another way made it. Of credentials that come by other means, whoever brings them may use the same. */
function isLeft({ seen }: Named, { kind, namespace, name }: SeenObject, way: string | undefined): boolean {
  if (!MAKERS.has(kind) || way === 'existing') return false;
  return !seen.written.some((one) => one.kind === kind && one.namespace === namespace && one.name === name);
}
