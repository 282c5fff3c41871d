// Compiles the library (build/lib, CommonJS and types) and bundles the command (build/cli.cjs) so that `render` starts fast.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(join(root, 'build'), { recursive: true, force: true });
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit', cwd: root });

await build({
  entryPoints: [join(root, 'lib/cli/main.ts')],
  outfile: join(root, 'build/cli.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // What only some commands need stays outside: a fleet as code brings cdk8s, YAML its parser.
  external: ['cdk8s', 'constructs', 'tsx', 'tsx/*', 'yaml'],
  define: { LINKERD_FLEET_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
});
