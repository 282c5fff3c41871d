/** What a fleet says of its delivery beyond what every delivery has, complete. */
import type { ArgoCd } from '../../fleet/spec';
import { selects } from '../../model/selector';
import type { FleetModel } from '../../model/types';

/** Where the ApplicationSets take the clusters from. */
export type GeneratorSettings =
  /** cluster.json of each directory. */
  | { readonly kind: 'files' }
  /** The index of the tree. */
  | { readonly kind: 'index' }
  | PluginGenerator;

/** `linkerd-fleet generator serve`, asked by the plugin generator. */
export interface PluginGenerator {
  readonly kind: 'plugin';
  /** Name of the ConfigMap that tells the controller where it is: several fleets may be in one Argo CD. */
  readonly configMap: string;
  readonly baseUrl: string;
  /** `$<Secret>:<key>` */
  readonly token: string;
  /** In seconds. */
  readonly requestTimeout: number;
  readonly requeueAfterSeconds: number;
}

/** Choices of `argocd`. */
export interface Delivery {
  readonly generator: GeneratorSettings;
  /** Whether only clusters that Argo CD has a Secret for get Applications. */
  readonly registered: boolean;
  /** Names of the clusters in which a removal is planned, sorted. */
  readonly prune: readonly string[];
  /** In the order in which they roll out; empty where only waves count. */
  readonly environments: readonly string[];
  /** The Config Management Plugin that renders the objects. */
  readonly cmp?: NonNullable<ArgoCd['cmp']>;
}

/** Defaults of the plugin generator. Argo CD's own of half an hour would leave a cluster that joins waiting that long. */
const PLUGIN = { token: '$linkerd-fleet-generator:token', requestTimeout: 30, requeueAfterSeconds: 180 } as const;

/** The choices of a fleet. */
export function deliveryOf({ name, spec, clusters }: FleetModel): Delivery {
  const { generator, registered = false, prune, environments = [], cmp }: Partial<ArgoCd> = spec.argocd ?? {};
  const pruned = prune === undefined ? [] : [...clusters.values()].filter((cluster) => selects(prune, cluster));
  return {
    generator: generatorOf(name, generator),
    registered,
    prune: pruned.map(({ name }) => name).sort(),
    environments,
    cmp,
  };
}

function generatorOf(fleet: string, generator: ArgoCd['generator']): GeneratorSettings {
  const configMap = `${fleet}-linkerd-generator`;
  if (generator?.plugin !== undefined) return { kind: 'plugin', configMap, ...PLUGIN, ...generator.plugin };
  return { kind: generator?.index === undefined ? 'files' : 'index' };
}
