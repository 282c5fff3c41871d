/** What Kubernetes takes as names and labels: k8s.io/apimachinery pkg/util/validation. */

import { isDnsLabel, isDnsSubdomain, parseDnsLabel } from '../../net/names';

const QUALIFIED = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** DNS-1035 label: names of Services. Unlike a namespace, a Service may not begin with a digit. */
export const isServiceName = (text: string): boolean => isDnsLabel(text) && /^[a-z]/.test(text);

/** Characters of a cluster name; its length is another matter. */
export const isClusterName = (text: string): boolean => /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(text);

/** The label that `text` was probably meant to be, as a fix; undefined where none is near. */
export function meant(text: string): string | undefined {
  const parsed = parseDnsLabel(text);
  return parsed.ok || parsed.suggestion === undefined ? undefined : `Did you mean ${parsed.suggestion}?`;
}

/** IANA_SVC_NAME: names of container ports, which targetPort refers to. */
export const isPortName = (text: string): boolean =>
  text.length <= 15 && isDnsLabel(text) && /[a-z]/.test(text) && !text.includes('--');

/** Value of a label; the empty one is allowed. */
export const isLabelValue = (text: string): boolean => text === '' || (text.length <= 63 && QUALIFIED.test(text));

/** Key of a label, and appProtocol. */
export function isQualifiedName(text: string): boolean {
  const slash = text.indexOf('/');
  const [prefix, name] = slash < 0 ? [undefined, text] : [text.slice(0, slash), text.slice(slash + 1)];
  if (prefix !== undefined && !isDnsSubdomain(prefix)) return false;
  return name.length <= 63 && QUALIFIED.test(name);
}

/** Key of an annotation: as a label's, its case aside. */
export const isAnnotationKey = (text: string): boolean => isQualifiedName(text.toLowerCase());
