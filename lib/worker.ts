/** What a thread of `crew.ts` runs. */
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Orders } from './crew';
import type { ClusterModel } from './model/types';
import { open, type Project } from './project';
import { begin, boardOf, finish } from './sinks/board';
import type { MatePart, Share } from './sinks/crew';
import { openDisk } from './sinks/disk';
import type { Memory } from './sinks/memory';
import { writePart } from './sinks/part';
import { filesOf } from './write';

const { orders, port } = workerData as { orders: Orders; port: MessagePort };

function write(share: Share, project: Project): MatePart {
  const memory: Memory = { file: '', seen: new Map(), changed: false };
  const clusters = share.clusters.map(({ name, token }) => ({
    name,
    token,
    files: filesOf(project, project.fleet.clusters.get(name) as ClusterModel),
  }));
  const disk = openDisk(share.root, share.name);
  const part = writePart(disk, clusters, share, boardOf(share.board), share.remembers ? memory : undefined);
  return { ...part, seen: [...memory.seen] };
}

const { share, raws, reads } = orders;
const project = open({
  raws,
  readFile: (path) => reads.get(path) ?? { issues: [] },
  attachments: [],
  issues: [],
});
if (begin(boardOf(share.board), share.mate)) {
  port.postMessage(write(share, project));
  finish(boardOf(share.board), share.mate);
}
port.close();
