// Writes what V8 made of a bundle in the course of its work, for bin/compiled.js to begin with. One process for each: code that
// a render does not need would have to be read by each render.
// Usage: node scripts/warm.mjs cli|rest|worker DIR, the descriptions being in DIR
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import threads from 'node:worker_threads';

const KEPT = { cli: ['cli'], rest: ['rest', 'codes'], worker: ['worker'] };

const [kind, inputs] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const built = (name) => join(import.meta.dirname, '../build', name);
const fleet = (name) => join(inputs, `${name}.json`);

// What is not run for a while would be forgotten. But V8 takes code only where its flags are those under which it was kept, which
// have to be those of a process that begins: the command may change none, and this one is taken back at the end.
const v8SetFlags = v8.setFlagsFromString;
v8SetFlags('--no-flush-bytecode');
v8.setFlagsFromString = () => {};

const scripts = new Map();
vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    scripts.set(options.filename, this);
  }
};
const { load } = require('../bin/compiled.js');

// A thread does its share here, before anybody else begins with theirs.
threads.Worker = class {
  constructor(_file, { workerData }) {
    load(built('worker.cjs')).work(workerData);
  }
  unref() {}
};

const { main } = load(built('cli.cjs'));

async function does(...line) {
  const status = await main(line);
  if (status !== 0) throw new Error(`${line.join(' ')} ended with ${status}`);
}

const out = (name) => ['--out', join(inputs, `${kind}-${name}`)];

if (kind === 'cli') {
  const clusters = { 'eu-1': 'global', 'us-1': 'global', a: 'policies' };
  for (const [cluster, name] of Object.entries(clusters)) await does('render', fleet(name), '--cluster', cluster);
} else if (kind === 'rest') {
  for (const name of ['global', 'policies', 'many']) {
    await does('check', fleet(name));
    await does('synth', fleet(name), ...out(name), '--jobs', '1');
    await does('synth', fleet(name), ...out(name), '--jobs', '1', '--check');
  }
} else {
  for (const more of [[], ['--check']]) await does('synth', fleet('many'), ...out('many'), '--jobs', '2', ...more);
}
v8SetFlags('--flush-bytecode');
for (const name of KEPT[kind]) {
  const file = built(`${name}.cjs`);
  writeFileSync(`${file}.v8`, scripts.get(file).createCachedData());
}
