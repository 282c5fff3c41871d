import * as z from 'zod/mini';
/** The one schema: generated types (`lib/fleet/spec.ts`) and the published JSON Schema (`schema/`) both come from it. */
import { clusterDocument } from './cluster';
import { fleetDocument } from './fleet';

import { serviceDocument } from './service';

/** Schema of each kind of document. */
export const KINDS = { Fleet: fleetDocument, Cluster: clusterDocument, Service: serviceDocument } as const;

/** Name of a kind of document. */
export type Kind = keyof typeof KINDS;

/** A document of any kind. */
export const anyDocument = z.union([fleetDocument, clusterDocument, serviceDocument]);
