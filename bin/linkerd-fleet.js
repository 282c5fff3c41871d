#!/usr/bin/env node

const { readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const { main } = load(join(__dirname, '../build/cli.cjs'));

/** A run that loaded no more than this has rendered data: nothing is underway, of ours or of code that a fleet brought. */
const DATA_ONLY = new Set([__filename, join(__dirname, '../build/codes.cjs'), join(__dirname, '../build/values.cjs')]);

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
  // Left to itself, node waits for the collector and takes its heap apart before it ends.
  if (Object.keys(require.cache).every((file) => DATA_ONLY.has(file))) process.exit();
});

/** As require(), with the code that V8 compiled when this was built: a third of a cold start is compiling. */
function load(filename) {
  // The bundle is ASCII, which needs no decoding.
  const source = readFileSync(filename, 'latin1');
  // V8 checks that the code is of its own version and flags, and compiles when it is not.
  const script = new Script(wrap(source), { filename, cachedData: compiledBefore(`${filename}.v8`) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename));
  return module.exports;
}

function compiledBefore(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
