import { FleetError, issue } from '../../errors';
import { nearest } from '../../nearest';
import type { Command, Context, Flag } from '../command';
import { SELECT_FLAGS } from '../select';
import { ANCHOR_FLAGS } from './rotate-anchor-flags';

const CREDENTIAL_FLAGS: Readonly<Record<string, Flag>> = {
  link: { type: 'string', value: 'SOURCE->TARGET', help: 'credentials: one Link, instead of all to --cluster' },
};

/** Changes that need several commits: where the fleet stands, and the edit for the next one. */
export const rotate: Command = {
  name: 'rotate',
  summary:
    'Go from one trust anchor, or one link credential, to the next: where the fleet stands, what must be true, the edit',
  usage: 'anchor|credentials [fleet] [flags]',
  examples: [
    ['linkerd-fleet rotate anchor fleet', 'which stage each island is in, and what has to be true before the next'],
    ['linkerd-fleet rotate anchor fleet --stage distribute --to fleet/trust/2027.pem --write', 'the edit of a stage'],
    ['linkerd-fleet rotate anchor fleet --stage issue --issuer-ref mesh-ca-2027 --cluster east', 'one cluster first'],
    [
      "linkerd-fleet rotate credentials fleet --link 'prod-us->prod-eu' --write",
      'the next edit for the token of one Link',
    ],
  ],
  flags: {
    ...ANCHOR_FLAGS,
    ...CREDENTIAL_FLAGS,
    write: { type: 'boolean', help: 'make the edit in the files of the description' },
    base: { type: 'string', value: 'REF', help: 'refuse as well what the step from that commit would make unsafe' },
    output: { type: 'string', short: 'o', value: 'FORMAT', choices: ['table', 'json'], help: 'format' },
    ...SELECT_FLAGS,
  },
  args: 2,
  run,
};

/** What is rotated: how it is run, and the flags that nothing else knows. */
const ACTIONS: Readonly<
  Record<
    string,
    { readonly flags: Readonly<Record<string, Flag>>; readonly load: () => (context: Context) => Promise<number> }
  >
> = {
  anchor: { flags: ANCHOR_FLAGS, load: () => require('./rotate-anchor').rotateAnchor },
  credentials: { flags: CREDENTIAL_FLAGS, load: () => require('./rotate-credentials').rotateCredentials },
};

function run(context: Context): Promise<number> {
  const [name, ...args] = context.args;
  const allowed = Object.keys(ACTIONS).join(', ');
  const action = name !== undefined && Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined) {
    const near = nearest(name ?? '', Object.keys(ACTIONS));
    const found = name === undefined ? 'nothing' : JSON.stringify(name);
    const fix = near && `Did you mean ${near}?`;
    throw new FleetError([issue('USAGE', { path: 'linkerd-fleet rotate', found, allowed, fix })]);
  }
  const others = Object.values(ACTIONS).filter((other) => other !== action);
  const lost = Object.keys(context.flags).filter(
    (flag) => !(flag in action.flags) && others.some(({ flags }) => flag in flags),
  );
  if (lost.length > 0) {
    const fix = `See linkerd-fleet rotate --help.`;
    throw new FleetError(
      lost.map((flag) => issue('USAGE', { path: `--${flag}`, found: `rotate ${name}`, allowed: 'flags of it', fix })),
    );
  }
  return action.load()({ ...context, args });
}
