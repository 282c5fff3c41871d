import { FleetError, issue } from '../../errors';
import { nearest } from '../../nearest';
import type { Command } from '../command';

/** Inputs of ApplicationSets and of Flux. */
export const generator: Command = {
  name: 'generator',
  summary: 'Answer ApplicationSets (plugin generator) and the Flux operator with the clusters of a fleet',
  usage: 'serve FLEET --token-file FILE [flags]',
  examples: [
    ['linkerd-fleet generator serve fleet.json --token-file token', 'on 127.0.0.1:8080, for a first look'],
    [
      'linkerd-fleet generator serve /fleet --listen [::]:8443 --token-file /run/token --tls-cert /tls/tls.crt --tls-key /tls/tls.key',
      'as in a cluster, with files from mounted Secrets',
    ],
  ],
  flags: {
    listen: { type: 'string', value: 'HOST:PORT', help: 'address; 127.0.0.1:8080 unless said otherwise' },
    'token-file': { type: 'string', value: 'FILE', help: 'tokens that are accepted, one a line; read at each request' },
    'tls-cert': { type: 'string', value: 'FILE', help: 'PEM certificate chain; read again when it changes' },
    'tls-key': { type: 'string', value: 'FILE', help: 'PEM private key' },
    selector: {
      type: 'string',
      short: 'l',
      value: 'SELECTOR',
      help: 'only clusters with these labels: region=eu,environment in (prod,canary)',
    },
    interval: { type: 'string', value: 'SECONDS', help: 'between two looks at the files; 5 unless said otherwise' },
    'max-removals': {
      type: 'string',
      value: 'N',
      help: 'most clusters that the description may lose at once; half of them unless said otherwise',
    },
  },
  run(context) {
    const [action = '', fleet, ...rest] = context.args;
    if (action === 'serve' && fleet !== undefined && rest.length === 0) {
      return (require('./generator-serve') as typeof import('./generator-serve')).serve(context, fleet);
    }
    if (action === 'read' && fleet !== undefined && rest.length === 0) {
      return (require('./generator-read') as typeof import('./generator-read')).read(context, fleet);
    }
    const near = action === 'serve' ? undefined : nearest(action, ['serve']);
    throw new FleetError([
      issue('USAGE', {
        path: 'linkerd-fleet generator',
        found: context.args.length === 0 ? 'nothing' : JSON.stringify(context.args.join(' ')),
        allowed: 'serve and one description',
        fix: near && `Did you mean ${near}?`,
      }),
    ]);
  },
};
