import * as z from 'zod/mini';
import { credentials } from './credentials';
import { doc, named, opt, stringList, text } from './kit';
import { settingsShape } from './settings';
import { topology } from './topology';

const region = named(
  'RegionSpec',
  'What the clusters of a region have in common.',
  z.strictObject({ name: doc('Name of the region.', text), ...settingsShape }),
);

const argocd = named(
  'ArgoCd',
  'Where Argo CD finds what is written here. With it, `argocd/` holds an AppProject and ApplicationSets.',
  z.strictObject({
    repoURL: doc('Git repository that holds the written tree.', text),
    targetRevision: opt('@default refs/heads/main', text),
    path: opt('Directory of the tree inside the repository.\n\n@default dist', text),
    namespace: opt('Namespace of Argo CD.\n\n@default argocd', text),
    project: opt('Name of the AppProject.\n\n@default linkerd-fleet', text),
    automated: opt('Sync without a person. Pruning stays off: removals go by plan.\n\n@default true', z.boolean()),
    rollingSync: opt(
      'Roll out by wave (RollingSync; needs progressive syncs enabled in the ApplicationSet controller).\n\n@default true',
      z.boolean(),
    ),
  }),
);

export const fleetSpec = named(
  'FleetSpec',
  'The fleet, and what all its clusters have in common.',
  z.strictObject({
    domain: opt('Trust domains are <cluster>.<domain>. Required unless every cluster has a trustDomain.', text),
    topology: opt('Who links whom.\n\n@default - nobody', topology),
    credentials: opt('How link credentials travel.\n\n@default - existing', credentials),
    regions: opt('Regions.', z.array(region)),
    accept: opt(
      'Codes of warnings that the owners of the fleet have read and accept: they are no longer shown. Errors cannot be accepted.',
      stringList,
    ),
    argocd: opt('Delivery by Argo CD.\n\n@default - none written', argocd),
    ...settingsShape,
  }),
);

export const fleetDocument = named(
  'FleetDocument',
  'The fleet as data.',
  z.strictObject({
    apiVersion: z.literal('linkerd-fleet.dev/v1alpha1'),
    kind: z.literal('Fleet'),
    metadata: z.strictObject({ name: doc('Name of the fleet.', text) }),
    spec: fleetSpec,
  }),
);
