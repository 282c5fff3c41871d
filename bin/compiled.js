// Loads the bundles of the build with the code that V8 compiled when they were built: a third of a cold start is compiling.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** As require(), of a bundle and, when it asks for them, of the chunks beside it. */
function load(filename) {
  const known = require.cache[filename];
  if (known !== undefined) return known.exports;
  // It is ASCII, which needs no decoding.
  const source = Module.wrap(readFileSync(filename, 'latin1'));
  // V8 checks that the code is of its own version and flags, and compiles when it is not.
  const script = new Script(source, { filename, cachedData: compiledBefore(filename) });
  const module = new Module(filename);
  require.cache[filename] = module;
  const requireOthers = Module.createRequire(filename);
  const requireOf = (id) => (BESIDE.test(id) ? load(join(dirname(filename), id)) : requireOthers(id));
  script.runInThisContext()(module.exports, requireOf, module, filename, dirname(filename));
  return module.exports;
}

/** Chunks, but for the one that imports: code from a Script may not. */
const BESIDE = /^\.\/(?!import\.)/;

function compiledBefore(filename) {
  try {
    return readFileSync(`${filename}.v8`);
  } catch {
    return undefined;
  }
}

module.exports = { load };
