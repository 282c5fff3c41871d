/**
 * Flags that Linkerd's CLI may pass to an extension. A fleet is answered from Git alone, so none of them matters: each is
 * accepted and has no effect. (linkerd2 EXTENSIONS.md, cli/cmd/check.go)
 */
import type { Flag } from './command';

const help = "accepted from Linkerd's CLI, without effect";
const text = (short?: string): Flag => ({ type: 'string', multiple: true, hidden: true, help, short });
const loose: Flag = { type: 'loose', multiple: true, hidden: true, help };

/** Of every command. */
export const EXTENSION_FLAGS: Readonly<Record<string, Flag>> = {
  'api-addr': text(),
  as: text(),
  'as-group': text(),
  'cni-namespace': text(),
  context: text(),
  kubeconfig: text(),
  'linkerd-namespace': text('L'),
  verbose: loose,
};

/** Of `check` besides. */
export const CHECK_FLAGS: Readonly<Record<string, Flag>> = {
  namespace: text('n'),
  pre: loose,
  proxy: loose,
  wait: text(),
};
