import * as z from 'zod/mini';
import { doc, duration, named, opt, text } from './kit';

const externalSecrets = z.strictObject({
  store: doc(
    'Name of the External Secrets store that the target pushes to and the source pulls from, in the multicluster namespace and, where destination needs the Secret, in the control-plane namespace.',
    text,
  ),
  storeKind: opt('@default SecretStore', z.enum(['SecretStore', 'ClusterSecretStore'])),
  key: opt(
    'Key in the store; `{target}` and `{source}` stand for cluster names.\n\n@default linkerd/links/{target}/{source}',
    text,
  ),
  refreshInterval: opt('@default 1h0m0s', duration),
});

export const credentials = named(
  'Credentials',
  'How a source gets the kubeconfig that lets it watch a target. No secret value is ever written.',
  z.strictObject({
    externalSecrets: opt('External Secrets: PushSecret on the target, ExternalSecret on the source.', externalSecrets),
    existing: opt(
      'Secrets cluster-credentials-<target> are delivered by other means, with the exact type, label and annotations that `plan` shows.',
      z.strictObject({}),
    ),
    controlPlaneSecret: opt(
      'Whether a Link also gets its Secret in the control-plane namespace. `needed`: only where traffic goes pod to pod; a pure gateway Link does without, which spares its target five watches per destination replica.\n\n@default needed',
      z.enum(['needed', 'always']),
    ),
  }),
);
