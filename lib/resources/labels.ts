/** The labels by which Links select a Service, on Services of anybody's charts. */
import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { CODES } from '../codes';
import { FleetError, issue } from '../errors';
import { type ExportMode, type ExportProps, exportLabels } from './services';

/**
 * Makes a Service a member of the federated Service `<name>-federated` of every cluster whose Links reach its pods
 * (label mirror.linkerd.io/federated: member). A headless one fails the validation of its chart.
 *
 * A Service that is federated and exported as well joins up to ten minutes late: the mirror controller leaves the federation
 * to the next change of the Service.
 *
 * @param service an ApiObject or a cdk8s-plus Service
 * @returns `service`
 * @throws SERVICE_EXPECTED
 */
export function federate<T extends IConstruct>(service: T): T {
  const object = label(service, { federated: true });
  object.node.addValidation({ validate: () => (isHeadless(object) ? [HEADLESS] : []) });
  return service;
}

/**
 * Exports a Service: it is mirrored as `<name>-<cluster>` where a Link selects it (label mirror.linkerd.io/exported).
 *
 * @param service an ApiObject or a cdk8s-plus Service
 * @param mode `gateway`: reached through the gateway of its cluster; `remote-discovery`: pod to pod. @default 'gateway'
 * @returns `service`
 * @throws SERVICE_EXPECTED
 */
export function exportService<T extends IConstruct>(service: T, mode: ExportMode = 'gateway'): T {
  label(service, { exported: mode });
  return service;
}

const { why, fix } = CODES.SERVICE_HEADLESS_FEDERATED;
const HEADLESS = `a headless Service is federated. ${why} Fix: ${fix}`;

function label(service: IConstruct, props: ExportProps): ApiObject {
  const object = objectOf(service);
  if (object?.apiVersion !== 'v1' || object.kind !== 'Service') {
    const found = object === undefined ? service.constructor.name : `${object.apiVersion} ${object.kind}`;
    throw new FleetError([issue('SERVICE_EXPECTED', { path: service.node.path, found })]);
  }
  for (const [key, value] of Object.entries(exportLabels(props))) object.metadata.addLabel(key, value);
  return object;
}

/** The object itself, or the one that a construct of cdk8s-plus stands for. */
function objectOf(construct: IConstruct): ApiObject | undefined {
  if (ApiObject.isApiObject(construct)) return construct as ApiObject;
  const { defaultChild } = construct.node;
  return defaultChild === undefined ? undefined : objectOf(defaultChild);
}

function isHeadless(service: ApiObject): boolean {
  return service.toJson().spec?.clusterIP === 'None';
}
