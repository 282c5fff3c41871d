/** Fleets described as code that goes wrong: never a stack trace, never success. */
import { describe, expect, it } from 'vitest';
import { code } from './fleets';
import { codesIn, linkerdFleet, workspace, write } from './process';

const cwd = workspace();

function rendered(text: string, file = 'fleet.ts') {
  write(cwd, { [file]: text });
  return linkerdFleet(['render', file, '--cluster', 'east'], { cwd });
}

describe('code', () => {
  it.each([
    ['that throws', "throw new Error('x')", 'fleet.ts:1'],
    ['that throws what is no error', 'throw 3', '3'],
    ['that is no TypeScript', 'const x: = 1;', 'fleet.ts:1:9'],
    ['that imports what is not there', "import { x } from 'not-there';\nconsole.log(x);", 'npm install'],
    ['that ends the process', 'process.exit(0);', 'the end of the process'],
    [
      'whose main() fails after a while',
      "async function main() { await 1; throw new Error('late'); }\nmain();",
      'late',
    ],
    ['that fails in a timer', "setTimeout(() => { throw new Error('later'); }, 1);", 'later'],
  ])('%s is CODE_FAILED', (_, text, said) => {
    const { status, stdout, stderr } = rendered(text);
    expect({ status, stdout, codes: codesIn(stderr) }).toEqual({ status: 2, stdout: '', codes: ['CODE_FAILED'] });
    expect(stderr).toContain(said);
  });

  it('that waits for what never comes is CODE_FAILED', () => {
    const { status, stdout, stderr } = rendered('await new Promise(() => {});', 'fleet.mts');
    expect({ status, stdout, codes: codesIn(stderr) }).toEqual({ status: 2, stdout: '', codes: ['CODE_FAILED'] });
  });

  it.each([
    ['describes no fleet', "import { FleetApp } from 'linkerd-fleet';\nnew FleetApp().synth();"],
    ['never calls synth()', code().replace('app.synth();', '')],
    ['calls synth() twice', `${code()}\napp.synth();`],
    ['describes two', code("new Fleet(app, 'other', { domain: 'x.example.com' });")],
  ])('that %s is FLEET_COUNT', (_, text) => {
    const { status, stdout, stderr } = rendered(text);
    expect({ status, stdout, codes: codesIn(stderr) }).toEqual({ status: 2, stdout: '', codes: ['FLEET_COUNT'] });
  });

  it('may describe its fleet in an asynchronous main() that nobody awaits', () => {
    const body = code().replace(/^import .*$/m, '');
    const text = `import { Cluster, Fleet, FleetApp, fullMesh } from 'linkerd-fleet';
      async function main() { await new Promise((done) => setTimeout(done, 20)); ${body} }
      void main();`;
    expect(rendered(text)).toMatchObject({ status: 0, stderr: '' });
  });

  it('may be CommonJS or an ES module, in JavaScript', () => {
    const plain = code().replaceAll(' as const', '');
    expect(rendered(plain, 'fleet.mjs')).toMatchObject({ status: 0, stderr: '' });
    const required = plain.replace(/^import (.*) from (.*);$/m, 'const $1 = require($2);');
    expect(rendered(required, 'fleet.cjs')).toMatchObject({ status: 0, stderr: '' });
  });
});
