import { parseBundle } from '../../trust';
import type { FleetModel } from '../types';
import { perFleet, remember } from './memo';

/** What Go readers of a CA file (client-go, the API server) pass over without a word; only the mesh's own bundles are stricter. */
const HARMLESS = new Set(['TRUST_BUNDLE_TRAILING_TEXT', 'TRUST_BUNDLE_HEADERS']);

/** A CA of the whole fleet is read once, however many clusters have it. */
const faults = perFleet(() => new Map<string, { readonly found?: string }>());

/** What is wrong with a file of CA certificates; undefined when all of it are readable certificates. */
export function certificateFault(fleet: FleetModel, pem: string): string | undefined {
  const read = () => ({ found: parseBundle(pem, '').issues.find(({ code }) => !HARMLESS.has(code))?.found });
  return remember(faults(fleet), pem, read).found;
}
