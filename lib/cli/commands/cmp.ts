import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pluginConfig } from '../../delivery/argocd/cmp/plugin';
import { emitDocument } from '../../emit/yaml';
import { FleetError, issue } from '../../errors';
import { nearest } from '../../nearest';
import { type Command, type Context, EXIT } from '../command';
import { version } from '../version';

/** What the plugin does, each loaded when it is named. */
const ACTIONS: Readonly<Record<string, (context: Context) => number | Promise<number>>> = {
  generate: (context) => (require('./cmp-generate') as typeof import('./cmp-generate')).generate(context),
  parameters: (context) => (require('./cmp-generate') as typeof import('./cmp-generate')).parameters(context),
  config,
  test: (context) => (require('./cmp-test') as typeof import('./cmp-test')).test(context),
  serve: (context) => (require('./cmp-serve') as typeof import('./cmp-serve')).serve(context),
};

/** The Argo CD plugin. */
export const cmp: Command = {
  name: 'cmp',
  summary: 'Be the Config Management Plugin of Argo CD: one cluster of a fleet for each Application',
  usage: 'generate|parameters|config|test APPLICATION|serve [flags]',
  examples: [
    ['linkerd-fleet cmp test application.yaml --repo .', 'what Argo CD would do with this Application, and show'],
    ['linkerd-fleet cmp config --output plugin.yaml', 'the configuration of the sidecar'],
    ['linkerd-fleet cmp generate', 'what argocd-cmp-server runs, in the application path'],
    ['linkerd-fleet cmp serve', 'one process for all renders, in the place of argocd-cmp-server'],
  ],
  flags: {
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: 'config: file to write; test: "yaml" shows the objects themselves',
    },
    repo: { type: 'string', value: 'DIR', help: "test: the Application's repository; default: found above the file" },
    socket: {
      type: 'string',
      value: 'FILE',
      help: 'serve: socket; default: named after the plugin, where Argo CD looks',
    },
    probe: { type: 'boolean', help: 'serve: ask the server that is running whether it answers' },
  },
  run(context) {
    const [name = ''] = context.args;
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (action === undefined) throw unknownAction(name);
    return action(context);
  },
};

function config({ flags, io }: Context): number {
  const text = emitDocument(pluginConfig(version()));
  if (typeof flags.output === 'string') {
    writeFileSync(resolve(io.cwd, flags.output), text);
    io.say('add', flags.output);
  } else io.out(text);
  return EXIT.fine;
}

function unknownAction(name: string): FleetError {
  const near = nearest(name, Object.keys(ACTIONS));
  return new FleetError([
    issue('USAGE', {
      path: 'linkerd-fleet cmp',
      found: name === '' ? 'nothing' : JSON.stringify(name),
      allowed: Object.keys(ACTIONS).join(', '),
      fix: near === undefined ? undefined : `Did you mean ${near}?`,
    }),
  ]);
}
