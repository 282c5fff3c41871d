import { FleetError, issue } from '../../errors';
import { nearest } from '../../nearest';
import type { Command, Context } from '../command';
import { POLICIES_FLAG } from '../policies';
import { SELECT_FLAGS } from '../select';

/** Who may call a Service, or join clusters: answered from the description. */
export const whoCan: Command = {
  name: 'who-can',
  summary: 'Say who may call a Service, link a cluster, export from it or write its credentials, and by which line',
  usage: 'call SERVICE.NAMESPACE | link|export|write-credentials CLUSTER [fleet] [flags]',
  examples: [
    ['linkerd-fleet who-can call payments.shop fleets/prod.ts', 'every caller that gets in, in every cluster'],
    ['linkerd-fleet who-can call payments.shop --from web.frontend@prod-us', 'one caller; exit 1 where it is refused'],
    ['linkerd-fleet who-can call payments.shop --from web.frontend@prod-eu --why-not', 'what refuses it'],
    ['linkerd-fleet who-can call payments.shop -o sh > try.sh', 'the same, to be tried in the clusters'],
    ['linkerd-fleet who-can link prod-us fleets/prod.ts', 'who may write Links there, and who holds one to it'],
  ],
  flags: {
    from: { type: 'string', value: 'ACCOUNT.NAMESPACE@CLUSTER', help: 'call: only this caller, with the reason' },
    'why-not': { type: 'boolean', help: 'call --from: why it is refused, and which line it would need' },
    port: {
      type: 'string',
      value: 'PORT',
      help: 'call: only this port of the pods, or of the Service, by number or name',
    },
    output: {
      type: 'string',
      short: 'o',
      value: 'FORMAT',
      choices: ['table', 'json', 'sh'],
      help: 'format; sh: a script that tries who gets in',
    },
    ...POLICIES_FLAG,
    ...SELECT_FLAGS,
  },
  args: 3,
  run,
};

const JOINING = ['link', 'export', 'write-credentials'] as const;

async function run(context: Context): Promise<number> {
  const [verb, object] = context.args;
  const joining = JOINING.find((question) => question === verb);
  if (object !== undefined && joining !== undefined) {
    const { runJoin } = require('./who-can-join') as typeof import('./who-can-join');
    return runJoin(joining, object, context);
  }
  if (object !== undefined && verb === 'call') {
    const { runCall } = require('./who-can-call') as typeof import('./who-can-call');
    return runCall(context);
  }
  const near = verb === undefined ? undefined : nearest(verb, ['call', ...JOINING]);
  const fix = near === undefined || near === verb ? undefined : `Did you mean ${near}?`;
  const found = verb === undefined ? 'nothing' : JSON.stringify([verb, object].join(' ').trim());
  throw new FleetError([issue('USAGE', { path: 'arguments', found, allowed: whoCan.usage, fix })]);
}
