import * as z from 'zod/mini';
import { doc, named, opt, stringList, text } from './kit';

const OWNER = 'as the forge knows them: `@group/team`, `@person`, or a mail address';

/** Who owns what a document describes, for CODEOWNERS. */
export const owners = opt(
  `Who approves changes to what is written for it, ${OWNER}. Used by \`codeowners\`.`,
  stringList,
);

/** CODEOWNERS over the written tree. */
export const codeowners = named(
  'CodeOwners',
  'Who approves changes of the written tree. `synth` writes CODEOWNERS at the root of the tree, with paths from the root of the repository; a forge reads it at the root of the repository, or in .github/ or .gitlab/.',
  z.strictObject({
    fleet: doc(`Owners of everything that nobody else owns, ${OWNER}.`, stringList),
    links: opt(
      'Owners of who links whom: Links, accounts, credentials, guards.\n\n@default - none of their own',
      stringList,
    ),
    trust: opt('Owners of trust anchors and issuers.\n\n@default - none of their own', stringList),
    path: opt('Directory of the tree inside the repository.\n\n@default - argocd.path, or dist', text),
    format: opt(
      'Forge that reads it. `github`: the last line that matches counts, and one of its owners approves. `gitlab`: a section for each kind of owner, each of which has to approve.\n\n@default github',
      z.enum(['github', 'gitlab']),
    ),
  }),
);
