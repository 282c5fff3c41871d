/** The three charts of a cluster, under the names and in the repository of each distribution. */
import { type LinkerdVersion, release } from './releases';

/** `edge`: the open source charts. `enterprise`: Buoyant Enterprise for Linkerd (BEL). */
export type Distribution = 'edge' | 'enterprise';

/** One of the three charts, as the fields of `values` in a description are called. */
export type Chart = 'crds' | 'controlPlane' | 'multicluster';

/** Where the charts of a distribution are. */
export interface Charts {
  /** Helm repository, https. */
  readonly repository: string;
  /** Chart names. */
  readonly names: Readonly<Record<Chart, string>>;
  /** Version of all three for edge. BEL numbers its own builds (2.20.2), so there the user says which. */
  readonly version?: string;
}

const EDGE = {
  repository: 'https://helm.linkerd.io/edge',
  names: { crds: 'linkerd-crds', controlPlane: 'linkerd-control-plane', multicluster: 'linkerd-multicluster' },
} as const;

const ENTERPRISE = {
  repository: 'https://helm.buoyant.cloud',
  names: {
    crds: 'linkerd-enterprise-crds',
    controlPlane: 'linkerd-enterprise-control-plane',
    multicluster: 'linkerd-enterprise-multicluster',
  },
} as const;

/** Values of chart linkerd-enterprise-control-plane; it takes exactly one of them. */
export const LICENSE_VALUE = 'license';
/** Names a Secret of the control-plane namespace that has the licence under key `license`. */
export const LICENSE_SECRET_VALUE = 'licenseSecret';

/** Names, repository and, for edge, version of the charts of `version`. */
export function charts(distribution: Distribution, version: LinkerdVersion): Charts {
  return distribution === 'enterprise' ? ENTERPRISE : { ...EDGE, version: release(version).chartVersion };
}
