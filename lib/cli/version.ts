import { join } from 'node:path';

/** Set by the bundler; absent in the plain library. */
declare const LINKERD_FLEET_VERSION: string | undefined;

/** Version of this package. */
export function version(): string {
  if (typeof LINKERD_FLEET_VERSION === 'string') return LINKERD_FLEET_VERSION;
  return (require(join(__dirname, '../../../package.json')) as { version: string }).version;
}
