/** How assertions, and what breaks them, are said. */
import type { AssertCallers, Assertion } from '../../fleet/spec';
import { type Admitted, type Door, defaultText } from '../policy/callers';
import { skipsPort } from '../policy/ports';
import { selects } from '../selector';
import type { FleetModel } from '../types';
import { nameOf } from './placement';
import { list, namesOf } from './report';

/** A caller that an assertion keeps out, and the door it comes in at. */
export interface Breach {
  readonly door: Door;
  readonly caller: Admitted;
}

/** Who gets in where, and why where no line says so. */
export function breachText({ door, caller }: Breach): string {
  const { member, service, namespace, port } = door;
  const place = service
    ? nameOf(service)
    : namespace === undefined
      ? 'what is not described'
      : `what is in ${namespace}`;
  const request = caller.requests === undefined ? '' : ` (${list(caller.requests)})`;
  const to = `${place} of ${member.name}${port === undefined ? '' : `, port ${port} of its pods`}${request}`;
  const why = caller.at
    ? ''
    : skipsPort(member, port)
      ? `: ${defaultText(door)}`
      : `: nothing but the ${defaultText(door)} decides there`;
  return `${callerText(caller)} ${caller.path === undefined ? 'calls' : `calls ${PATHS[caller.path]}`} ${to}${why}`;
}

const PATHS = { local: 'inside the cluster', 'pod-to-pod': 'pod to pod', gateway: 'through the gateway' } as const;

function callerText({ serviceAccount, namespace, cluster, anybody, network, seenIn, may }: Admitted): string {
  const who =
    namespace === undefined
      ? anybody
        ? 'anybody'
        : 'every account'
      : serviceAccount === undefined
        ? `every account of ${namespace}`
        : `${serviceAccount}.${namespace}`;
  if (network !== undefined)
    return cluster === undefined ? `whoever is in ${network}` : `${who}@${cluster.name} in ${network}`;
  const seen = seenIn === undefined ? '' : `, ${may ? 'perhaps ' : ''}seen in ${seenIn}`;
  return `${who}@${cluster?.name}${seen}`;
}

/** An assertion, as a fragment of a sentence. */
export function assertionText(fleet: FleetModel, { only, never, call }: Assertion): string {
  const callee = calleeText(fleet, call);
  const subjects = (only ?? never ?? []).map((subject) => subjectText(fleet, subject));
  if (never !== undefined) return `nobody of ${list(subjects)} calls ${callee}`;
  return subjects.length === 0 ? `nobody calls ${callee}` : `only ${list(subjects)} may call ${callee}`;
}

function subjectText(fleet: FleetModel, { serviceAccount, namespace, clusters, networks }: AssertCallers): string {
  if (networks !== undefined) return list(networks);
  const where = clusters === undefined ? '' : `@${placesText(fleet, clusters)}`;
  if (namespace === undefined) return where === '' ? 'the fleet' : placesText(fleet, clusters);
  return `${serviceAccount === undefined ? '' : `${serviceAccount}.`}${namespace}${where}`;
}

/** What an assertion is about. */
export function calleeText(fleet: FleetModel, { service, namespace, clusters, ports }: Assertion['call']): string {
  const what = service === undefined ? namespace : `${namespace}/${service}`;
  const where = clusters === undefined ? undefined : placesText(fleet, clusters);
  const name = what === undefined ? (where ?? 'anything') : where === undefined ? what : `${what} of ${where}`;
  return ports === undefined ? name : `${name} on ${list(ports.map(String))}`;
}

const placesText = (fleet: FleetModel, selector: AssertCallers['clusters']): string =>
  namesOf([...fleet.members.values()].filter((member) => selects(selector, member))) || 'no cluster';
