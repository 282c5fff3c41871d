/** Parts of policy objects that users write, as the policy controller reads them. */
import { EVERYTHING, type Match, matchText } from '../../model/policy/routes';
import { type Cidr, parseCidr, without } from '../../net';

/** A mapping, of whatever. */
export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The addresses of one entry of `networks`: its range less what it excepts. A single address is a range of one; a text that is
 * none stays as it is. Undefined where there is no text.
 */
export function rangesOf(network: unknown): readonly string[] | undefined {
  const { cidr, except = [] } = isMap(network) ? network : { cidr: network };
  if (typeof cidr !== 'string' || !Array.isArray(except)) return undefined;
  const range = rangeOf(cidr);
  if (range === undefined || except.length === 0) return [cidr];
  let left: readonly Cidr[] = [range];
  for (const text of except) {
    const hole = typeof text === 'string' ? rangeOf(text) : undefined;
    if (hole === undefined) return undefined;
    left = left.flatMap((one) => without(one, hole));
  }
  return left.map(({ text }) => text);
}

function rangeOf(text: string): Cidr | undefined {
  const range = parseCidr(text);
  if (range.ok) return range.value;
  const meant = range.suggestion === undefined ? undefined : parseCidr(range.suggestion);
  return meant?.ok ? meant.value : undefined;
}

/** What a match of HTTPRoute takes. Conditions on headers and query make it fewer, and are said. */
export function httpRequest({ path, method, headers, queryParams }: Readonly<Record<string, unknown>>): string {
  const { type = 'PathPrefix', value = '/' } = isMap(path) ? path : {};
  const narrower = [headers, queryParams].some((list) => Array.isArray(list) && list.length > 0);
  const verb = typeof method === 'string' ? method : undefined;
  const request =
    type === 'Exact' || type === 'PathPrefix'
      ? matchText({
          type,
          value: String(value).replace(/(.)\/+$/, type === 'Exact' ? '$&' : '$1'),
          ...(verb ? { method: verb } : {}),
        } satisfies Match)
      : `${verb === undefined ? '' : `${verb} `}~${String(value)}`;
  return narrower ? `${request} under conditions` : request;
}

/** What a match of GRPCRoute takes. */
export function grpcRequest({ method, headers }: Readonly<Record<string, unknown>>): string {
  const { service, method: name } = isMap(method) ? method : {};
  const narrower = Array.isArray(headers) && headers.length > 0 ? ' under conditions' : '';
  if (typeof service !== 'string') return `${matchText({ ...EVERYTHING, method: 'POST' })}${narrower}`;
  return `POST /${service}/${typeof name === 'string' ? name : '*'}${narrower}`;
}
