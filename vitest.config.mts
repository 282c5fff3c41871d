import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { 'linkerd-fleet': resolve(import.meta.dirname, 'lib/index.ts') } },
  test: {
    include: ['test/**/*.test.ts'],
    // Tests here have no time limits of their own: speed lives in bench/. This only stops a hung process.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
