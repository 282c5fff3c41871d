import { FleetError, issue } from '../../errors';
import { nearest } from '../../nearest';
import type { Command, Context } from '../command';
import { SELECT_FLAGS } from '../select';

/** Certificates of the mesh, outside of everything that is rendered. */
export const trust: Command = {
  name: 'trust',
  summary: 'Make trust anchors and issuers, show who trusts whom, and verify it',
  usage: 'init|issue|inspect|verify [fleet] [flags]',
  examples: [
    ['linkerd-fleet trust init fleets/prod.ts --keys /secure/prod', 'a root, and an issuer for each cluster'],
    ['linkerd-fleet trust issue --ca /secure/prod/root --keys /secure/2027 --cluster prod-eu', 'one issuer more'],
    ['linkerd-fleet trust inspect fleets/prod.ts', 'certificates, and chains of each cluster and each Link'],
    [
      'kubectl -n linkerd get secret linkerd-identity-issuer -o go-template=\'{{index .data "tls.crt" | base64decode}}\' |\n    linkerd-fleet trust verify fleets/prod.ts --cluster prod-eu --issuer -',
      'the issuer as it is in a cluster, under every bundle that it meets',
    ],
  ],
  flags: {
    keys: { type: 'string', value: 'DIRECTORY', help: 'init, issue: where keys and certificates go; outside of Git' },
    'in-git': { type: 'boolean', help: 'init, issue: allow a directory in a Git work tree' },
    ca: { type: 'string', value: 'DIRECTORY', help: 'issue: tls.crt and tls.key of the CA that signs' },
    'root-days': { type: 'string', value: 'DAYS', help: 'init: life of the root; 3650 unless said otherwise' },
    'issuer-days': { type: 'string', value: 'DAYS', help: 'init, issue: life of issuers; 365 unless said otherwise' },
    issuer: {
      type: 'string',
      value: 'FILE',
      help: 'verify: public certificates of the issuer of --cluster; - for stdin',
    },
    now: { type: 'string', value: 'TIME', help: 'time for certificates, RFC 3339; default: the clock' },
    window: {
      type: 'string',
      value: 'TIME',
      help: 'verify: how long chains must still hold: 14d unless said otherwise',
    },
    output: {
      type: 'string',
      short: 'o',
      value: 'FORMAT',
      choices: ['table', 'json'],
      help: 'inspect, verify: format',
    },
    ...SELECT_FLAGS,
  },
  args: 2,
  run,
};

const ACTIONS: Readonly<Record<string, () => (context: Context) => number | Promise<number>>> = {
  init: () => require('./trust-mint').initTrust,
  issue: () => require('./trust-mint').issueTrust,
  inspect: () => require('./trust-inspect').inspectTrust,
  verify: () => require('./trust-inspect').verifyTrust,
};

/** Flags that only some actions know: elsewhere they would be lost without a word. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  keys: ['init', 'issue'],
  'in-git': ['init', 'issue'],
  ca: ['issue'],
  'root-days': ['init'],
  'issuer-days': ['init', 'issue'],
  issuer: ['verify'],
  window: ['verify'],
  output: ['inspect', 'verify'],
};

function run(context: Context): number | Promise<number> {
  const [action, ...args] = context.args;
  const path = 'linkerd-fleet trust';
  const allowed = Object.keys(ACTIONS).join(', ');
  if (action === undefined || !Object.hasOwn(ACTIONS, action)) {
    const near = nearest(action ?? '', Object.keys(ACTIONS));
    const found = action === undefined ? 'nothing' : JSON.stringify(action);
    throw new FleetError([issue('USAGE', { path, found, allowed, fix: near && `Did you mean ${near}?` })]);
  }
  const lost = Object.keys(context.flags).filter((flag) => ONLY[flag] !== undefined && !ONLY[flag].includes(action));
  if (lost.length > 0) {
    throw new FleetError(
      lost.map((flag) =>
        issue('USAGE', { path: `--${flag}`, found: `trust ${action}`, allowed: `trust ${ONLY[flag]!.join(', ')}` }),
      ),
    );
  }
  return (ACTIONS[action] as (typeof ACTIONS)[string])()({ ...context, args });
}
