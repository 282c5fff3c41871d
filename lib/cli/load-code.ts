/** A fleet described as code: the file is run, and the FleetApp that it synthesises is taken over. */
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type FleetApp, withLoader } from '../app';
import { FleetError, issue } from '../errors';
import type { Loaded } from '../project';

/** Runs `file` and returns what it describes. @throws FLEET_COUNT when it synthesises none or several; CODE_FAILED */
export async function loadCode(file: string): Promise<Loaded> {
  const apps: FleetApp[] = [];
  const unregister = await understandTypeScript();
  const argv1 = process.argv[1];
  process.argv[1] = file;
  try {
    await withLoader(
      (app) => apps.push(app),
      () => import(pathToFileURL(file).href),
    );
  } catch (error) {
    throw FleetError.is(error) ? error : failed(file, error);
  } finally {
    process.argv[1] = argv1 ?? '';
    await unregister();
  }
  const [app] = apps;
  if (app === undefined || apps.length > 1) {
    const found = apps.length === 0 ? 'no call of synth()' : `${apps.length} calls of synth()`;
    throw new FleetError([issue('FLEET_COUNT', { path: file, found, fix: 'End the file with one app.synth().' })]);
  }
  return app.load(dirname(file));
}

/** Hooks of tsx for both kinds of modules; its entry for CommonJS callers cannot find its own loader, hence import(). */
async function understandTypeScript(): Promise<() => Promise<void>> {
  const [esm, cjs] = await Promise.all([import('tsx/esm/api'), import('tsx/cjs/api')]);
  const [offEsm, offCjs] = [esm.register(), cjs.register()];
  return async () => {
    offCjs();
    await offEsm();
  };
}

/** The author's own mistake: its message and the place in the file, without the stack of ours. */
function failed(file: string, error: unknown): FleetError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const frame = stack?.split('\n').find((line) => line.includes(file));
  const place = frame?.match(/:(\d+):(\d+)\)?$/);
  const path = place ? `${file}:${place[1]}:${place[2]}` : file;
  return new FleetError([issue('CODE_FAILED', { path, found: message.split('\n')[0] ?? '' })]);
}
