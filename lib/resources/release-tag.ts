import type { LinkerdModel } from '../model/types';

/**
 * The version that images and `linkerd.io/created-by` carry: chart 2025.10.7 is edge-25.10.7 (linkerd2's release
 * workflow), chart 2.19.4 of Buoyant Enterprise for Linkerd is enterprise-2.19.4. A chart version of neither form gets
 * the edge release of the release line.
 */
export function releaseTag({ distribution, chartVersion, release }: LinkerdModel): string {
  if (distribution === 'enterprise') return `enterprise-${chartVersion}`;
  const edge = /^20(\d\d\.\d+\.\d+)$/.exec(chartVersion);
  return edge === null ? release.edge : `edge-${edge[1]}`;
}
