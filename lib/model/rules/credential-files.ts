/** Files of sealed or encrypted credentials, each looked at before it is copied. */
import { issue } from '../../errors';
import { secretNamespaces } from '../credentials/credentials';
import { fileWay, readCredentialFile } from '../credentials/files';
import type { ClusterModel } from '../types';
import { arrivals, withNeighbours } from './edges';
import { merge, pathOf } from './report';
import type { Rule } from './rule';

/** Every Secret that comes from a file has one, and the file is what it has to be. */
export const credentialFiles: Rule = {
  codes: [
    'SEALED_WRONG',
    'SEALED_PLAIN',
    'SEALED_CERTIFICATE',
    'SOPS_ARGOCD',
    'INPUT_NOT_FOUND',
    'INPUT_OUTSIDE',
    'INPUT_TOO_LARGE',
    'INPUT_ENCODING',
  ],
  check: (fleet, clusters) => {
    const suspects = withNeighbours(fleet, clusters).filter(isByFiles);
    const edges = [...arrivals(fleet, clusters, suspects).values()]
      .flat()
      .filter((edge) => fileWay(edge) !== undefined);
    const unread = edges.find((edge) => fileWay(edge)?.kind === 'sops');
    return merge([
      ...edges.flatMap((edge) =>
        secretNamespaces(edge).flatMap((namespace) => readCredentialFile(fleet, edge, namespace).issues),
      ),
      ...(fleet.argocd === undefined || unread === undefined
        ? []
        : [
            issue('SOPS_ARGOCD', {
              path: pathOf(fleet, unread.target, ['credentials', 'sops']),
              found: 'sops, and delivery by Argo CD',
            }),
          ]),
    ]);
  },
};

const isByFiles = ({ credentials: { common, sources } }: ClusterModel) =>
  [common, ...Object.values(sources)].some(({ kind }) => kind === 'sealedSecrets' || kind === 'sops');
