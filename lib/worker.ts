/** What a thread of `crew.ts` runs. */
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Orders } from './crew';
import { fingerprints } from './fingerprint';
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
  // Of what is read here, only as much is known as has been asked for.
  const print = share.remembers ? fingerprints({ ...project, reads }) : undefined;
  const clusters = share.clusters.map((name) => {
    const cluster = project.fleet.clusters.get(name) as ClusterModel;
    return { name, token: print && (() => print(cluster)), files: filesOf(project, cluster) };
  });
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
