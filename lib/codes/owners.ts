import { codes } from './entry';

/** Who approves changes of the written tree. */
export const owners = codes({
  OWNERS_NAME: {
    allowed: '@person, @group/team, or a mail address',
    why: 'A forge skips a line of CODEOWNERS that it cannot read, and says so nowhere near the change: what the line was to protect needs nobody.',
    fix: 'Write the owner as the forge does, with @.',
  },
  OWNERS_PATH: {
    allowed: 'a directory of the repository, without spaces, #, ! and patterns',
    why: 'It begins every line of CODEOWNERS: no line would match a file.',
    fix: 'Give the directory that holds the written tree, from the root of the repository.',
  },
  OWNERS_UNWRITTEN: {
    severity: 'warning',
    allowed: '`owners` together with `codeowners` of the fleet',
    why: 'Nothing is written of them: changes need nobody.',
    fix: 'Add `codeowners` with the owners of the fleet as a whole, or remove `owners`.',
  },
});
