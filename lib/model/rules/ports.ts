/** Ports of Services, as Kubernetes validates them and as proxies carry them. */
import { type Issue, issue } from '../../errors';
import type { ServicePort } from '../../fleet/spec';
import { isDnsLabel } from '../../net/names';
import type { ServiceModel } from '../types';
import { servicesOn } from './placement';
import { list } from './report';
import type { Rule } from './rule';
import { isPortName, isQualifiedName } from './syntax';
import { quoted } from './words';

/** Ports of Services are what Kubernetes takes. */
export const servicePorts: Rule = {
  codes: ['NAME_PORT', 'NAME_TARGET_PORT', 'NAME_LABEL_KEY', 'SERVICE_PORT_REPEATED'],
  check: (fleet, clusters) =>
    servicesOn(fleet, clusters).flatMap((service) =>
      service.spec.ports.flatMap((port, i) => checkPort(port, i, service.spec.ports, `${service.at}.spec.ports[${i}]`)),
    ),
};

function checkPort(port: ServicePort, index: number, all: readonly ServicePort[], path: string): Issue[] {
  const before = all.slice(0, index);
  const { name, targetPort, appProtocol } = port;
  const issues: Issue[] = [];
  if (name === undefined && all.length > 1) {
    issues.push(issue('NAME_PORT', { path: `${path}.name`, found: `no name, of ${all.length} ports` }));
  } else if (name !== undefined && (!isDnsLabel(name) || before.some((p) => p.name === name))) {
    const again = isDnsLabel(name) ? ' a second time' : '';
    issues.push(issue('NAME_PORT', { path: `${path}.name`, found: `${quoted(name)}${again}` }));
  }
  if (typeof targetPort === 'string' && !isPortName(targetPort)) {
    const number = /^[0-9]+$/.test(targetPort);
    const fix = number ? `Write the number without quotes: ${targetPort}.` : undefined;
    issues.push(issue('NAME_TARGET_PORT', { path: `${path}.targetPort`, found: quoted(targetPort), fix }));
  }
  if (appProtocol !== undefined && !isQualifiedName(appProtocol)) {
    issues.push(issue('NAME_LABEL_KEY', { path: `${path}.appProtocol`, found: quoted(appProtocol) }));
  }
  if (before.some((p) => keyOf(p) === keyOf(port))) {
    issues.push(issue('SERVICE_PORT_REPEATED', { path, found: `${keyOf(port)} a second time` }));
  }
  return issues;
}

/** `8080/TCP`: what must be unique in a Service. */
export function keyOf({ port, protocol }: ServicePort): string {
  return `${port}/${protocol ?? 'TCP'}`;
}

/** Ports that cross clusters are TCP. */
export const tcpOnly: Rule = {
  codes: ['SERVICE_PORT_NOT_TCP'],
  check: (fleet, clusters) => servicesOn(fleet, clusters).flatMap(notTcp),
};

function notTcp(service: ServiceModel): Issue[] {
  const { spec, at } = service;
  const other = spec.ports.filter((p) => (p.protocol ?? 'TCP') !== 'TCP');
  if (other.length === 0 || (service.exported === 'no' && !service.federated)) return [];
  return [issue('SERVICE_PORT_NOT_TCP', { path: `${at}.spec.ports`, found: list(other.map(keyOf)) })];
}
