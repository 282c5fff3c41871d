// Compiles the library (build/lib, CommonJS and types) and bundles the command. build/cli.cjs is what `render` of data runs
// when all is well; the rest lies in chunks beside it, read when it is first used. Files *.v8 are what V8 made of these.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chunkEntry, late } from './late.mjs';
import { manyClusters, warmFleet } from './warm-fleet.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// Built beside it and put in its place at the end: a mistake in the sources leaves the last build as it was.
const next = join(root, `node_modules/.cache/linkerd-fleet/build-${process.pid}`);
process.on('exit', () => rmSync(next, { recursive: true, force: true }));
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
const arguments_ = [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', next];
execFileSync(process.execPath, arguments_, { stdio: 'inherit', cwd: root });

const commands = readdirSync(join(root, 'lib/cli/commands')).map((file) => `lib/cli/commands/${file.slice(0, -3)}`);
// What Argo CD runs once for each cluster and commit.
const AT_HAND = ['render', 'cmp', 'cmp-generate'].map((name) => `lib/cli/commands/${name}`);
const chunks = {
  // Texts of issues.
  codes: ['lib/codes/index'],
  // Helm values of users against those of the charts.
  values: ['lib/linkerd/values/check', 'lib/linkerd/values/together'],
  // What fleets as code are imported with.
  import: ['lib/cli/import'],
  // Everything else that a render reaches only when it has something to report, or that other commands, code and YAML need.
  rest: [
    ...commands.filter((module) => !AT_HAND.includes(module)),
    'lib/analysis/own/check',
    'lib/analysis/own/objects',
    'lib/analysis/own/policies',
    'lib/cli/help',
    'lib/cli/load-code',
    'lib/delivery/argocd/check',
    'lib/fleet/salvage',
    'lib/fleet/schema-issues',
    'lib/nearest',
    'lib/read/json-explain',
    'lib/read/yaml',
    'lib/resources/attached/attached',
    'lib/resources/customize',
  ],
};
const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  format: 'cjs',
  // What only some commands need stays outside: a fleet as code brings cdk8s, YAML its parser, minting its X.509.
  external: ['@peculiar/x509', 'cdk8s', 'constructs', 'reflect-metadata', 'tsx', 'tsx/*', 'yaml'],
  define: { LINKERD_FLEET_VERSION: JSON.stringify(version), LINKERD_FLEET_BUILD: JSON.stringify(sourceDigest()) },
  // Names stay readable in what a person may have to report.
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
};
const output = (name) => join(next, `${name}.cjs`);

await build({ ...options, entryPoints: ['lib/cli/main.ts'], outfile: output('cli'), plugins: [late(root, chunks)] });
// A thread that helps to write has nothing to gain from chunks: it needs most of them.
await build({ ...options, entryPoints: ['lib/worker.ts'], outfile: output('worker') });
writeFileSync(join(next, 'worker.js'), "require('../bin/compiled').load(require.resolve('./worker.cjs'));\n");
for (const [name, modules] of Object.entries(chunks)) {
  const stdin = { contents: chunkEntry(root, modules), resolveDir: root };
  const others =
    name === 'rest' ? { codes: chunks.codes, import: chunks.import } : { codes: chunks.codes, rest: ['lib/nearest'] };
  await build({ ...options, stdin, outfile: output(name), plugins: [late(root, others, name)] });
}

/** A digest of everything that the command is made of: what it wrote before it was changed is compared again. */
function sourceDigest() {
  const digest = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
  for (const file of files.sort()) digest.update(file).update(readFileSync(join(root, 'lib', file)));
  return digest.digest('hex');
}

rmSync(join(root, 'build'), { recursive: true, force: true });
renameSync(next, join(root, 'build'));

const inputs = join(root, 'node_modules/.cache/linkerd-fleet', `warm-${process.pid}`);
process.on('exit', () => rmSync(inputs, { recursive: true, force: true }));
const run = (...line) => execFileSync(process.execPath, line, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
mkdirSync(inputs, { recursive: true });
run('bin/linkerd-fleet.js', 'compile', 'fleets/global.ts', '--output', join(inputs, 'global.json'));
writeFileSync(join(inputs, 'policies.json'), JSON.stringify(warmFleet(root)));
writeFileSync(join(inputs, 'many.json'), JSON.stringify(manyClusters(root)));
for (const kind of ['cli', 'rest', 'worker']) run('scripts/warm.mjs', kind, inputs);
