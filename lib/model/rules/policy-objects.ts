/** Objects of policy: that each has a name of its own, and a port of pods that no other has under another word. */
import { type Issue, issue } from '../../errors';
import type { ServicePort } from '../../fleet/spec';
import { nested, podsOf } from '../policy/pods';
import { entriesOf, serverName, serverPorts } from '../policy/policy';
import { protocolAt } from '../policy/protocol';
import type { ClusterModel, FleetModel, ServiceModel } from '../types';
import { remember } from './memo';
import { isOn, nameOf, servicesOn } from './placement';
import type { Rule } from './rule';

/** Servers, policies and authentications are called by Service and port, which can be put together in two ways. */
export const policyNames: Rule = {
  codes: ['POLICY_NAMES_COLLIDE'],
  check: (fleet, clusters) => {
    const owners = new Map<string, Owner[]>();
    return servicesOn(fleet, clusters).flatMap((service) =>
      ownersOf(service).flatMap((owner) => {
        const known = remember(owners, `${service.namespace}/${owner.name}`, () => []);
        const other = known.find(
          ({ service: one, port }) =>
            (port !== owner.port || one !== service) && isTogether(fleet, clusters, one, service),
        );
        known.push(owner);
        if (RESERVED.has(owner.name)) return [collision(owner, 'the Server of the fleet on the admin port of proxies')];
        if (other === undefined) return [];
        return [collision(owner, `that of ${placeOf(other)}`)];
      }),
    );
  },
};

/** What the fleet itself writes into namespaces for `observability.prometheus`. */
const RESERVED = new Set(['linkerd-admin', 'linkerd-admin-networks']);

interface Owner {
  readonly service: ServiceModel;
  readonly port: string | number;
  readonly name: string;
}

function ownersOf(service: ServiceModel): readonly Owner[] {
  if (service.spec.allow === undefined) return [];
  return serverPorts(service).flatMap(({ port, ports }) => {
    const name = serverName(service, port);
    const isAddressed = ports.some((one) => entriesOf(service, one).some(({ entry }) => entry.networks));
    return [{ service, port, name }, ...(isAddressed ? [{ service, port, name: `${name}-networks` }] : [])];
  });
}

const placeOf = ({ service, port }: Place) => `${nameOf(service)}, port ${port} of its pods`;

const collision = (owner: Owner, other: string): Issue =>
  issue('POLICY_NAMES_COLLIDE', {
    path: `${owner.service.at}.spec.ports`,
    found: `${owner.name} of ${placeOf(owner)}, and ${other}`,
  });

const isTogether = (fleet: FleetModel, clusters: readonly ClusterModel[], a: ServiceModel, b: ServiceModel): boolean =>
  clusters.some((cluster) => isOn(fleet, a, cluster) && isOn(fleet, b, cluster));

/** A port of pods is called by its number or by its name: which number a name has, only the pods say. */
export const portForms: Rule = {
  codes: ['POLICY_PORT_FORMS'],
  check: (fleet, clusters) => {
    const groups = new Map<string, ServiceModel[]>();
    for (const service of servicesOn(fleet, clusters)) {
      if (Object.keys(podsOf(service) ?? {}).length === 0) continue;
      remember(groups, service.namespace, () => []).push(service);
    }
    const told = new Set<string>();
    return [...groups.values()].flatMap((group) => {
      if (!group.some(({ spec }) => spec.allow !== undefined)) return [];
      const alone = group.map((service): readonly [ServiceModel, ServiceModel] => [service, service]);
      return [...alone, ...nested(group)].flatMap(([a, b]) => {
        const key = [a.at, b.at].sort().join(' ');
        if (told.has(key) || (a.spec.allow ?? b.spec.allow) === undefined) return [];
        told.add(key);
        const mixed = mixedForms(a, b);
        if (mixed === undefined || !isTogether(fleet, clusters, a, b)) return [];
        const found = `${placeOf(mixed[0])}, and ${placeOf(mixed[1])}`;
        return [issue('POLICY_PORT_FORMS', { path: `${b.at}.spec.ports`, found })];
      });
    });
  },
};

type Place = Pick<Owner, 'service' | 'port'>;

/** A number of the one and a name of the other, kept differently: where both are kept alike it does not matter which counts. */
function mixedForms(a: ServiceModel, b: ServiceModel): readonly [Place, Place] | undefined {
  for (const first of serverPorts(a)) {
    const second = serverPorts(b).find(
      ({ port, ports }) => typeof port !== typeof first.port && keptAs(a, first.ports) !== keptAs(b, ports),
    );
    if (second !== undefined) {
      return [
        { service: a, port: first.port },
        { service: b, port: second.port },
      ];
    }
  }
  return undefined;
}

/** What a Service says of ports, as text. */
const keptAs = (service: ServiceModel, ports: readonly ServicePort[]): string =>
  JSON.stringify([
    service.spec.allow && ports.map((port) => entriesOf(service, port).map(({ entry }) => ({ ...entry, ports: [] }))),
    service.spec.accessPolicy ?? 'deny',
    protocolAt(service, ports),
    service.federated,
    service.exported,
  ]);
