import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

if (process.env['E2E_DIR'] === undefined)
  throw new Error('These tests need what `npm run e2e` sets up: start them with it.');

export default defineConfig({
  resolve: { alias: { 'linkerd-fleet': resolve(import.meta.dirname, '../lib/index.ts') } },
  test: {
    root: resolve(import.meta.dirname, '..'),
    include: ['e2e/**/*.test.ts'],
    setupFiles: [resolve(import.meta.dirname, 'rig/setup.ts')],
    // A file has up to four API servers and Argo CD, and waits for them half of its time.
    maxWorkers: 2,
    // What a test waits for has limits of its own, which say what they waited for. This only stops a hung process.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
