import * as z from 'zod/mini';
import { doc, named, opt, stringList, stringMap, text } from './kit';

const expression = z.strictObject({
  key: doc('Label key.', text),
  operator: doc('As in a Kubernetes label selector.', z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist'])),
  values: opt('Values for In and NotIn.', z.array(z.string())),
});

/** Which clusters: names, or a Kubernetes label selector over their labels. */
export const selector = named(
  'ClusterSelector',
  'Which clusters. A list of names, or a label selector: every condition given must hold. Besides its own labels each cluster answers to `name`, `region`, `environment` and `network`.',
  z.union([
    stringList,
    z.strictObject({
      names: opt('Only these clusters.', stringList),
      matchLabels: opt('Labels that must be equal.', stringMap),
      matchExpressions: opt('Conditions on labels.', z.array(expression)),
      except: opt('Not these clusters, by name.', stringList),
    }),
  ]),
);
