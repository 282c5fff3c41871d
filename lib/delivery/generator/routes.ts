/** The addresses of the server: from a request whose body has been read to an answer. */
import { FleetError, formatIssue, type Issue, issue } from '../../errors';
import type { ClusterSelector } from '../../fleet/spec';
import { type Asked, clustersAsked, etag, forArgocd, forFlux, isKnown, parseAsked } from './answer';
import { isAuthorized } from './credentials';
import { servedMetrics } from './metrics';
import type { Served } from './served';

/** What is asked. */
export interface Request {
  readonly method: string;
  readonly url: URL;
  readonly authorization?: string;
  readonly ifNoneMatch?: string;
  readonly body: string;
}

/** What is answered. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What an answer depends on besides the request. */
export interface State {
  readonly served: Served;
  /** Clusters that the server was told to serve. @default - all */
  readonly selector?: ClusterSelector;
  /** @throws GENERATOR_TOKEN */
  readonly tokens: () => readonly string[];
  readonly isTlsCurrent: boolean;
  /** Whether the server is about to end. */
  readonly isClosing: boolean;
  /** Metrics of requests. */
  readonly requestMetrics: () => string;
}

/** An address. */
export interface Route {
  /** In metrics. */
  readonly name: string;
  readonly methods: readonly string[];
  /** Whether it is for everybody: answers without a name of a cluster. */
  readonly isOpen?: boolean;
  readonly answer: (request: Request, state: State) => Answer;
}

const READ = ['GET', 'HEAD'];

/** By path. */
export const ROUTES: Readonly<Record<string, Route>> = {
  '/api/v1/getparams.execute': { name: 'argocd', methods: ['POST'], answer: argocd },
  '/api/v1/flux/inputs': { name: 'flux', methods: READ, answer: listed(forFlux) },
  '/api/v1/fleet.json': { name: 'fleet', methods: READ, answer: listed((clusters) => JSON.stringify(clusters)) },
  '/healthz': { name: 'healthz', methods: READ, isOpen: true, answer: () => text(200, 'ok\n') },
  '/readyz': { name: 'readyz', methods: READ, isOpen: true, answer: readyz },
  '/metrics': { name: 'metrics', methods: READ, isOpen: true, answer: metrics },
};

/** The route of a request; none for addresses that there are not. */
export function routeOf({ url }: Request): Route | undefined {
  return Object.hasOwn(ROUTES, url.pathname) ? ROUTES[url.pathname] : undefined;
}

/** Answers a request; what is wrong with it, as JSON that Argo CD shows in the condition of the ApplicationSet. */
export function answer(request: Request, state: State): Answer {
  const route = routeOf(request);
  const { method, url } = request;
  if (route === undefined) return refusal(404, [refused(url.pathname.slice(0, 100), 'an address that does not exist')]);
  if (!route.methods.includes(method)) {
    return refusal(405, [refused(url.pathname, method)], { allow: route.methods.join(', ') });
  }
  try {
    if (!route.isOpen && !isAuthorized(request.authorization, state.tokens())) {
      const found = request.authorization === undefined ? 'no token' : 'another token';
      return refusal(401, [refused('Authorization', found)], { 'www-authenticate': 'Bearer' });
    }
    return route.answer(request, state);
  } catch (error) {
    if (!FleetError.is(error)) throw error;
    return refusal(STATUS[error.issues[0]?.code ?? ''] ?? 500, error.issues);
  }
}

/** Never one in 200 to 299: Argo CD and Flux keep what there is for any other. */
const STATUS: Readonly<Record<string, number>> = {
  GENERATOR_PARAMETER: 400,
  GENERATOR_REQUEST: 400,
  GENERATOR_EMPTY: 422,
  GENERATOR_LIMIT: 422,
};

/** An answer that something is wrong. */
export function refusal(status: number, issues: readonly Issue[], headers: Answer['headers'] = {}): Answer {
  const message = json(status, JSON.stringify({ message: issues.map(formatIssue).join(' ') }));
  return { ...message, headers: { ...message.headers, ...headers } };
}

/** An issue with a request. */
export const refused = (path: string, found: string): Issue => issue('GENERATOR_REQUEST', { path, found });

function argocd({ body }: Request, { served, selector }: State): Answer {
  const parameters = inputParameters(body);
  if (parameters.limit !== undefined) {
    throw new FleetError([
      issue('GENERATOR_PARAMETER', { path: 'input.parameters.limit', found: 'limit, which is for Flux' }),
    ]);
  }
  const asked = parseAsked(parameters, 'input.parameters');
  return json(200, forArgocd(clustersAsked(served.fleet, selector, asked)));
}

/** `input.parameters` of the body, absent where the ApplicationSet says none. */
function inputParameters(body: string): Readonly<Record<string, unknown>> {
  let request: { readonly input?: { readonly parameters?: unknown } } | null;
  try {
    request = JSON.parse(body);
  } catch {
    throw new FleetError([refused('body', 'text that is not JSON')]);
  }
  if (!isObject(request)) throw new FleetError([refused('body', 'JSON that is no object')]);
  const { input = {} } = request;
  if (!isObject(input)) throw new FleetError([refused('input', 'something other than an object')]);
  const parameters = input.parameters ?? {};
  if (!isObject(parameters)) throw new FleetError([refused('input.parameters', 'something other than an object')]);
  return parameters;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function listed(shape: (clusters: ReturnType<typeof clustersAsked>, asked: Asked) => string): Route['answer'] {
  return ({ url, ifNoneMatch }, { served, selector }) => {
    const asked = parseAsked(once(url.searchParams), 'query');
    const body = shape(clustersAsked(served.fleet, selector, asked), asked);
    const tag = etag(body);
    const headers = { etag: tag, 'cache-control': 'no-cache' };
    if (isKnown(ifNoneMatch, tag)) return { status: 304, headers, body: '' };
    const { headers: type } = json(200, body);
    return { status: 200, headers: { ...type, ...headers }, body };
  };
}

/** The last of two would count without a word, and the answer be a part of what was meant. */
function once(parameters: URLSearchParams): Readonly<Record<string, string>> {
  const twice = [...parameters.keys()].find((name) => parameters.getAll(name).length > 1);
  if (twice !== undefined) throw new FleetError([refused(`query.${twice}`.slice(0, 150), 'said twice')]);
  return Object.fromEntries(parameters);
}

/**
 * Ready as long as there is a fleet to serve, also where the newest description is broken: to stop answering would take the
 * good one away too.
 */
function readyz(_: Request, { served, isClosing }: State): Answer {
  const { fleet, digest, problems } = served;
  if (isClosing) return text(503, 'closing\n');
  const serving = `serving fleet ${fleet.name}, ${fleet.clusters.length} clusters, ${digest}\n`;
  if (problems.length === 0) return text(200, serving);
  const codes = [...new Set(problems.map(({ code }) => code))].sort().join(', ');
  return text(200, `${serving}stale: the newest description is not served: ${codes}\n`);
}

function metrics(_: Request, { served, isTlsCurrent, requestMetrics }: State): Answer {
  const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };
  return { status: 200, headers, body: servedMetrics(served, { isTlsCurrent }) + requestMetrics() };
}

const json = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body,
});
const text = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
