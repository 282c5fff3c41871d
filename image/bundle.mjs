// Bundles the command with everything that a fleet described as data needs, into one file that is all the image has.
import { chmodSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outfile = resolve(process.argv[2] ?? join(root, 'build/linkerd-fleet.cjs'));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

await build({
  stdin: {
    contents: `import { main } from './lib/cli/main';
      main(process.argv.slice(2)).then((status) => { process.exitCode = status; });`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile,
  bundle: true,
  minifySyntax: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Fleets described as code need these; the image for them has them in /node_modules.
  external: ['cdk8s', 'constructs', 'tsx', 'tsx/*'],
  banner: { js: '#!/usr/bin/env node' },
  define: { LINKERD_FLEET_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
});
chmodSync(outfile, 0o755);
