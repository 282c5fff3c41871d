/** The server itself, over real connections. Requests of Argo CD and Flux have the shape that their clients give them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAuthorized, readKeyPair, readTokens } from '../../../lib/delivery/generator/credentials';
import { indexOf } from '../../../lib/delivery/generator/parameters';
import { firstServed, nextServed, type Served } from '../../../lib/delivery/generator/served';
import { type GeneratorServer, generatorServer, MAX_BODY_BYTES } from '../../../lib/delivery/generator/server';
import { FleetError } from '../../../lib/errors';
import { LEAF, type OpenSSL, openssl } from '../../trust/openssl';
import { fleetOf, type Json } from '../argocd/fixture';

const TOKEN = 's3cret-token';
let served: Served = firstServed({ load: () => indexOf(fleetOf()), now: () => 0 });
let tokens: () => readonly string[] = () => [TOKEN];
const refusals: string[] = [];
let running: GeneratorServer;
let ssl: OpenSSL;

const start = async (keyPair?: { cert: string; key: string }) => {
  const made = generatorServer(() => ({ served, tokens: () => tokens(), isTlsCurrent: true }), {
    keyPair,
    onRefused: (endpoint, { status }) => refusals.push(`${status} ${endpoint}`),
  });
  await new Promise<void>((done) => made.server.listen(0, '127.0.0.1', done));
  return made;
};
const portOf = ({ server }: GeneratorServer) => (server.address() as AddressInfo).port;

beforeAll(async () => {
  ssl = openssl();
  running = await start();
});
afterAll(async () => {
  await running.close();
  ssl.close();
});

interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly json: Json;
}

interface Ask {
  readonly method?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly port?: number;
  readonly ca?: string;
}

function ask(path: string, { method = 'GET', token = TOKEN, headers, body, port, ca }: Ask = {}): Promise<Reply> {
  const options = {
    host: '127.0.0.1',
    port: port ?? portOf(running),
    path,
    method,
    headers: { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(ca === undefined ? {} : { ca, servername: 'generator', agent: false }),
  };
  return new Promise((done, failed) => {
    const sent = (ca === undefined ? httpRequest : httpsRequest)(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', failed);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = response.headers['content-type'] === 'application/json' && text !== '';
        const json = isJson ? JSON.parse(text) : undefined;
        done({ status: response.statusCode ?? 0, headers: response.headers, text, json });
      });
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

/** As the ApplicationSet controller writes it, with the newline of its encoder. */
const argocd = (parameters: unknown, more: Ask = {}) =>
  ask('/api/v1/getparams.execute', {
    method: 'POST',
    headers: { 'user-agent': 'argocd-applicationset', 'content-type': 'application/json', 'accept-encoding': 'gzip' },
    body: `${JSON.stringify({ applicationSetName: 'mesh-linkerd-crds', input: parameters === undefined ? {} : { parameters } })}\n`,
    ...more,
  });

describe('the plugin generator of Argo CD', () => {
  it.each([[undefined], [null], [{}]])('gets every cluster for parameters %j', async (parameters) => {
    const { status, headers, json } = await argocd(parameters);
    expect([status, headers['content-type']]).toEqual([200, 'application/json']);
    expect(json.output.parameters.map(({ name }: Json) => name)).toEqual(['eu-1', 'eu-2', 'us-1']);
    expect(json.output.parameters[2].destination).toEqual({ name: 'legacy-us', server: '' });
  });

  it('gets those that it selects', async () => {
    const { json } = await argocd({ selector: 'region=eu,environment=prod' });
    expect(json.output.parameters.map(({ directory }: Json) => directory)).toEqual(['clusters/eu-1']);
  });

  it.each([
    [{ selector: 'region=apac' }, 422, 'GENERATOR_EMPTY'],
    [{ selektor: 'region=eu' }, 400, 'GENERATOR_PARAMETER'],
    [{ limit: 3 }, 400, 'GENERATOR_PARAMETER'],
    ['region=eu', 400, 'GENERATOR_REQUEST'],
    [[], 400, 'GENERATOR_REQUEST'],
  ])('gets for %j no list but an error, which it shows', async (parameters, expected, code) => {
    const { status, json } = await argocd(parameters);
    expect(status).toBe(expected);
    expect(json.message).toContain(code);
    expect(json.output).toBeUndefined();
  });

  it.each(['', 'null', '[]', '{"input":3}', '{"input":null}', '<html>', '{"input":{}'])(
    'gets for a body of %j no empty list',
    async (body) => {
      const { status, json } = await argocd({}, { body });
      expect(status).toBe(400);
      expect(json.message).toContain('GENERATOR_REQUEST');
    },
  );

  it('gets an empty list where it asks for one', async () => {
    const { status, text } = await argocd({ selector: 'region=apac', allowEmpty: true });
    expect([status, text]).toEqual([200, '{"output":{"parameters":[]}}']);
  });
});

