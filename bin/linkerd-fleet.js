#!/usr/bin/env node

const { main } = require('../build/cli.cjs');

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
