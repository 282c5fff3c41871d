import type { Construct } from 'constructs';
import { type MeshNamespacesProps, meshNamespaces } from '../namespaces';
import { ManifestGroup } from './objects';

/**
 * The namespaces of the control plane and of the multicluster extension with the labels and annotations that Linkerd's charts
 * would have a Job write, and those of services that cross clusters. Argo CD and Flux are told never to prune them.
 */
export class MeshNamespaces extends ManifestGroup {
  constructor(scope: Construct, id: string, props: MeshNamespacesProps = {}) {
    super(scope, id, meshNamespaces(props));
  }
}
