/** What a thread of `crew.ts` runs. */
import { isMainThread, type MessagePort, workerData } from 'node:worker_threads';
import type { Orders } from './crew';
import { forManyClusters } from './engine';
import { fingerprints } from './fingerprint';
import type { ClusterModel } from './model/types';
import { open, type Project } from './project';
import { begin, boardOf, finish, isLastLoaded } from './sinks/board';
import type { MatePart, Share } from './sinks/crew';
import { openDisk } from './sinks/disk';
import type { Memory } from './sinks/memory';
import { writePart } from './sinks/part';
import { filesOf } from './write';

/** What a thread is started with. */
export interface Work {
  readonly orders: Orders;
  readonly port: MessagePort;
}

function write(share: Share, project: Project): MatePart {
  const memory: Memory = { file: '', seen: new Map(), changed: false };
  const prints = share.remembers ? fingerprints(project) : undefined;
  const clusters = share.clusters.map((name) => {
    const cluster = project.fleet.clusters.get(name) as ClusterModel;
    return { name, token: prints && (() => prints.of(cluster)), files: filesOf(project, cluster) };
  });
  const disk = openDisk(share.root, share.name);
  const part = writePart(disk, clusters, share, boardOf(share.board), share.remembers ? memory : undefined);
  return { ...part, seen: [...memory.seen] };
}

/** Carries out orders, and sends the part through the port. */
export function work({ orders: { share, raws, reads }, port }: Work): void {
  const board = boardOf(share.board);
  // The first thread has been at work since, and decides how much garbage it lets gather by what it is told now.
  if (isLastLoaded(board)) forManyClusters();
  const readFile = (path: string) => reads.get(path) ?? { issues: [] };
  // Of what is read here, only as much is known as has been asked for.
  const project = { ...open({ raws, readFile, attachments: [], issues: [] }), reads };
  forManyClusters();
  if (begin(board, share.mate)) {
    port.postMessage(write(share, project));
    finish(board, share.mate);
  }
  port.close();
}

if (!isMainThread) work(workerData as Work);