describe('the Flux operator', () => {
  const headers = { accept: 'application/json', 'user-agent': 'flux-operator/v0.58.1' };
  const flux = (query = '') => ask(`/api/v1/flux/inputs${query}`, { headers });

  it('gets inputs with an id', async () => {
    const { status, json } = await flux('?selector=environment%20in%20(prod,canary)');
    expect(status).toBe(200);
    expect(json.inputs.map(({ id, name }: Json) => [id, name])).toEqual([
      ['eu-1', 'eu-1'],
      ['us-1', 'us-1'],
    ]);
  });

  it('gets an error rather than a list that it would cut', async () => {
    const { status, json } = await flux('?limit=2');
    expect(status).toBe(422);
    expect(json.message).toContain('GENERATOR_LIMIT');
  });

  it('says each parameter once: of two, one would count without a word', async () => {
    const { status, text } = await ask('/api/v1/flux/inputs?selector=region%3Deu&selector=region%3Dus');
    expect([status, text]).toEqual([400, expect.stringContaining('query.selector')]);
  });

  it('gets what it has already in no bytes', async () => {
    const { headers: first } = await flux();
    const again = await ask('/api/v1/flux/inputs', { headers: { 'if-none-match': String(first.etag) } });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', first.etag]);
    const other = await ask('/api/v1/flux/inputs', { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
    const head = await ask('/api/v1/fleet.json', { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
  });
});

describe('the token', () => {
  it('is asked for wherever clusters are named', async () => {
    for (const path of ['/api/v1/flux/inputs', '/api/v1/fleet.json']) {
      expect((await ask(path, { token: '' })).status).toBe(401);
      expect((await ask(path, { token: 's3cret-toke' })).status).toBe(401);
    }
    const { status, json, headers } = await argocd({}, { token: 'wrong' });
    expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(JSON.stringify(json)).not.toMatch(/eu-1|wrong|s3cret/);
  });

  it('may be another from one request to the next, and two while it is replaced', async () => {
    tokens = () => ['old', 'new'];
    expect((await argocd({}, { token: 'old' })).status).toBe(200);
    expect((await argocd({}, { token: 'new' })).status).toBe(200);
    tokens = () => [TOKEN];
    expect((await argocd({}, { token: 'new' })).status).toBe(401);
  });

  it('GENERATOR_TOKEN: is read from a file, which must be there and must have one', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'linkerd-fleet-token-'));
    const file = join(dir, 'token');
    writeFileSync(file, '\n one \ntwo\n\n');
    expect(readTokens(file)).toEqual(['one', 'two']);
    tokens = () => readTokens(file);
    writeFileSync(file, ' \n');
    const { status, json } = await argocd({}, { token: 'one' });
    expect([status, json.message.split(' ')[0]]).toEqual([500, 'GENERATOR_TOKEN']);
    rmSync(dir, { recursive: true });
    expect((await argocd({})).status).toBe(500);
    tokens = () => [TOKEN];
  });

  it('is matched whole', () => {
    for (const header of [undefined, '', 'Bearer', 'Bearer ', 'Basic abc', 'Bearer ab', 'Bearer abc d', 'abc']) {
      expect(isAuthorized(header, ['abc'])).toBe(false);
    }
    expect(isAuthorized('Bearer abc', ['x', 'abc'])).toBe(true);
    expect(isAuthorized('bearer abc', ['abc'])).toBe(true);
    expect(isAuthorized('Bearer ', [])).toBe(false);
  });
});

describe('limits', () => {
  it('are put to the size of a body', async () => {
    const body = `{"input":{"parameters":{"selector":"${'x'.repeat(MAX_BODY_BYTES)}"}}}`;
    const { status, headers } = await argocd({}, { body });
    expect([status, headers.connection]).toEqual([413, 'close']);
  });

  it('are put to methods and addresses', async () => {
    const { status, headers } = await ask('/api/v1/getparams.execute');
    expect([status, headers.allow]).toEqual([405, 'POST']);
    expect((await ask('/api/v1/flux/inputs', { method: 'DELETE' })).status).toBe(405);
    for (const path of [
      '/',
      '/api',
      '/__proto__',
      '/api/v1/../../etc/passwd',
      '//evil.example.com/metrics/x',
      '/%ff',
    ]) {
      expect((await ask(path)).status).toBe(404);
    }
  });

  it('survives what is no HTTP, and clients that leave', async () => {
    for (const bytes of [
      'nonsense\r\n\r\n',
      'POST /api/v1/getparams.execute HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{',
    ]) {
      await new Promise<void>((done) => {
        const socket = connect(portOf(running), '127.0.0.1', () => socket.write(bytes, () => socket.destroy()));
        socket.on('close', () => done());
        socket.on('error', () => undefined);
      });
    }
    expect((await argocd({})).status).toBe(200);
  });
});

describe('operations', () => {
  it('says it lives and is ready, to everybody, and names no cluster', async () => {
    expect(await ask('/healthz', { token: '' })).toMatchObject({ status: 200, text: 'ok\n' });
    const { status, text } = await ask('/readyz', { token: '' });
    expect([status, text]).toEqual([200, `serving fleet test, 3 clusters, ${served.digest}\n`]);
  });

  it('counts what it answered', async () => {
    const { text, headers } = await ask('/metrics', { token: '' });
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toContain('linkerd_fleet_generator_clusters 3\n');
    expect(text).toMatch(/linkerd_fleet_generator_requests_total\{endpoint="argocd",code="422"\} \d+\n/);
    expect(text).not.toMatch(/eu-1|evil/);
    const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    for (const sample of samples) expect(sample).toMatch(/^[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.]+$/);
  });

  it('tells of requests that had the token and got nothing, and of no others', async () => {
    refusals.length = 0;
    await argocd({ selector: 'region=apac' });
    await argocd({}, { token: 'wrong' });
    await ask('/nowhere');
    expect(refusals).toEqual(['422 argocd']);
  });

  it('answers from one fleet or from the next while they change, and drops nothing', async () => {
    const before = served;
    const after = nextServed(before, {
      load: () => indexOf(fleetOf({ clusters: { 'eu-1': {}, 'eu-2': {} } })),
      now: () => 1,
    });
    const asked = Array.from({ length: 200 }, (_, i) => {
      const answered = argocd({});
      if (i % 20 === 0)
        setImmediate(() => {
          served = served === before ? after : before;
        });
      return answered;
    });
    const sizes = (await Promise.all(asked)).map(({ status, json }) => [status, json.output.parameters.length].join());
    expect(sizes.filter((size) => size !== '200,3' && size !== '200,2')).toEqual([]);
    served = before;
  });

  it('says that the newest description is broken, and stays ready', async () => {
    const before = served;
    served = nextServed(before, {
      load: () => {
        throw new TypeError();
      },
      now: () => 1,
    });
    const { status, text } = await ask('/readyz');
    expect([status, text.split('\n')[1]]).toEqual([
      200,
      'stale: the newest description is not served: GENERATOR_REQUEST',
    ]);
    expect((await argocd({})).status).toBe(200);
    served = before;
  });

  it('answers what is under way when it is told to end', async () => {
    const ending = await start();
    const port = portOf(ending);
    const body = '{"input":{}}';
    const answered = new Promise<string>((done, failed) => {
      const socket = connect(port, '127.0.0.1', () => {
        const head = `POST /api/v1/getparams.execute HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Length: ${body.length}\r\n\r\n`;
        socket.write(head + body.slice(0, 3), () => {
          setTimeout(() => {
            const closing = ending.close();
            socket.write(body.slice(3));
            closing.catch(failed);
          }, 50);
        });
      });
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => done(text));
      socket.on('error', failed);
    });
    expect(await answered).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*connection: close[\s\S]*"eu-1"/i);
    await expect(ask('/healthz', { port })).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('TLS', () => {
  const pairOf = ({ pem, key }: { pem: string; key: string }) => ({ cert: pem, key });

  it('takes another certificate without a connection that is refused', async () => {
    const [first, second] = [1, 2].map(() => ssl.mint({ cn: 'generator', ext: LEAF('DNS:generator') }));
    const secure = await start(pairOf(first!));
    const port = portOf(secure);
    expect((await ask('/healthz', { port, ca: first!.pem })).status).toBe(200);
    secure.useKeyPair(pairOf(second!));
    expect((await ask('/healthz', { port, ca: second!.pem })).status).toBe(200);
    await expect(ask('/healthz', { port, ca: first!.pem })).rejects.toThrow();
    await secure.close();
  });

  it('GENERATOR_TLS: needs a certificate and its own key, and quotes neither', () => {
    const [mine, other] = [1, 2].map(() => ssl.mint({ cn: 'generator', ext: LEAF('DNS:generator') }));
    expect(readKeyPair({ certFile: mine!.file, keyFile: mine!.keyFile })).toEqual({ cert: mine!.pem, key: mine!.key });
    for (const keyFile of [other!.keyFile, mine!.file, '/nowhere']) {
      let message = '';
      try {
        readKeyPair({ certFile: mine!.file, keyFile });
      } catch (error) {
        message = FleetError.is(error) ? error.message : '';
      }
      expect(message).toMatch(/^GENERATOR_TLS /);
      expect(message).not.toContain('BEGIN');
    }
  });
});
