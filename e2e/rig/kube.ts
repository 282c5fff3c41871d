/** A small client of the Kubernetes API, with what the tests ask of it and no more. */
import { Agent, request } from 'node:https';

/** An object as the API has it. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly resourceVersion?: string;
    readonly creationTimestamp?: string;
    readonly [field: string]: unknown;
  };
  // biome-ignore lint/suspicious/noExplicitAny: objects of any kind, read by tests that know theirs
  readonly [field: string]: any;
}

/** Which object: enough of it to find it. */
export type Ref = Pick<KubeObject, 'apiVersion' | 'kind'> & {
  readonly metadata: { readonly name: string; readonly namespace?: string };
};

/** An answer that is not a success. */
export class KubeError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Where an API server is and how it is spoken to. */
export interface Access {
  readonly url: string;
  readonly token: string;
  readonly ca: string;
}

/** How to apply. */
export interface ApplyOptions {
  /** @default e2e */
  readonly manager?: string;
}

/** The API of one server. Every call that fails throws a KubeError with the server's message. */
export interface Kube {
  /** Server-side apply with strict field validation: unknown and duplicate fields are errors. */
  readonly apply: (object: unknown, options?: ApplyOptions) => Promise<KubeObject>;
  /** Undefined when there is none. */
  readonly get: (ref: Ref) => Promise<KubeObject | undefined>;
  /** All of a kind, of a namespace or of all. Empty where the server does not know the kind. */
  readonly list: (apiVersion: string, kind: string, namespace?: string) => Promise<KubeObject[]>;
  /** Changes what the merge patch has, of the object or of its status. */
  readonly patch: (ref: Ref, patch: object, subresource?: 'status') => Promise<KubeObject>;
  /** Does nothing when there is none. */
  readonly remove: (ref: Ref) => Promise<void>;
  /** Warnings that the server sent along with its answers, each once: deprecated versions, doubtful values. */
  readonly warnings: ReadonlySet<string>;
  /** Any path, as JSON. */
  readonly call: (method: string, path: string, body?: unknown, type?: string) => Promise<unknown>;
}

/** A client of the API server. */
export function kube(access: Access): Kube {
  const warnings = new Set<string>();
  const call = caller(access, warnings);
  const resource = resources(call);
  const path = async (ref: Ref, query = '') =>
    `${await resource(ref)}/${encodeURIComponent(ref.metadata.name)}${query}`;
  const one = async (method: string, ref: Ref, query = '', body?: unknown, type?: string) =>
    (await call(method, await path(ref, query), body, type)) as KubeObject;
  return {
    call,
    warnings,
    apply: (object, { manager = 'e2e' } = {}) =>
      one('PATCH', object as KubeObject, `?fieldManager=${manager}&fieldValidation=Strict&force=true`, object, APPLY),
    get: (ref) => absent(one('GET', ref)),
    list: async (apiVersion, kind, namespace) => {
      const found = await absent(resource({ apiVersion, kind, metadata: { name: '', namespace } }, true));
      if (found === undefined) return [];
      const { items } = (await call('GET', found)) as { items: KubeObject[] };
      return items.map((item) => ({ ...item, apiVersion, kind }));
    },
    patch: (ref, patch, subresource) => one('PATCH', ref, subresource ? `/${subresource}` : '', patch, MERGE),
    remove: async (ref) => void (await absent(one('DELETE', ref))),
  };
}

const APPLY = 'application/apply-patch+yaml';
const MERGE = 'application/merge-patch+json';

async function absent<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof KubeError && error.status === 404) return undefined;
    throw error;
  }
}

type Call = Kube['call'];

function caller({ url, token, ca }: Access, warnings: Set<string>): Call {
  const agent = new Agent({ keepAlive: true, ca, maxSockets: 16 });
  return (method, path, body, type = 'application/json') =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': type }) };
      const sent = request(`${url}${path}`, { method, headers, agent }, (answer) => {
        let text = '';
        const { warning } = answer.headers;
        if (warning !== undefined) warnings.add(warning);
        answer.setEncoding('utf8');
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve(text.startsWith('{') ? JSON.parse(text) : text);
          else reject(new KubeError(status, `${method} ${path}: ${status} ${messageOf(text)}`));
        });
      });
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
}

function messageOf(text: string): string {
  try {
    return JSON.parse(text).message ?? text;
  } catch {
    return text;
  }
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** The path of a kind's collection, as discovery has it. */
function resources(call: Call) {
  const known = new Map<string, readonly Resource[]>();
  const find = (apiVersion: string, kind: string) =>
    known.get(apiVersion)?.find((r) => r.kind === kind && !r.name.includes('/'));
  return async ({ apiVersion, kind, metadata }: Ref, everywhere = false): Promise<string> => {
    const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    if (find(apiVersion, kind) === undefined) {
      known.set(apiVersion, ((await call('GET', base)) as { resources: Resource[] }).resources);
    }
    const found = find(apiVersion, kind);
    if (found === undefined) throw new KubeError(404, `the server has no ${apiVersion} ${kind}`);
    if (!found.namespaced || (everywhere && metadata.namespace === undefined)) return `${base}/${found.name}`;
    return `${base}/namespaces/${metadata.namespace ?? 'default'}/${found.name}`;
  };
}
