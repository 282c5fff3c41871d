/** One contract, two carriers: what `cmp generate` writes for argocd-cmp-server, and what `cmp serve` answers itself. */
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { json } from '../cli/fleets';
import { linkerdFleet } from '../cli/process';
import { callWithTree, fieldOne, tgzOf } from './client';
import { cmp, repository, type Server, startServer, type Variables } from './rig';
import { requestOf, VECTORS } from './vectors';

const servers = new Map<string, Promise<Server>>();

/** One server for each environment of a sidecar. */
function serverOf(sidecar: Variables): Promise<Server> {
  const key = JSON.stringify(sidecar);
  const server = servers.get(key) ?? startServer(sidecar);
  servers.set(key, server);
  return server;
}

const objectsIn = (stream: string): unknown[] => parseAllDocuments(stream).map((document) => document.toJS());

const small = repository({ 'small.json': json() });
const rendered = (cluster: string) =>
  linkerdFleet(['render', 'small.json', '--cluster', cluster], { cwd: small }).stdout;
const EXPECTED: Record<string, string> = { east: rendered('east'), west: rendered('west') };

describe.each(VECTORS)('$name', (vector) => {
  const { files, path, sidecar = {}, answer } = vector;
  const root = repository(files);
  const request = requestOf(vector);

  it('is answered alike by the command and by the server', async () => {
    const ran = cmp('generate', root, path, { ...sidecar, ...request });
    const { socket } = await serverOf(sidecar);
    const called = await callWithTree(socket, { tgz: tgzOf(root), path, env: request });
    if ('error' in answer) {
      expect(ran).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(beginning(answer.error)) });
      expect(ran.stderr).not.toContain(root);
      expect(called).toMatchObject({ status: 2, message: ran.stderr.trimEnd() });
      return;
    }
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(called).toMatchObject({ status: 0, message: '' });
    const objects = objectsIn(ran.stdout);
    expect(fieldOne(called.answer).map((text) => JSON.parse(text.toString()))).toEqual(objects);
    if (answer.kinds === undefined) expect(ran.stdout).toBe(EXPECTED[answer.cluster]);
    else expect(kindsOf(objects)).toEqual(answer.kinds);
  });
});

const beginning = (text: string) => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

function kindsOf(objects: readonly unknown[]): string[] {
  return [...new Set(objects.map((object) => (object as { kind: string }).kind))].sort();
}
