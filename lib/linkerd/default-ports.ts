/**
 * Ports that proxies treat as opaque unless told otherwise: value `proxy.opaquePorts` of chart linkerd-control-plane, the
 * same in 2.17 to 2.20. Servers of these protocols speak first.
 */
export const OPAQUE_PORTS: readonly number[] = [25, 587, 3306, 4444, 5432, 6379, 9300, 11211];

/** Inbound ports that never reach proxies: value `proxyInit.ignoreInboundPorts` of that chart, the same in 2.17 to 2.20. */
export const SKIPPED_PORTS: readonly number[] = [4567, 4568];
