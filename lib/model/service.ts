import { at } from '../fleet/description';
import type { ServiceDocument } from '../fleet/spec';
import { selects } from './selector';
import type { Member, ServiceModel } from './types';

/** A Service document with its meaning spelled out. `order` keeps two documents of one name in a fixed order. */
export function serviceModel(document: ServiceDocument): ServiceModel & { readonly order: string } {
  const { metadata, spec } = document;
  return Object.freeze({
    name: metadata.name,
    namespace: metadata.namespace,
    at: at.service(metadata.namespace, metadata.name),
    spec,
    exported: spec.exported === true ? 'gateway' : spec.exported === 'remote-discovery' ? 'remote-discovery' : 'no',
    federated: spec.federated === true,
    on: (cluster: Member) => selects(spec.clusters, cluster),
    order: JSON.stringify(spec.clusters ?? null),
  });
}
