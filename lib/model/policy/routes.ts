/**
 * Which requests an entry of `allow` admits, as routes that do not contradict one another: the proxy takes the most specific
 * route that matches, and asks only who may take that one (linkerd2-proxy linkerd/http/route/src/http/match.rs).
 */
import type { AllowedRoute } from '../../fleet/spec';

/** A path and a method, as in HTTPRoute. */
export interface Match {
  readonly type: 'Exact' | 'PathPrefix';
  readonly value: string;
  /** @default - every method */
  readonly method?: string;
}

/** Every request. */
export const EVERYTHING: Match = { type: 'PathPrefix', value: '/' };

/** A call of gRPC is a POST of `/<service>/<method>`. */
export function matchOf({ path, method, grpc }: AllowedRoute): Match {
  if (grpc !== undefined) {
    if (grpc.method === undefined) return { type: 'PathPrefix', value: `/${grpc.service}`, method: 'POST' };
    return { type: 'Exact', value: `/${grpc.service}/${grpc.method}`, method: 'POST' };
  }
  const type = path?.type ?? 'PathPrefix';
  const value = type === 'Exact' ? (path?.value ?? '/') : withoutSlash(path?.value ?? '/');
  return { type, value, ...(method === undefined ? {} : { method }) };
}

/** Prefixes go by segments: a slash at the end says nothing. */
const withoutSlash = (path: string): string => path.replace(/\/+$/, '') || '/';

/** Whether every request of `b` is one of `a`. */
export function coversMatch(a: Match, b: Match): boolean {
  return coversPath(a, b) && (a.method === undefined || a.method === b.method);
}

function coversPath(a: Match, b: Match): boolean {
  if (a.type === 'Exact') return b.type === 'Exact' && a.value === b.value;
  const path = withoutSlash(b.value);
  return a.value === '/' || path === a.value || path.startsWith(`${a.value}/`);
}

/**
 * Routes for a port: every path that is named, with every method that is asked for on it or on what holds it, and one for
 * the rest. Of these the most specific that matches a request is held by the same entries as the request.
 */
export function routesFor(named: readonly Match[]): readonly Match[] {
  const found = new Map([[matchText(EVERYTHING), EVERYTHING]]);
  for (const { type, value } of named) {
    for (const { method } of named.filter((one) => coversPath(one, { type, value }))) {
      const match: Match = { type, value, ...(method === undefined ? {} : { method }) };
      found.set(matchText(match), match);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, match]) => match);
}

/** `GET /pay*`, as people write it. */
export function matchText({ type, value, method }: Match): string {
  const path = type === 'Exact' ? value : value === '/' ? '/*' : `${value}/*`;
  return method === undefined ? path : `${method} ${path}`;
}
