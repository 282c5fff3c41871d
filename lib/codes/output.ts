import { codes } from './entry';

/** What is written, and where. */
export const output = codes({
  OUTPUT_EMPTY: {
    allowed: 'at least one cluster, and at least one file for each',
    why: 'Argo CD takes an empty directory or stream for the wish to delete everything that was there.',
    fix: 'See why nothing was selected or rendered. To empty a directory on purpose, remove its files in Git.',
  },
  OUTPUT_PATH: {
    allowed: 'a relative path of letters, digits, dots, dashes and underscores that stays in its directory',
    why: 'A path that leaves its directory could overwrite files of other clusters, or anything else on the machine.',
    fix: 'Rename the cluster, namespace or chart that the path is made from.',
  },
  OUTPUT_IN_DESCRIPTION: {
    allowed: 'a directory, or a file, outside of the directory that is read as the description',
    why: 'A directory that is the description is read whole: from the next command on, what was written would be part of it.',
    fix: 'Write beside it: --out dist, or --output fleet.json, for a description in fleet/.',
  },
  OUTPUT_DUPLICATE_PATH: {
    allowed: 'each path once, also where upper and lower case are one, and no path both a file and a directory',
    why: 'The second file would overwrite the first, and its objects would be deleted from the cluster.',
    fix: 'Rename one of the two.',
  },
  OUTPUT_FOREIGN_FILE: {
    allowed: 'nothing, a file that an earlier run wrote, or a file with the same content',
    why: 'No inventory of an earlier run lists it, so somebody else may need what is in it.',
    fix: 'Move it away, or overwrite it with --force.',
  },
  OUTPUT_OTHER_FLEET: {
    allowed: 'the tree of the same fleet, or one that was written before trees had its name',
    why: 'The clusters of the other fleet would be taken for clusters that left: their directories would be deleted.',
    fix: 'Write it elsewhere with --out; a fleet in TypeScript says its directory itself. Where it is the same fleet under another name, run with --force once.',
  },
  OUTPUT_SYMLINK: {
    allowed: 'files and directories; the output directory itself may be a symbolic link',
    why: 'Writing through a symbolic link changes a file outside the output directory.',
    fix: 'Replace the symbolic link with what it points to.',
  },
  OUTPUT_INVENTORY: {
    allowed: 'the file as the last run wrote it',
    why: 'It says which files are ours to delete: what it lists is not deleted on guesswork.',
    fix: 'Restore it from Git; or delete it and run with --force, then remove files that are no longer wanted by hand.',
  },
  OUTPUT_LOCKED: {
    allowed: 'one run at a time in an output directory, or the shards of one fleet side by side',
    why: 'Two runs would delete what the other one writes.',
    fix: 'Wait for the other run. If it no longer exists, delete the lock file.',
  },
  OUTPUT_SECRET: {
    allowed: 'references to secrets, templates, and public certificates',
    why: 'Whatever is written ends in Git, where everybody who can read the repository has it, for good.',
    fix: 'Take the value out of the description and replace it where it is in use: it may have been seen already.',
  },
  OUTPUT_SHARD: {
    allowed: 'i/n with whole numbers, 1 ≤ i ≤ n',
    why: 'A shard that no cluster belongs to would write nothing and say that all is well.',
    fix: 'Give every job of the matrix its own i, from 1 to n.',
  },
  OUTPUT_FAILED: {
    allowed: 'a directory that this user may write to, with space left',
    why: 'The file system refused. Every file is as it was or as it will be, none is half written.',
    fix: 'Mend the cause and run again: the next run goes on where this one stopped.',
  },
});
