import * as z from 'zod/mini';
import { doc, named, oneKey, opt, text } from './kit';
import { selector } from './selector';

const mode = named(
  'LinkMode',
  'How traffic crosses an edge. `flat`: pod to pod, the clusters share a network. `gateway`: through the gateway of the target cluster.\n\n@default - flat where both clusters share a network, gateway elsewhere',
  z.enum(['flat', 'gateway']),
);

const both = opt('Also the edge back.\n\n@default false', z.boolean());

const selection = z.strictObject({
  source: opt('@default - every cluster', text),
  target: opt('@default - every cluster', text),
  sources: opt('Instead of `source`: a selection.', selector),
  targets: opt('Instead of `target`: a selection.', selector),
  both,
});

/** One step of a topology; later entries refine earlier ones. */
export const topologyEntry = named(
  'TopologyEntry',
  'One step of the topology. Entries are applied in order: an edge that an earlier entry made takes the mode of the last entry that names one, `without` removes edges made before it, `drain` prepares their removal.',
  oneKey({
    fullMesh: opt(
      'Every cluster holds a Link to every other: N × (N − 1) Links.',
      z.strictObject({ clusters: opt('@default - all clusters', selector), mode: z.optional(mode) }),
    ),
    hubAndSpoke: opt(
      'Every spoke is linked with every hub, both ways, and hubs with one another.',
      z.strictObject({
        hubs: doc('Clusters that are hubs.', selector),
        clusters: opt('Spokes; hubs among them stay hubs.\n\n@default - all clusters', selector),
        linkHubs: opt('Link hubs with one another.\n\n@default true', z.boolean()),
        mode: z.optional(mode),
      }),
    ),
    islands: opt(
      'A full mesh inside each group of clusters, and bridges between groups.',
      z.strictObject({
        by: doc(
          'What makes a group: `region`, `environment`, `network`, or a label key. A cluster without a value belongs to no island.',
          text,
        ),
        clusters: opt('@default - all clusters', selector),
        mode: z.optional(mode),
        bridges: opt(
          'Clusters that link the islands: every bridge holds a Link to every bridge of the other islands.',
          z.strictObject({
            hubs: doc('Bridge clusters; an island may have several.', selector),
            mode: z.optional(mode),
          }),
        ),
      }),
    ),
    edges: opt(
      'Explicit edges.',
      z.array(
        z.strictObject({
          source: doc('Cluster that holds the Link.', text),
          target: doc('Cluster that is watched.', text),
          mode: z.optional(mode),
          both,
        }),
      ),
    ),
    mode: opt(
      'Sets the mode of edges that earlier entries made, and makes none.',
      z.strictObject({
        sources: opt('@default - all clusters', selector),
        targets: opt('@default - all clusters', selector),
        mode: doc('The mode these edges take.', mode),
      }),
    ),
    without: opt(
      'Removes edges that earlier entries made: one cluster to another, or a selection. Their Links have to be drained before.',
      z.array(selection),
    ),
    drain: opt(
      'Drains edges that earlier entries made: their Links stay and select nothing, so that the mirror controllers remove the mirrors and the members of federated Services. One commit later `without`, or the removal of the cluster, leaves nothing behind. A whole cluster: its name as `source`, with `both`.',
      z.array(selection),
    ),
  }),
);

/** A topology is one entry or a list of them. */
export const topology = z.union([topologyEntry, z.array(topologyEntry)]);
