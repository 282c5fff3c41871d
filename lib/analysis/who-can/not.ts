/** Why a caller is refused: what decided, what each entry names instead, and the line that would be needed. */
import type { Callers } from '../../fleet/spec';
import type { Door, Keep } from '../../model/policy/callers';
import { entriesOf, serverPorts } from '../../model/policy/policy';
import { list, namesOf } from '../../model/rules/report';
import { selects } from '../../model/selector';
import type { FleetModel, ServiceModel } from '../../model/types';
import type { Caller, Case } from './who-can';

/** The reasons of one refusal. */
export interface WhyNot {
  readonly cluster: string;
  readonly port?: string | number;
  readonly path?: string;
  readonly because: readonly string[];
  /** The change that would let the caller in. */
  readonly needs: string;
}

/** Reasons of those cases in which the caller does not get in. */
export function whyNot(
  fleet: FleetModel,
  service: ServiceModel,
  asked: Caller,
  cases: readonly Case[],
  keep: Keep,
): readonly WhyNot[] {
  return cases.flatMap(({ verdict, member, door }): readonly WhyNot[] => {
    if (verdict.verdict !== 'refused' && verdict.verdict !== 'no path') return [];
    const { cluster, port, path } = verdict;
    // Who is let in at home needs no way round by the gateway.
    if (path === 'gateway' && asked.cluster === member) return [];
    if (door === undefined) {
      const because = [`no network, no flat Link and no gateway leads from ${asked.cluster.name} to ${member.name}`];
      const edge = `{ edges: [{ source: ${asked.cluster.name}, target: ${member.name} }] } in Fleet.spec.topology`;
      return [{ cluster, because, needs: `${edge}, and federated or exported on ${service.at}` }];
    }
    const isBehind = verdict.path === 'gateway';
    const guard = keep(door)?.guard ?? service;
    const because = [decider(door, keep), ...refusals(fleet, { ...door, service: guard }, asked, isBehind, keep)];
    return [{ cluster, port, path, because, needs: `${line(asked, isBehind)} in ${guard.at}.spec.allow` }];
  });
}

/** Behind a gateway nobody can be told from the others. */
function line({ serviceAccount, namespace, cluster }: Caller, isBehind: boolean): string {
  const who = `serviceAccount: ${serviceAccount}, namespace: ${namespace}, clusters: [${cluster.name}]`;
  return isBehind ? `- { ${who}, throughGateway: true }, which admits every client of the gateway,` : `- { ${who} }`;
}

function decider(door: Door, keep: Keep): string {
  const { service, port, member } = door;
  const keeper = keep(door);
  if (keeper === undefined)
    return `no Server claims port ${port}: the default inbound policy of ${member.name} decides`;
  const { guard } = keeper;
  if (guard === undefined) return `the Server at ${keeper.at} claims port ${port} (${keeper.accessPolicy})`;
  const whose = guard === service ? '' : ', on the same pods,';
  return `${guard.at}.spec.allow${whose} closes port ${port} to whoever is not named`;
}

function refusals(
  fleet: FleetModel,
  door: Door & { readonly service: ServiceModel },
  asked: Caller,
  isBehind: boolean,
  keep: Keep,
): readonly string[] {
  const { service, port: ofPods } = door;
  const ports = serverPorts(service).find(({ port }) => port === ofPods)?.ports ?? [];
  const own = (service.spec.allow ?? []).map((entry, i) => {
    const at = `${service.at}.spec.allow[${i}]`;
    const isElsewhere = !ports.some((port) => entriesOf(service, port).some((one) => one.at === at));
    return `${at} ${isElsewhere ? `is about ports ${list((entry.ports ?? []).map(String))}` : mismatch(fleet, entry, asked, isBehind)}`;
  });
  const others = (keep(door)?.authorizations ?? []).filter(({ at }) => !at.startsWith(`${service.at}.spec.allow`));
  return [
    ...own,
    ...others.map(({ at, identities, networks }) => `${at} admits ${list([...(identities ?? networks ?? [])])}`),
  ];
}

function mismatch(fleet: FleetModel, entry: Callers, asked: Caller, isBehind: boolean): string {
  const { serviceAccount, namespace, clusters, networks } = entry;
  if (networks !== undefined) return `admits addresses: ${list(networks)}`;
  if (namespace !== undefined && namespace !== asked.namespace) {
    return `names ${serviceAccount === undefined ? `namespace ${namespace}` : `${serviceAccount}.${namespace}`}`;
  }
  if (serviceAccount !== undefined && serviceAccount !== asked.serviceAccount)
    return `names ${serviceAccount}.${namespace}`;
  if (!selects(clusters, asked.cluster)) {
    return `names clusters ${namesOf([...fleet.members.values()].filter((member) => selects(clusters, member))) || 'that are none'}`;
  }
  if (isBehind) return 'names it, and the gateway in between hides it';
  return `names it, and no mirror or federation brings it there`;
}
