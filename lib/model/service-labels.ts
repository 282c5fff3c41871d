/** Who labels a Service so that it crosses clusters: the fleet, or whoever owns it. */
import * as names from '../linkerd/names';
import type { ServiceModel } from './types';

/** What the fleet writes of a Service: all of it, its labels and annotations alone, or nothing. */
export type Written = 'whole' | 'labels' | 'nothing';

/**
 * What the fleet writes of a Service. With `writeLabels`, labels that were taken out of the description are taken off by an object
 * without them; where nothing is said and there is nothing to write, there is no object.
 */
export function writtenOf(service: ServiceModel): Written {
  const { selector, writeLabels, labels, annotations } = service.spec;
  if (selector !== undefined) return 'whole';
  const said = { ...labels, ...annotations, ...crossingLabels(service) };
  return (writeLabels ?? Object.keys(said).length > 0) ? 'labels' : 'nothing';
}

/** The labels by which Links select the Service. */
export function crossingLabels({
  exported,
  federated,
}: Pick<ServiceModel, 'exported' | 'federated'>): Readonly<Record<string, string>> {
  return {
    ...(exported === 'gateway' ? { [names.EXPORTED_LABEL]: names.EXPORTED_GATEWAY } : {}),
    ...(exported === 'remote-discovery' ? { [names.EXPORTED_LABEL]: names.EXPORTED_REMOTE_DISCOVERY } : {}),
    ...(federated ? { [names.FEDERATED_LABEL]: names.FEDERATED_MEMBER } : {}),
  };
}

/** Whether the Service crosses clusters by labels that the manifest of its owner must have. */
export const isLabelledByOwner = (service: ServiceModel): boolean =>
  writtenOf(service) === 'nothing' && Object.keys(crossingLabels(service)).length > 0;
