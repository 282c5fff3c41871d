import { codes } from './entry';

/** Trust domains and control-plane namespaces: what identities are made of. */
export const identity = codes({
  TRUST_DOMAIN_MISSING: {
    allowed: 'a trustDomain, or a `domain` of the fleet to derive it from',
    why: 'Linkerd would fall back to cluster.local in every cluster, and web.frontend of any cluster would be one identity.',
    fix: 'Set `domain` on the Fleet.',
  },
});
