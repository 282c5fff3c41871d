/** A Git server on loopback that anybody may read, Helm repositories beside it, and a way to commit to it. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname, join, normalize } from 'node:path';
import { atEnd, RUN, scratch } from './processes';

/** A repository that is served, with one branch `main`. */
export interface GitRepository {
  /** Where Argo CD finds it. */
  readonly url: string;
  /** Where files of this server are found that are in no repository: `<files>/<path>`. */
  readonly files: string;
  /** Directory that `files` serves. */
  readonly filesDirectory: string;
  /** Commits files as text by their path; undefined removes one. @returns the commit */
  readonly commit: (files: Readonly<Record<string, string | undefined>>, message?: string) => string;
  /** Commits a directory of the disk as a directory of the repository, which has nothing else afterwards. */
  readonly commitTree: (from: string, to: string, message?: string) => string;
}

/** Starts a Git server with one empty repository. It ends with the file of tests. */
export async function gitServer(name = 'mesh'): Promise<GitRepository> {
  const root = scratch('git');
  const bare = join(root, `${name}.git`);
  const work = join(root, 'work');
  const filesDirectory = join(root, 'files');
  mkdirSync(filesDirectory);
  git(root, 'init', '--quiet', '--bare', '--initial-branch=main', bare);
  git(root, 'clone', '--quiet', bare, work);
  const port = await serve(root, filesDirectory);
  const repository = {
    url: `http://127.0.0.1:${port}/${name}.git`,
    files: `http://127.0.0.1:${port}/files`,
    filesDirectory,
    commit: (files: Readonly<Record<string, string | undefined>>, message = 'Change') => {
      for (const [path, text] of Object.entries(files)) write(join(work, path), text);
      return push(work, message);
    },
    commitTree: (from: string, to: string, message = 'Change') => {
      rmSync(join(work, to), { recursive: true, force: true });
      cpSync(from, join(work, to), { recursive: true });
      return push(work, message);
    },
  };
  repository.commit({ 'README.md': 'A platform repository.\n' });
  return repository;
}

function write(path: string, text: string | undefined): void {
  if (text === undefined) {
    rmSync(path, { recursive: true, force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function push(work: string, message: string): string {
  git(work, 'add', '--all');
  git(work, 'commit', '--quiet', '--allow-empty', `--message=${message}`);
  git(work, 'push', '--quiet', 'origin', 'HEAD:main');
  return git(work, 'rev-parse', 'HEAD').trim();
}

function git(cwd: string, ...args: readonly string[]): string {
  const who = { GIT_AUTHOR_NAME: 'e2e', GIT_AUTHOR_EMAIL: 'e2e@example.com', GIT_CONFIG_NOSYSTEM: '1', HOME: RUN };
  const env = { ...process.env, ...who, GIT_COMMITTER_NAME: 'e2e', GIT_COMMITTER_EMAIL: 'e2e@example.com' };
  return execFileSync('git', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function serve(root: string, files: string): Promise<number> {
  const server = createServer((asked, answer) => {
    const path = normalize(decodeURIComponent(new URL(asked.url!, 'http://x').pathname));
    if (path.startsWith('/files/')) sendFile(join(files, path.slice('/files'.length)), answer);
    else backend(root, path, asked, answer);
  });
  atEnd(() => void server.close().closeAllConnections());
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
}

function sendFile(path: string, answer: ServerResponse): void {
  const found = existsSync(path) && statSync(path).isFile();
  answer.writeHead(found ? 200 : 404).end(found ? readFileSync(path) : undefined);
}

/** git-http-backend, which is a CGI program. */
function backend(root: string, path: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { headers } = asked;
  const env = {
    PATH: process.env['PATH'],
    E2E_DIR: RUN,
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: path,
    QUERY_STRING: new URL(asked.url!, 'http://x').search.slice(1),
    REQUEST_METHOD: asked.method,
    CONTENT_TYPE: headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
    GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
  };
  const child = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.on('error', () => {});
  asked.pipe(child.stdin);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.on('close', () => sendCgi(Buffer.concat(chunks), answer));
}

function sendCgi(output: Buffer, answer: ServerResponse): void {
  const end = output.indexOf('\r\n\r\n');
  const lines = output.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n');
  const fields = lines.map((line) => line.split(/: (.*)/s, 2) as [string, string]);
  const status = Number(fields.find(([name]) => name === 'Status')?.[1]?.slice(0, 3) ?? (end < 0 ? 500 : 200));
  answer.writeHead(status, Object.fromEntries(fields.filter(([name]) => name !== 'Status' && name !== '')));
  answer.end(output.subarray(end + 4));
}
