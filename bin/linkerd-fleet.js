#!/usr/bin/env node

const { join } = require('node:path');
const { load } = require('./compiled');

const built = (name) => join(__dirname, '../build', name);
const { main } = load(built('cli.cjs'));

/** A run that loaded no more than this has rendered data: nothing is underway, of ours or of code that a fleet brought. */
const DATA_ONLY = new Set([
  __filename,
  require.resolve('./compiled'),
  ...['cli.cjs', 'codes.cjs', 'values.cjs'].map(built),
]);

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
  // Left to itself, node waits for the collector and takes its heap apart before it ends.
  if (Object.keys(require.cache).every((file) => DATA_ONLY.has(file))) process.exit();
});
