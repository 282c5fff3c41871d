/** A fleet described as code: the file is run, and the FleetApp that it synthesises is taken over. */
import { once } from 'node:events';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FleetApp, withLoader } from '../app';
import { FleetError, issue } from '../errors';
import type { Loaded } from '../project';
import { EXIT } from './command';
import { importModule } from './import';
import { processIo } from './io';
import { showIssues } from './output/issues';

/** Runs `file` and returns what it describes; issues name it as `shown`. @throws FLEET_COUNT when it synthesises none or several; CODE_FAILED */
export async function loadCode(file: string, shown = file): Promise<Loaded> {
  const apps: FleetApp[] = [];
  const unregister = await understandTypeScript();
  const argv1 = process.argv[1];
  process.argv[1] = file;
  // Standard output is the command's; what the code prints is voice, also later, when it makes its charts.
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
  try {
    await withLoader(
      (app) => apps.push(app),
      () => runToItsEnd(file, shown, apps),
    );
  } catch (error) {
    throw FleetError.is(error) ? error : failed(file, shown, error);
  } finally {
    process.argv[1] = argv1 ?? '';
    await unregister();
  }
  const [app] = apps;
  if (app === undefined || apps.length > 1) {
    const found = apps.length === 0 ? 'no call of synth()' : `${apps.length} calls of synth()`;
    throw new FleetError([issue('FLEET_COUNT', { path: shown, found, fix: 'End the file with one app.synth().' })]);
  }
  return app.load(dirname(file));
}

/**
 * Imports the file. An asynchronous main() of it that nobody awaits is waited for, as `node` would, and may fail as any code may.
 * A file that ends the process, or never ends, must not look like success: an empty answer deletes clusters.
 */
async function runToItsEnd(file: string, shown: string, apps: readonly FleetApp[]): Promise<void> {
  const endsProcess = () => {
    const found = 'the end of the process, before app.synth() was done';
    showIssues([issue('CODE_FAILED', { path: shown, found })], processIo());
    process.exitCode = EXIT.failure;
  };
  let fails = (_: unknown): void => {};
  const failure = new Promise<never>((_, reject) => {
    fails = reject;
  });
  process.once('exit', endsProcess).once('uncaughtException', fails).once('unhandledRejection', fails);
  try {
    await Promise.race([importModule(pathToFileURL(file).href), failure]);
    if (apps.length === 0) await Promise.race([once(process, 'beforeExit'), failure]);
  } finally {
    process.off('exit', endsProcess).off('uncaughtException', fails).off('unhandledRejection', fails);
  }
}

/** Hooks of tsx for both kinds of modules; its entry for CommonJS callers cannot find its own loader, hence import(). */
async function understandTypeScript(): Promise<() => Promise<void>> {
  const esm = (await importModule('tsx/esm/api')) as typeof import('tsx/esm/api');
  const cjs = (await importModule('tsx/cjs/api')) as typeof import('tsx/cjs/api');
  const [offEsm, offCjs] = [esm.register(), cjs.register()];
  return async () => {
    offCjs();
    await offEsm();
  };
}

/** The author's own mistake: its message and the place in the file, without the stack of ours. */
function failed(file: string, shown: string, error: unknown): FleetError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const [first = '', second = ''] = message.split('\n');
  // tsx says how many mistakes there are, then `<file>:<line>:<column>: ERROR: <what>` for each.
  const syntax = /^(.*):(\d+):(\d+): ERROR: (.*)$/.exec(second);
  if (syntax) {
    const [, where, line, column, found = ''] = syntax;
    const path = `${where === file ? shown : where}:${line}:${column}`;
    return new FleetError([issue('CODE_FAILED', { path, found })]);
  }
  const frame = stack?.split('\n').find((line) => line.includes(file));
  const place = frame?.match(/:(\d+):(\d+)\)?$/);
  const path = place ? `${shown}:${place[1]}:${place[2]}` : shown;
  return new FleetError([issue('CODE_FAILED', { path, found: first, fix: fixOf(error) })]);
}

/** What is missing is usually this package or its peers, where the command is installed elsewhere. */
function fixOf(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  return 'Install what is missing beside the file; every fleet needs: npm install linkerd-fleet cdk8s constructs.';
}
