/** Ports of `allow`: that proxies see them, and that callers of one can be told from callers of another. */
import { issue } from '../../errors';
import { isPort, serverPorts } from '../policy/policy';
import { skipsPort } from '../policy/ports';
import { isOn, servicesOn } from './placement';
import { list, namesOf } from './report';
import type { Rule } from './rule';

/** Guarded ports are none that proxies skip. */
export const portsSeen: Rule = {
  codes: ['POLICY_PORT_SKIPPED'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters).flatMap((service) => {
      if (service.spec.allow === undefined) return [];
      return serverPorts(service).flatMap(({ port }) => {
        const open = clusters.filter((cluster) => skipsPort(cluster, port) && isOn(fleet, service, cluster));
        if (open.length === 0) return [];
        const found = `port ${port} of its pods in ${namesOf(open)}`;
        const path = `${service.at}.spec.ports`;
        return [issue('POLICY_PORT_SKIPPED', { path, found, clusters: open.map(({ name }) => name) })];
      });
    }),
};

/** An entry about ports is about all that lead to one port of the pods, which is what a Server knows. */
export const portsApart: Rule = {
  codes: ['POLICY_PORTS_SHARED'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters).flatMap((service) => {
      const { allow = [] } = service.spec;
      if (allow.every(({ ports }) => ports === undefined)) return [];
      return serverPorts(service).flatMap(({ port, ports }) =>
        allow.flatMap((entry, i) => {
          const left = ports.filter((one) => !(entry.ports?.some((wanted) => isPort(one, wanted)) ?? true));
          if (left.length === 0 || left.length === ports.length) return [];
          const found = `without ${list(left.map((one) => one.name ?? String(one.port)))}, at port ${port} of the pods too`;
          return [issue('POLICY_PORTS_SHARED', { path: `${service.at}.spec.allow[${i}].ports`, found })];
        }),
      );
    }),
};
