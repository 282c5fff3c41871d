/** Namespaces of a cluster, with what Linkerd's CLI and the charts' hook Jobs would write on them. */
import type { Manifest } from '../emit/manifest';
import { shared } from '../emit/shared';
import {
  CONTROL_PLANE_NAMESPACE,
  EXTENSION_LABEL,
  MULTICLUSTER_EXTENSION,
  MULTICLUSTER_NAMESPACE,
} from '../linkerd/names';
import type { ClusterPlan } from '../plan/types';
import { kept } from './keep';
import { rememberedByText } from './remembered';
import { inWave, WAVES } from './waves';

/** Props of the namespaces of a cluster. */
export interface MeshNamespacesProps {
  /** Namespace of the control plane. @default 'linkerd' */
  readonly linkerdNamespace?: string;
  /** Namespace of the multicluster extension. @default 'linkerd-multicluster' */
  readonly multiclusterNamespace?: string;
  /** Namespaces of Services to write, above all of mirrored ones: no mirror is made where its namespace is missing. @default - none */
  readonly services?: readonly string[];
  /** Namespaces of these that exist by other means. @default - none */
  readonly existing?: readonly string[];
  /**
   * Annotation config.linkerd.io/default-inbound-policy of namespaces, by name; the injector copies it to pods that are made
   * from then on. @default - none
   */
  readonly policies?: Readonly<Record<string, string>>;
  /** Whether Linkerd's CNI plugin runs in the cluster: pods then need no more rights than `restricted` gives. @default false */
  readonly cniEnabled?: boolean;
}

/**
 * The namespaces of the control plane and of the multicluster extension, and those that services need. A namespace that
 * exists by other means is not written: the labels shown here are then its owner's affair.
 *
 * Deleting a Namespace deletes all that is in it, so none of them is ever pruned.
 */
export function meshNamespaces(props: MeshNamespacesProps): readonly Manifest[] {
  const { services = [], existing = [], policies = {}, cniEnabled = false } = props;
  const linkerd = [
    controlPlane(props.linkerdNamespace ?? CONTROL_PLANE_NAMESPACE, cniEnabled),
    multicluster(props.multiclusterNamespace ?? MULTICLUSTER_NAMESPACE, cniEnabled),
  ];
  const names = new Set(linkerd.map((manifest) => manifest.metadata.name));
  const others = services
    .filter((name) => !names.has(name))
    .map((name) => {
      const policy = Object.hasOwn(policies, name) ? policies[name] : undefined;
      return policy === undefined
        ? serviceNamespace(name)
        : namespace(name, { annotations: { [DEFAULT_POLICY]: policy } });
    });
  return [...linkerd, ...others].filter((manifest) => !existing.includes(manifest.metadata.name));
}

const DEFAULT_POLICY = 'config.linkerd.io/default-inbound-policy';

const serviceNamespace = rememberedByText((name) => shared(namespace(name)));

/** linkerd2 charts/linkerd-control-plane/templates/namespace.yaml, the same in 2.17 to 2.20. */
function controlPlane(name: string, cniEnabled: boolean): Manifest {
  const labels = {
    'config.linkerd.io/admission-webhooks': 'disabled',
    'linkerd.io/control-plane-ns': name,
    'linkerd.io/is-control-plane': 'true',
    ...podSecurity(cniEnabled),
  };
  return namespace(name, { labels, annotations: { 'linkerd.io/inject': 'disabled' } });
}

/** linkerd2 multicluster/charts/linkerd-multicluster/templates/namespace.yaml, the same in 2.17 to 2.20. */
function multicluster(name: string, cniEnabled: boolean): Manifest {
  return namespace(name, { labels: { [EXTENSION_LABEL]: MULTICLUSTER_EXTENSION, ...podSecurity(cniEnabled) } });
}

/** linkerd-init changes iptables rules, which `restricted` refuses; with Linkerd's CNI plugin there is none in the pods. */
function podSecurity(cniEnabled: boolean): Readonly<Record<string, string>> {
  return { 'pod-security.kubernetes.io/enforce': cniEnabled ? 'restricted' : 'privileged' };
}

function namespace(name: string, metadata: Partial<Manifest['metadata']> = {}): Manifest {
  return inWave(WAVES.namespaces, kept({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...metadata } }));
}

/** The namespaces that a cluster of a fleet gets. */
export function namespaceManifests({ cluster, namespaces }: ClusterPlan): readonly Manifest[] {
  return meshNamespaces({
    linkerdNamespace: cluster.linkerd.namespace,
    multiclusterNamespace: cluster.linkerd.multiclusterNamespace,
    services: namespaces,
    existing: cluster.namespaces,
    policies: cluster.namespacePolicies,
    cniEnabled: cluster.values.controlPlane['cniEnabled'] === true,
  });
}
