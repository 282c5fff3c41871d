import { codes } from './entry';

/** Names of clusters, regions, services, and what Linkerd makes of them. */
export const names = codes({
  NAME_DUPLICATE: {
    allowed: 'each name once',
    why: 'Names are directories, Links and Secrets: two of one name overwrite each other.',
    fix: 'Rename one of them.',
  },
  NAME_UNKNOWN_REGION: {
    allowed: 'a region that the fleet lists',
    why: 'The cluster would silently miss every setting of its region.',
    fix: 'Correct the name, or add the region to the Fleet.',
  },
});
