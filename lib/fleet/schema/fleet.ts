import * as z from 'zod/mini';
import { assertion } from './assert';
import { doc, named, oneKey, opt, stringList, stringMap, text } from './kit';
import { codeowners, owners } from './owners';
import { selector } from './selector';
import { settingsShape } from './settings';
import { topology } from './topology';

const region = named(
  'RegionSpec',
  'What the clusters of a region have in common.',
  z.strictObject({ name: doc('Name of the region.', text), owners, ...settingsShape }),
);

const pluginGenerator = z.strictObject({
  baseUrl: doc('URL of `linkerd-fleet generator serve`, as the ApplicationSet controller reaches it.', text),
  token: opt(
    'Where the controller finds the token: `$<Secret>:<key>`, a Secret in the namespace of Argo CD with label app.kubernetes.io/part-of: argocd.\n\n@default $linkerd-fleet-generator:token',
    text,
  ),
  requestTimeout: opt('Seconds that the controller waits for an answer.\n\n@default 30', z.int().check(z.gte(1))),
  requeueAfterSeconds: opt('Seconds between two questions.\n\n@default 180', z.int().check(z.gte(1))),
});

const generator = oneKey({
  files: opt('cluster.json of each directory below `clusters/` of the tree, by the git generator.', z.strictObject({})),
  index: opt('`generator/fleet.json` of the tree, by the git generator.', z.strictObject({})),
  plugin: opt('`linkerd-fleet generator serve`, by the plugin generator.', pluginGenerator),
});

const cmp = z.strictObject({
  name: doc('`source.plugin.name`, with the version: linkerd-fleet-v<version>.', text),
  fleet: doc('The description that the plugin renders, from the root of the repository: a file or a directory.', text),
});

const argocd = named(
  'ArgoCd',
  'Where Argo CD finds what is written here. With it, `argocd/` holds an AppProject and ApplicationSets.',
  z.strictObject({
    repoURL: doc('Git repository that holds the written tree.', text),
    targetRevision: opt('@default refs/heads/main', text),
    path: opt('Directory of the tree inside the repository.\n\n@default dist', text),
    namespace: opt('Namespace of Argo CD.\n\n@default argocd', text),
    project: opt(
      'Name of the AppProject. Of two fleets with one name in one Argo CD, each would write its own clusters over those of the other.\n\n@default <fleet>-linkerd',
      text,
    ),
    automated: opt('Sync without a person. Pruning stays off: removals go by plan.\n\n@default true', z.boolean()),
    rollingSync: opt(
      'Roll out by wave (RollingSync; needs progressive syncs enabled in the ApplicationSet controller).\n\n@default true',
      z.boolean(),
    ),
    environments: opt(
      'Environments in the order in which they roll out; within each, by wave. Every cluster then needs one of them.\n\n@default - by wave alone',
      z.array(text).check(z.minLength(1)),
    ),
    prune: opt(
      'Clusters in which a removal is planned: what is no longer written is deleted there, of components linkerd-multicluster and linkerd-cluster. Take them out again afterwards.\n\n@default - none',
      selector,
    ),
    generator: opt('Where the ApplicationSets take the clusters from.\n\n@default - files', generator),
    registered: opt(
      'Only clusters that Argo CD has a Secret for, by name or, where the Cluster says `argocd.server`, by server. Others wait without an Application until they are registered.\n\n@default false',
      z.boolean(),
    ),
    cmp: opt(
      'Objects are rendered by the Config Management Plugin, not taken from the tree. Helm values still are.\n\n@default - taken from the tree',
      cmp,
    ),
  }),
);

export const fleetSpec = named(
  'FleetSpec',
  'The fleet, and what all its clusters have in common.',
  z.strictObject({
    domain: opt('Trust domains are <cluster>.<domain>. Required unless every cluster has a trustDomain.', text),
    topology: opt('Who links whom.\n\n@default - nobody', topology),
    regions: opt('Regions.', z.array(region)),
    dead: opt(
      'Names of clusters that answer no more and never will: `check --base` lets them, and Links that lead to them, go without having been drained. What they leave behind is removed by hand, as `decommission` shows. Take a name out when that is done.',
      stringList,
    ),
    accept: opt(
      'Codes of warnings that the owners of the fleet have read and accept: they are no longer shown. Errors cannot be accepted.',
      stringList,
    ),
    assert: opt('What must stay true of who may call whom, and is refused where it does not.', z.array(assertion)),
    files: opt(
      'Texts of files that the description names by path: what is here is not looked for beside it. `compile` writes them, so that its file is the whole fleet.\n\n@default - files beside the description',
      stringMap,
    ),
    codeowners: opt('CODEOWNERS of the written tree.\n\n@default - none written', codeowners),
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
