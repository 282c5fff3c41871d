import { FleetError, issue } from '../../errors';
import { nearest } from '../../nearest';
import type { Command, Context } from '../command';

/** Credentials in files beside the description. */
export const credentials: Command = {
  name: 'credentials',
  summary: 'Seal or encrypt the token of a Link into the files that the fleet copies',
  usage: 'seal|encrypt [fleet] --link SOURCE->TARGET',
  examples: [
    [
      "kubectl --context prod-eu -n linkerd-multicluster get secret linkerd-link-prod-us-token -o json |\n    linkerd-fleet credentials seal fleet --link 'prod-us->prod-eu'",
      'sealed for the Sealed Secrets controller of prod-us',
    ],
    [
      "linkerd-fleet credentials encrypt fleet --link 'prod-us->prod-eu' --fd 3 3< token",
      'encrypted by sops, for the age recipients that the fleet names',
    ],
  ],
  flags: {
    link: { type: 'string', value: 'SOURCE->TARGET', help: 'the Link whose credential it is' },
    fd: { type: 'string', value: 'NUMBER', help: 'file descriptor to read from; standard input unless said otherwise' },
  },
  args: 2,
  run,
};

function run(context: Context): Promise<number> {
  const [action, ...args] = context.args;
  if (action === 'seal' || action === 'encrypt') {
    return (require('./credentials-seal') as typeof import('./credentials-seal')).sealCredentials(action, {
      ...context,
      args,
    });
  }
  const near = nearest(action ?? '', ['seal', 'encrypt']);
  throw new FleetError([
    issue('USAGE', {
      path: 'linkerd-fleet credentials',
      found: action === undefined ? 'nothing' : JSON.stringify(action),
      allowed: 'seal, encrypt',
      fix: near && `Did you mean ${near}?`,
    }),
  ]);
}
