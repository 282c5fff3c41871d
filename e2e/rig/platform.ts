/** A platform repository as docs/argocd.md has it: the written tree under `dist`, with addresses that exist here. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartRepository } from './charts';
import type { Cluster } from './cluster';
import { readObjects } from './cluster';
import { type Document, synth } from './fleet';
import type { GitRepository } from './git';
import { NAMESPACE, reference } from './reference';

const RETRY = { duration: '1s', factor: 2, maxDuration: '8s' } as const;
const LINKERD_CHARTS = 'https://helm.linkerd.io/edge';

/** A platform repository. */
export interface Platform {
  /** Writes the fleet into `dist` and commits it. @returns the commit */
  readonly deliver: (documents: readonly Document[], message?: string) => string;
  /** Directory of the tree that was delivered last. */
  readonly tree: () => string;
}

/** Serves stand-in charts at `versions` beside the repository. */
export function platform(git: GitRepository, versions: readonly string[]): Platform {
  const charts = `${git.files}/charts`;
  chartRepository(join(git.filesDirectory, 'charts'), charts, versions);
  let out: string | undefined;
  return {
    tree: () => out!,
    deliver: (documents, message) => {
      out = synth(documents.map((document) => servedFrom(git.url, document)));
      replaceIn(out, LINKERD_CHARTS, charts);
      // A step that fails until another one is done is tried again: in a test sooner than in a fleet.
      replaceIn(join(out, 'argocd'), 'duration: 10s', `duration: ${RETRY.duration}`);
      replaceIn(join(out, 'argocd'), 'maxDuration: 3m', `maxDuration: ${RETRY.maxDuration}`);
      return git.commitTree(out, 'dist', message);
    },
  };
}

function servedFrom(repoURL: string, document: Document): Document {
  if (document.kind !== 'Fleet') return document;
  return { ...document, spec: { ...document.spec, argocd: { ...document.spec.argocd, repoURL, path: 'dist' } } };
}

function replaceIn(directory: string, from: string, to: string): void {
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const path = join(directory, name);
    if (statSync(path).isFile()) writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
  }
}

/** Does once what docs/argocd.md has people do once: the health of a Link, and one Application over `argocd/`. */
export async function install({ kube }: Cluster, git: GitRepository, tree: string): Promise<void> {
  for (const object of readObjects(join(tree, 'argocd/settings/argocd-cm.yaml'))) {
    await kube.apply(object, { manager: 'platform' });
  }
  await kube.apply({
    ...reference('Application', 'linkerd-fleet'),
    spec: {
      project: 'default',
      source: { repoURL: git.url, targetRevision: 'refs/heads/main', path: 'dist/argocd' },
      destination: { name: 'in-cluster', namespace: NAMESPACE },
      syncPolicy: {
        automated: { prune: false, selfHeal: true },
        retry: { limit: -1, refresh: true, backoff: RETRY },
        syncOptions: ['ServerSideApply=true'],
      },
    },
  });
}
