/** Services that cross clusters: whole where the fleet owns them, their labels alone where somebody else does. */
import type { Manifest } from '../emit/manifest';
import { shared } from '../emit/shared';
import type { ServicePort, ServiceSpec } from '../fleet/spec';
import { crossingLabels } from '../model/service-labels';
import type { ServiceModel } from '../model/types';
import { remembered } from './remembered';
import { inWave, WAVES } from './waves';

/**
 * How a Service is exported. `gateway`: reached through the gateway of its cluster (label mirror.linkerd.io/exported:
 * "true"); `remote-discovery`: pod to pod.
 */
export type ExportMode = 'gateway' | 'remote-discovery';

/** How a Service crosses clusters. */
export interface ExportProps {
  /** Mirrored as `<name>-<cluster>` where a Link selects it. @default - not exported */
  readonly exported?: ExportMode;
  /** Member of `<name>-federated`; needs pod-to-pod Links and a ClusterIP. @default false */
  readonly federated?: boolean;
}

/** Props of a Service that crosses clusters. */
export interface ExportedServiceProps
  extends ExportProps,
    Pick<ServiceSpec, 'selector' | 'headless' | 'labels' | 'annotations'> {
  readonly name: string;
  readonly namespace: string;
  /** Ports of the Service; needed with a `selector`, and not written without. */
  readonly ports?: readonly ServicePort[];
}

/** Applied to a Service of somebody else, Argo CD must never delete it. */
const SHARED = 'ServerSideApply=true,Prune=false,Delete=false';

/** The Service as it is applied: whole when it has a `selector`, otherwise its labels and annotations alone, server side. */
export function exportedService({ name, namespace, labels, annotations, ...props }: ExportedServiceProps): Manifest {
  const owned = props.selector !== undefined;
  return inWave(WAVES.services, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace,
      labels: { ...labels, ...exportLabels(props) },
      annotations: { ...annotations, ...(owned ? {} : { 'argocd.argoproj.io/sync-options': SHARED }) },
    },
    ...(owned ? { spec: serviceSpec(props) } : {}),
  });
}

/** The labels by which Links select a Service. */
export function exportLabels({ exported, federated = false }: ExportProps): Readonly<Record<string, string>> {
  return crossingLabels({ exported: exported ?? 'no', federated });
}

function serviceSpec({ headless, ports, selector }: Pick<ExportedServiceProps, 'headless' | 'ports' | 'selector'>) {
  return {
    ...(headless ? { clusterIP: 'None' } : {}),
    ports: ports?.map(({ name, port, protocol = 'TCP', targetPort = port, appProtocol }) => ({
      name,
      port,
      protocol,
      targetPort,
      appProtocol,
    })),
    selector,
  };
}

/** How a Service of a fleet crosses clusters. */
export function exportOf({ exported, federated }: ServiceModel): ExportProps {
  return { exported: exported === 'no' ? undefined : exported, federated };
}

/** A Service of a fleet, the same object for every cluster that has it; as its owner writes it where the fleet does not. */
export const serviceManifest: (service: ServiceModel) => Manifest = remembered((service: ServiceModel) => {
  const { name, namespace, spec } = service;
  const { ports, selector, headless, labels, annotations } = spec;
  return shared(
    exportedService({ name, namespace, ports, selector, headless, labels, annotations, ...exportOf(service) }),
  );
});
