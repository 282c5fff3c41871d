// Writes what V8 made of build/cli.cjs in the course of a render, for bin/linkerd-fleet.js to begin with.
// Usage: node scripts/warm.mjs BUNDLE FLEET:CLUSTER…
import { readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import v8 from 'node:v8';
import { Script } from 'node:vm';

const [filename, ...renders] = process.argv.slice(2);
const script = new Script(Module.wrap(readFileSync(filename, 'latin1')), { filename });
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename));

// V8 takes code only where its flags are those under which it was compiled: those of a process that begins.
v8.setFlagsFromString = () => {};
for (const [fleet, cluster] of renders.map((render) => render.split(':'))) {
  const status = await module.exports.main(['render', fleet, '--cluster', cluster]);
  if (status !== 0) throw new Error(`render of ${cluster} ended with ${status}`);
}
writeFileSync(`${filename}.v8`, script.createCachedData());
