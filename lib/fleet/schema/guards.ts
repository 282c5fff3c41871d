import * as z from 'zod/mini';
import { named, opt, stringList, text } from './kit';

const mode = z.enum(['audit', 'deny']);

/** Admission policies of a cluster against what the fleet does not name. */
export const guards = named(
  'Guards',
  'Admission policies for what crosses clusters. `audit` lets everything through, warns, and writes the audit log; begin and end with it.',
  z.strictObject({
    engine: opt(
      'Who refuses. `kubernetes`: ValidatingAdmissionPolicy, by the API server itself (1.30 and later). `kyverno`: ValidatingPolicy of policies.kyverno.io/v1, whose CustomResourceDefinitions must be there first; it also reads the kubeconfig in a credential.\n\n@default kubernetes',
      z.enum(['kubernetes', 'kyverno']),
    ),
    links: opt(
      'Links other than those of the fleet, or with other targets, gateways or selectors.\n\n@default - no policy',
      mode,
    ),
    exports: opt(
      'Export and federation labels on Services other than those of the fleet.\n\n@default - no policy',
      mode,
    ),
    credentials: opt(
      'Link credentials, Secrets by type and by name, written by others than `writers`.\n\n@default - no policy',
      mode,
    ),
    writers: opt(
      'User names of whoever writes link credentials in the cluster: `system:serviceaccount:external-secrets:external-secrets`. Not Argo CD, which writes an ExternalSecret and no Secret.',
      stringList,
    ),
    roles: opt(
      'ClusterRoles for people: `linkerd-fleet-operator`, to be bound in the namespaces of Linkerd in place of `edit`, without Secrets and without ways to them; and `linkerd-fleet-view`, which adds Links and policy to the built-in `view`.\n\n@default false',
      z.boolean(),
    ),
    breakGlass: opt('Group whose members may write link credentials all the same.\n\n@default - nobody', text),
  }),
);
