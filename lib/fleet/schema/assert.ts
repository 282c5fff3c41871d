import * as z from 'zod/mini';
import { doc, named, opt, port, text } from './kit';
import { selector } from './selector';

const subject = named(
  'AssertCallers',
  'Callers that an assertion speaks of: every condition given must hold. `{}` is everybody.',
  z.strictObject({
    serviceAccount: opt(
      'One account; needs `namespace`. Without dots: Linkerd certifies no account that has some.',
      text,
    ),
    namespace: opt('Namespace of the callers.', text),
    clusters: opt('Clusters that the callers run in.\n\n@default - every cluster', selector),
    networks: opt(
      'Addresses, as CIDRs, of callers that are known by address only; not together with the other fields.',
      z.array(text).check(z.minLength(1)),
    ),
  }),
);

const object = z.strictObject({
  service: opt(
    'One Service; needs `namespace`.\n\n@default - every Service, and what runs there that the fleet does not describe',
    text,
  ),
  namespace: opt('Namespace of what is called.\n\n@default - every namespace', text),
  clusters: opt('Clusters whose pods are called.\n\n@default - every cluster', selector),
  ports: opt(
    'Ports of the Service, by name or number; needs `service`.\n\n@default - all its TCP ports',
    z.array(z.union([port, text])).check(z.minLength(1)),
  ),
});

/** Something that must be true of the policies of the fleet, whoever changes them. */
export const assertion = named(
  'Assertion',
  'What `check` holds the policies of the whole fleet against. Callers are judged by the paths that packets have (inside a cluster, inside a network, over a flat Link, through a gateway) and by identity; whether a mirror leads there does not count.',
  z.strictObject({
    only: opt('Nobody but these gets in. `[]`: nobody at all. Exactly one of `only` and `never`.', z.array(subject)),
    never: opt('None of these gets in.', z.array(subject).check(z.minLength(1))),
    call: doc('What they call.', object),
    exceptProbes: opt(
      'Leave out requests to `probePaths` of Services, which are open to everybody.\n\n@default - false: they count like any request',
      z.boolean(),
    ),
  }),
);
