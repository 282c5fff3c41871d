/** Addresses and names, read strictly and without any network. */
export { type Ip, type IpScope, ipScope, isPrivateIp, parseIp } from './address';
export { type Cidr, type CidrProblem, contains, findOverlaps, overlaps, parseCidr, without } from './cidr';
export {
  type Host,
  type HostPort,
  type HttpsUrl,
  isPort,
  parseHost,
  parseHostPort,
  parseHttpsUrl,
  parsePort,
} from './endpoints';
export { isDnsLabel, isDnsSubdomain, parseDnsLabel, parseDnsSubdomain, parseHostname } from './names';
export type { Problem, Result } from './result';
export { isYamlNonString } from './yaml-words';
