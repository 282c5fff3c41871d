/** Namespaces of a cluster, with what Linkerd's CLI and the charts' hook Jobs would write on them. */
import type { Manifest } from '../emit/manifest';
import { EXTENSION_LABEL, MULTICLUSTER_EXTENSION } from '../linkerd/names';
import type { ClusterModel } from '../model/types';
import type { ClusterPlan } from '../plan/types';
import { kept } from './keep';
import { inWave, WAVES } from './waves';

/**
 * The namespaces of the control plane and of the multicluster extension, and those that services need. A namespace that
 * exists by other means (`namespaces` of the cluster) is not written: the labels shown here are then its owner's affair.
 *
 * Deleting a Namespace deletes all that is in it, so none of them is ever pruned.
 */
export function namespaceManifests(plan: ClusterPlan): readonly Manifest[] {
  const { cluster } = plan;
  const linkerd = [controlPlane(cluster), multicluster(cluster)];
  const names = new Set(linkerd.map((manifest) => manifest.metadata.name));
  const others = plan.namespaces.filter((name) => !names.has(name)).map((name) => namespace(name));
  return [...linkerd, ...others]
    .filter((manifest) => !cluster.namespaces.includes(manifest.metadata.name))
    .map((manifest) => inWave(WAVES.namespaces, kept(manifest)));
}

/** linkerd2 charts/linkerd-control-plane/templates/namespace.yaml, the same in 2.17 to 2.20. */
function controlPlane(cluster: ClusterModel): Manifest {
  const { namespace: name } = cluster.linkerd;
  const labels = {
    'config.linkerd.io/admission-webhooks': 'disabled',
    'linkerd.io/control-plane-ns': name,
    'linkerd.io/is-control-plane': 'true',
    ...podSecurity(cluster),
  };
  return namespace(name, { labels, annotations: { 'linkerd.io/inject': 'disabled' } });
}

/** linkerd2 multicluster/charts/linkerd-multicluster/templates/namespace.yaml, the same in 2.17 to 2.20. */
function multicluster(cluster: ClusterModel): Manifest {
  const labels = { [EXTENSION_LABEL]: MULTICLUSTER_EXTENSION, ...podSecurity(cluster) };
  return namespace(cluster.linkerd.multiclusterNamespace, { labels });
}

/** linkerd-init changes iptables rules, which `restricted` refuses; with Linkerd's CNI plugin there is none in the pods. */
function podSecurity({ values }: ClusterModel): Readonly<Record<string, string>> {
  const cni = values.controlPlane['cniEnabled'] === true;
  return { 'pod-security.kubernetes.io/enforce': cni ? 'restricted' : 'privileged' };
}

function namespace(name: string, metadata: Partial<Manifest['metadata']> = {}): Manifest {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...metadata } };
}
