import { type Command, EXIT } from '../command';

/**
 * How `linkerd check` learns that we have checks. `"checks":"always"`: it asks whether or not a cluster carries our
 * label, because a fleet is checked from Git. (linkerd2 EXTENSIONS.md)
 */
export const extensionMetadata: Command = {
  name: '_extension-metadata',
  summary: "What Linkerd's CLI asks of an extension",
  usage: '',
  examples: [],
  flags: {},
  args: 0,
  run({ io }) {
    io.out('{"name":"linkerd-fleet","checks":"always"}\n');
    return EXIT.fine;
  },
};
