/** Services that cross clusters: whole where the fleet owns them, their labels alone where somebody else does. */
import type { Manifest } from '../emit/manifest';
import * as names from '../linkerd/names';
import type { ServiceModel } from '../model/types';
import { inWave, WAVES } from './waves';

/** Applied to a Service of somebody else, Argo CD must never delete it. */
const SHARED = 'ServerSideApply=true,Prune=false,Delete=false';

/** The Service as it is applied. */
export function serviceManifest(service: ServiceModel): Manifest {
  const { spec, name, namespace } = service;
  const owned = spec.selector !== undefined;
  const annotations = {
    ...spec.annotations,
    ...(owned ? {} : { 'argocd.argoproj.io/sync-options': SHARED }),
  };
  return inWave(WAVES.services, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, labels: { ...spec.labels, ...exportLabels(service) }, annotations },
    ...(owned ? { spec: serviceSpec(service) } : {}),
  });
}

/** The labels by which Links select a Service. */
export function exportLabels(service: Pick<ServiceModel, 'exported' | 'federated'>): Record<string, string> {
  return {
    ...(service.exported === 'gateway' ? { [names.EXPORTED_LABEL]: 'true' } : {}),
    ...(service.exported === 'remote-discovery' ? { [names.EXPORTED_LABEL]: 'remote-discovery' } : {}),
    ...(service.federated ? { [names.FEDERATED_LABEL]: 'member' } : {}),
  };
}

function serviceSpec({ spec }: ServiceModel): Record<string, unknown> {
  return {
    ...(spec.headless ? { clusterIP: 'None' } : {}),
    ports: spec.ports.map(({ name, port, protocol = 'TCP', targetPort = port, appProtocol }) => ({
      name,
      port,
      protocol,
      targetPort,
      appProtocol,
    })),
    selector: spec.selector,
  };
}
