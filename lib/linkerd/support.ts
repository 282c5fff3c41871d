/** What a release supports: Kubernetes and Gateway API around it, and the charts that bring it. */
import { type Issue, issue } from '../errors';
import type { Distribution } from './charts';
import { LINKERD_VERSIONS, type LinkerdVersion, type Release, release, versionIndex } from './releases';

/** Issues of a cluster's Kubernetes `version` under `release`. Helm refuses an older one; a newer one is untested. */
export function checkKubernetes(release: Release, version: string, path: string): Issue[] {
  const parts = parse(version);
  const { min, max } = release.kubernetes;
  const input = { path, found: version, allowed: `${min} to ${max} for Linkerd ${release.version}` };
  if (parts === undefined) return [issue('VERSION_FORM', { path, found: JSON.stringify(version) })];
  if (compare(parts, parse(min)!) < 0) return [issue('KUBERNETES_TOO_OLD', input)];
  return above(parts, max) ? [issue('KUBERNETES_UNTESTED', input)] : [];
}

/** Issues of the `version` of a cluster's Gateway API CRDs under `release`. */
export function checkGatewayApi(release: Release, version: string, path: string): Issue[] {
  const parts = parse(version);
  const { min, max } = release.gatewayApi;
  if (parts === undefined) return [issue('VERSION_FORM', { path, found: JSON.stringify(version) })];
  if (compare(parts, parse(min)!) >= 0 && !above(parts, max)) return [];
  const allowed = `${min} to ${max} for Linkerd ${release.version}`;
  return [issue('GATEWAY_API_UNTESTED', { path, found: version, allowed })];
}

/**
 * Issues of `chartVersion`, as given by the user, for a cluster that runs `version`. Edge has a default, enterprise
 * has none.
 */
export function checkChartVersion(
  version: LinkerdVersion,
  distribution: Distribution,
  chartVersion: string | undefined,
  path: string,
): Issue[] {
  if (distribution === 'edge') return chartVersion === undefined ? [] : checkEdge(version, chartVersion, path);
  if (chartVersion === undefined) return [issue('CHART_VERSION_MISSING', { path, found: 'nothing' })];
  const allowed = `${version}.0, ${version}.1, …`;
  if (!/^2\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(chartVersion)) {
    return [issue('CHART_VERSION_FORM', { path, found: JSON.stringify(chartVersion), allowed })];
  }
  if (chartVersion.startsWith(`${version}.`)) return [];
  return [issue('CHART_VERSION_LINE', { path, found: `${chartVersion} with linkerd.version ${version}`, allowed })];
}

function checkEdge(version: LinkerdVersion, chartVersion: string, path: string): Issue[] {
  const { chartVersion: first, newestChartVersion: newest } = release(version);
  if (!/^20\d\d\.\d{1,2}\.\d+$/.test(chartVersion)) {
    return [issue('CHART_VERSION_FORM', { path, found: JSON.stringify(chartVersion), allowed: `e.g. ${first}` })];
  }
  const parts = parse(chartVersion)!;
  const next = LINKERD_VERSIONS[versionIndex(version) + 1];
  const found = `${chartVersion} with linkerd.version ${version}`;
  if (
    compare(parts, parse(first)!) < 0 ||
    (next !== undefined && compare(parts, parse(release(next).chartVersion)!) >= 0)
  ) {
    const allowed = next === undefined ? `${first} or later` : `${first}, and before ${release(next).chartVersion}`;
    return [issue('CHART_VERSION_LINE', { path, found, allowed })];
  }
  if (compare(parts, parse(newest)!) <= 0) return [];
  const allowed = first === newest ? first : `${first} to ${newest}`;
  return [issue('CHART_VERSION_UNVERIFIED', { path, found, allowed })];
}

/** `v1.33.4-eks-1` → 1, 33, 4. A suffix is a vendor's build, not another version. */
function parse(version: string): number[] | undefined {
  const match = /^v?(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?(?:[-+].*)?$/.exec(version);
  return match
    ?.slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
}

/** Compares as far as both go: 1.33 is neither older nor newer than 1.33.4. */
function compare(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

/** Above the minor version of `max`: its later patches are as good. */
function above(version: readonly number[], max: string): boolean {
  return compare(version.slice(0, 2), parse(max)!.slice(0, 2)) > 0;
}
