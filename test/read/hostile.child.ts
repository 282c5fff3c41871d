/** Reads each file named on the command line and prints what came of it: a line of JSON for each, as it is done. */
import { basename } from 'node:path';
import { readDocuments } from '../../lib/read/tree';

const pristine = Object.getOwnPropertyNames(Object.prototype).join();
for (const path of process.argv.slice(2)) {
  const { documents, issues } = readDocuments(path);
  const polluted = Object.getOwnPropertyNames(Object.prototype).join() !== pristine;
  const seen = [...new Set(issues.map((i) => i.code))];
  process.stdout.write(`${JSON.stringify([basename(path), documents.length, seen, polluted])}\n`);
}
process.stdout.write(
  `${JSON.stringify({ yaml: Object.keys(require.cache).some((f) => f.includes('/yaml/dist/')) })}\n`,
);
