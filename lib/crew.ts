/** Threads that help to write a large fleet: each understands the description anew and writes its share of the clusters. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { forNewThreads } from './engine';
import type { FileText } from './fleet/description';
import type { Project } from './project';
import type { RawDocument } from './read/parsed';
import type { Crew, MatePart, Share } from './sinks/crew';

/** What a thread is started with. Plain data. */
export interface Orders {
  readonly share: Share;
  readonly raws: readonly RawDocument[];
  /** Texts of the files that the description names. */
  readonly reads: ReadonlyMap<string, FileText>;
}

/**
 * The threads beside this one for a run of `jobs`; undefined where there are none, where code has a hand in what is written,
 * and where this module is not compiled.
 */
export function crewOf({ loaded, reads }: Project, jobs: number): Crew | undefined {
  const file = join(__dirname, 'worker.js');
  const isCode = loaded.attachments.length > 0 || loaded.customize !== undefined;
  if (!existsSync(file) || reads === undefined || isCode || jobs <= 1) return undefined;
  return { mates: jobs - 1, start: (share) => started(file, { share, raws: loaded.raws, reads }) };
}

/** Ends with this process, whatever ends it: a thread needs no handling of signals. */
function started(file: string, orders: Orders): () => MatePart {
  forNewThreads();
  const { port1, port2 } = new MessageChannel();
  const workerData = { orders, port: port2 };
  const worker = new Worker(file, { workerData, transferList: [port2], execArgv: [], resourceLimits: LIMITS });
  worker.unref();
  port1.unref();
  return () => (receiveMessageOnPort(port1) as { message: MatePart }).message;
}

/** What a cluster leaves behind is garbage at once; room for more of it only costs memory. */
const LIMITS = { maxYoungGenerationSizeMb: 16 };
