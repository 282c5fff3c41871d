/** `rotate credentials`: where a rotation stands, the edits that are left of it, and what to see between two of them. */

import type { Written } from '../../analysis/rotation/files';
import type { Seen } from '../../analysis/rotation/gates';
import { type Rotation, type RotationSubject, revokedAbove, rotationOf } from '../../analysis/rotation/rotation';
import { FleetError, issue, throwOnErrors } from '../../errors';
import { editDocuments } from '../../fleet/edit/edit';
import { check, clusterOf, open, type Project } from '../../project';
import { type Context, EXIT } from '../command';
import { editLine, writeEdits } from '../edits';
import { codeOfCommits } from '../edits-code';
import { printable } from '../io';
import { linkNamed } from '../link-named';
import { openFleet } from '../open';

/** Shows the commits of a rotation, and with --write makes the next one. */
export async function rotateCredentials({ flags, args, io }: Context): Promise<number> {
  const project = await openFleet(args[0], io);
  throwOnErrors(check(project));
  const rotation = rotationOf(project.fleet, { ...subjectOf(project, flags), description: args[0] });
  if (rotation.sources.length === 0) throw nobody(rotation, flags);
  const [next] = rotation.commits;
  if (next === undefined) return EXIT.fine;
  const issues = check(open({ ...project.loaded, raws: editDocuments(project.loaded.raws, next.edits) }));
  // Files that have still to be written are part of what is shown; only the edit has to wait for them.
  throwOnErrors(flags.write === true ? issues : issues.filter(({ code }) => code !== 'SEALED_WRONG'));
  io.out(flags.output === 'json' ? `${JSON.stringify(rotation, null, 2)}\n` : shown(rotation, project));
  if (flags.write !== true) return EXIT.fine;
  for (const file of writeEdits(project, next.edits)) io.say('add', file);
  io.say('ok', `${next.step}: commit this, then see what is listed under it before you run the command again`);
  return EXIT.fine;
}

function subjectOf(project: Project, { cluster = [], link, selector }: Context['flags']): RotationSubject {
  const named = cluster as readonly string[];
  if (named.length + (link === undefined ? 0 : 1) !== 1 || selector !== undefined) {
    const found = named.length > 0 || link !== undefined ? 'several' : 'neither';
    throw new FleetError([issue('USAGE', { path: '--cluster, --link', found, allowed: 'one cluster, or one Link' })]);
  }
  if (link === undefined) return { target: clusterOf(project, named[0] as string) };
  const { source, target } = linkNamed(project, String(link));
  const path = revokedAbove(target, source.name);
  if (path !== undefined) throw new FleetError([issue('ROTATE_REVOKED', { path, found: source.name })]);
  return { source, target };
}

function nobody({ target }: Rotation, { link }: Context['flags']): FleetError {
  const path = link === undefined ? '--cluster' : '--link';
  const found = link === undefined ? `${target}, to which no Link leads that has no epoch of its own` : String(link);
  return new FleetError([issue('ROTATE_NOTHING', { path, found })]);
}

const written = (files: readonly Written[]) => files.map(({ command }) => `    $ ${command}`);

/** Links of which the commands are spelled out; those of the others differ in names only. */
const SPELLED_OUT = 2;

function shown({ target, sources, leftOut, stage, epochs, write, now, commits }: Rotation, project: Project): string {
  const { epoch, loaded, retired } = epochs;
  const code = codeOfCommits(project.loaded, commits);
  const lines = [
    `credentials of ${sources.join(', ')} at ${target}: ${stage} (epoch ${epoch}, loaded ${loaded}, retired ${retired})`,
  ];
  if (leftOut.length > 0) lines.push(`with epochs of their own, and left alone: ${leftOut.join(', ')}`);
  if (code !== undefined) lines.push('edits are props to be merged into those of the code; undefined takes one out');
  if (write.length > 0) lines.push('', 'write these files anew and commit them', ...written(write));
  if (now.length > 0) lines.push('', 'before the next commit see', ...gates(now));
  commits.forEach(({ step, does, edits, write = [], see }, i) => {
    const own = code?.[i] ?? edits.map(editLine);
    lines.push('', `commit ${i + 1}: ${step}. It ${does}`, ...own.map((line) => `  ${line}`));
    if (write.length > 0) lines.push('  then write these files anew and commit them', ...written(write));
    if (see.length > 0) lines.push(i + 1 < commits.length ? '  then see' : '  and in the end see', ...gates(see));
  });
  return `${lines.map(printable).join('\n')}\n`;
}

function gates(see: readonly Seen[]): string[] {
  const links = [...new Set(see.map(({ link }) => link))].filter((link) => !link.startsWith('*'));
  const lines = see
    .filter(({ link }) => links.indexOf(link) < SPELLED_OUT)
    .flatMap(({ command, want }) => [`    $ ${command}`, `      ${want}`]);
  const more = links.length - SPELLED_OUT;
  return more > 0 ? [...lines, `    and the same for ${more} more: -o json has them all`] : lines;
}
