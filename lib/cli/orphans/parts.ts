/** Which parts of an object somebody applied, as far as the object says so itself. Names alone, no values. */
import type { Parts } from '../../analysis/orphans/named';
import { fieldsOf } from './fields';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const TRACKING_ID = 'argocd.argoproj.io/tracking-id';

/** Annotations and labels of those who apply, of Kubernetes itself, and of releases: with nobody else's name on them. */
const NOBODYS = /^(?:kubectl\.kubernetes\.io|argocd\.argoproj\.io|meta\.helm\.sh)\/|^kubernetes\.io\/metadata\.name$/;
const KEY = /^[A-Za-z0-9][A-Za-z0-9./_-]{0,316}$/;

/** The parts of a Namespace or a Service, undefined of other kinds. */
export function partsOf(kind: string, object: unknown): Parts | undefined {
  if (kind !== 'Namespace' && kind !== 'Service') return undefined;
  const said = annotationsOf(object)[LAST_APPLIED];
  return { all: namesIn(kind, object), clientSide: typeof said === 'string' ? namesIn(kind, parsed(said)) : [] };
}

/** The Application of Argo CD that has the object: `<name>:<group>/<kind>:<namespace>/<name>`. */
export function applicationOf(object: unknown): string | undefined {
  const id = annotationsOf(object)[TRACKING_ID];
  return typeof id === 'string' ? /^[a-z0-9][a-z0-9._-]{0,316}(?=:)/.exec(id)?.[0] : undefined;
}

const annotationsOf = (object: unknown) => fieldsOf(fieldsOf(fieldsOf(object).metadata).annotations);

function namesIn(kind: string, object: unknown): readonly string[] {
  const { metadata, spec } = fieldsOf(object);
  const { labels, annotations } = fieldsOf(metadata);
  const keys = (what: string, map: unknown) =>
    Object.keys(fieldsOf(map))
      .filter((key) => KEY.test(key) && !NOBODYS.test(key))
      .map((key) => `${what} ${key}`);
  // That of a Namespace is Kubernetes' own.
  const hasSpec = kind === 'Service' && Object.keys(fieldsOf(spec)).length > 0;
  return [...keys('label', labels), ...keys('annotation', annotations), ...(hasSpec ? ['spec'] : [])];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
