import * as z from 'zod/mini';
import { doc, duration, named, opt, stringList, template, text } from './kit';

const externalSecrets = z.strictObject({
  store: doc(
    'Name of the External Secrets store that the target pushes to and the source pulls from, in the multicluster namespace and, where destination needs the Secret, in the control-plane namespace.',
    text,
  ),
  storeKind: opt('@default SecretStore', z.enum(['SecretStore', 'ClusterSecretStore'])),
  key: opt(
    'Key in the store, an own one for each Link; `{target}` and `{source}` stand for cluster names.\n\n@default linkerd/links/{target}/{source}',
    template(/^([^{}\s]|\{(target|source)\})+$/, ['target', 'source']),
  ),
  refreshInterval: opt('@default 1h0m0s', duration),
});

const files = opt(
  'Path of the file for one Secret, an own one for each, relative to the description; `{source}`, `{target}` and `{namespace}` stand for those of the Secret.\n\n@default credentials/{source}/{target}.{namespace}.yaml',
  template(/^([^{}]|\{(source|target|namespace)\})+$/, ['source', 'target', 'namespace']),
);

const sealedSecrets = z.strictObject({
  files,
  certificate: opt(
    'Path of the public certificate of the Sealed Secrets controller of the source, as `kubeseal --fetch-cert` gives it; `{source}` stands for its name.\n\n@default credentials/{source}/sealed-secrets.pem',
    template(/^([^{}]|\{source\})+$/, ['source']),
  ),
  awaiting: opt(
    'Whether the files are still to come: a new Link has no token yet that could be sealed. The target makes account and token, and nothing is written in the source until this is taken out, in the commit that has the files.\n\n@default false',
    z.boolean(),
  ),
});

const sops = z.strictObject({
  files,
  age: doc(
    'Recipients (age1…) of the file: those of what decrypts it in the source.',
    z.array(text).check(z.minLength(1)),
  ),
});

const oidc = z.strictObject({
  audience: opt(
    "`aud` of the tokens that sources present to this target, and to nobody else; `{target}` stands for its name. Never the audience of an API server: a target that is given such a token is that source at the source's own API server.\n\n@default link.linkerd-fleet.dev/{target}",
    template(/^([^{}\s]|\{target\})+$/, ['target']),
  ),
  usernamePrefix: opt(
    'What stands before the account in the user name that a source has at the target; `{source}` stands for the name of the source, and has to be there. Without a prefix the account of the source would be the account of the same name of the target.\n\n@default link:{source}:',
    z.string(),
  ),
});

const epoch = z.int().check(z.gte(1), z.lte(9999));

const linkCredentialsShape = {
  externalSecrets: opt('External Secrets: PushSecret on the target, ExternalSecret on the source.', externalSecrets),
  existing: opt(
    'Secrets cluster-credentials-<target> are delivered by other means, with the exact type, label and annotations that `plan` shows.',
    z.strictObject({}),
  ),
  sealedSecrets: opt(
    'Sealed Secrets: files that `credentials seal` writes and that are committed beside the description; they are checked and copied.',
    sealedSecrets,
  ),
  sops: opt(
    'SOPS with age: files that `credentials encrypt` writes, checked and copied as they are. For Flux, which decrypts them; Argo CD does not.',
    sops,
  ),
  oidc: opt(
    'No token that lasts: the API server of the target takes short tokens that the source signs for the mirror controller and for destination (AuthenticationConfiguration, Kubernetes 1.30 and later), which these read from a file (`tokenFile`). What the API server has to be started with is written as a file, and so are patches for the Deployments of the charts. Each source needs a `serviceAccountIssuer`.',
    oidc,
  ),
  controlPlaneSecret: opt(
    'Whether a Link also gets its Secret in the control-plane namespace. `needed`: only where traffic goes pod to pod; a pure gateway Link does without, which spares its target five watches per destination replica.\n\n@default needed',
    z.enum(['needed', 'always']),
  ),
  epoch: opt(
    'Which token sources are given. One more makes the target mint the next token of each account and deliver it under the names of the last, which stays good until it is `retired`.\n\n@default 1',
    epoch,
  ),
  loaded: opt(
    'Epoch of the token that readers are told to load: changed, it changes the spec of the Link, upon which the mirror controller reads its Secret again, and restarts destination of the source. Raise it once the token of `epoch` has arrived. As low as `retired` for a source that is let in again, until its new token has arrived.\n\n@default - retired + 1',
    epoch,
  ),
  retired: opt(
    'Tokens up to this epoch are deleted on the target. Raise it once nobody uses them.\n\n@default 0',
    z.int().check(z.gte(0), z.lte(9999)),
  ),
};

const linkCredentials = named(
  'LinkCredentials',
  'How one source gets the kubeconfig that lets it watch a target.',
  z.strictObject(linkCredentialsShape),
);

export const credentials = named(
  'Credentials',
  'How the sources of a cluster get the kubeconfig that lets them watch it. No secret value is ever written. `epoch`, `loaded` and `retired` are taken together from the nearest level that says one of them.',
  z.strictObject({
    ...linkCredentialsShape,
    sources: opt(
      'What is different for single sources, by the name of the source.',
      z.record(z.string(), linkCredentials),
    ),
    revoked: opt(
      'Sources that are let in no longer: their accounts and tokens on the target go. Their Links stay where they are; take those out of the topology. Lists of all levels add up. A name is taken out again together with a new `epoch` and all before it `retired`, as `rotate credentials --link` says.',
      stringList,
    ),
  }),
);
