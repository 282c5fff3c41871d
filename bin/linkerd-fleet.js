#!/usr/bin/env node

const { readFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const { main } = load(join(__dirname, '../build/cli.cjs'));

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
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
