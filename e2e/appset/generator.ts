/** A running `generator serve`. */
import { join } from 'node:path';
import { alive, type Process, start } from '../rig/processes';
import { until } from '../rig/wait';

const BIN = join(__dirname, '../../bin/linkerd-fleet.js');

/** A running server. */
export interface Generator {
  readonly process: Process;
  /** Waits for a text. @returns what it has said since the last text that was waited for */
  readonly says: (text: string) => Promise<string>;
  /** Has it read the description now, and not when it next looks. */
  readonly reread: () => void;
  /** Value of a metric, 0 where there is none yet. @param sample its name and labels */
  readonly metric: (sample: string) => Promise<number>;
}

/** Serves a description on a port of loopback, and looks at it every second. */
export async function generator(options: {
  readonly description: string;
  readonly tokenFile: string;
  readonly port: number;
}): Promise<Generator> {
  const { description, tokenFile, port } = options;
  const flags = ['--token-file', tokenFile, '--listen', `127.0.0.1:${port}`, '--interval', '1'];
  const process = start(globalThis.process.execPath as `/${string}`, {
    name: 'generator',
    args: [BIN, 'generator', 'serve', description, ...flags],
  });
  let read = 0;
  const says = (text: string) =>
    until(`the generator to say "${text}"`, () => {
      alive(process, 'generator serve');
      const log = process.log();
      const said = log.slice(read);
      if (!said.includes(text)) return undefined;
      read = log.length;
      return said;
    });
  await says(`on http://127.0.0.1:${port}`);
  const metric = async (sample: string) => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const line = text.split('\n').find((each) => each.startsWith(`${sample} `));
    return Number(line?.slice(sample.length + 1) ?? 0);
  };
  return { process, says, reread: () => void globalThis.process.kill(process.pid, 'SIGHUP'), metric };
}
