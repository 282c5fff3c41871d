// Outlives `npm run e2e` by a moment. When its standard input ends, for whatever reason the run is over, it kills every
// process that the run started and removes the directory of the run. A process belongs to the run when E2E_DIR in its
// environment says so, which what it starts inherits, in whatever process group it puts itself.
import { readdirSync, readFileSync, rmSync } from 'node:fs';

const directory = process.argv[2];
const mark = `\0E2E_DIR=${directory}\0`;

function members() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return `\0${readFileSync(`/proc/${pid}/environ`, 'latin1')}\0`.includes(mark);
      } catch {
        return false; // gone, or of somebody else
      }
    });
}

function clean() {
  // Again until nobody is left: one that was about to fork has a child by now.
  for (let left = members(); left.length > 0; left = members()) {
    for (const pid of left) {
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {}
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  if (process.env.E2E_KEEP === undefined) rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.stdin.resume();
process.stdin.on('error', () => {});
process.stdin.on('close', clean);
