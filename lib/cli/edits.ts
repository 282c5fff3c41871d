/** Edits of a description: shown, or made in its files. */
import { readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FleetError, issue } from '../errors';
import { type Edit, isDocument } from '../fleet/edit/edit';
import { editText } from '../fleet/edit/text';
import type { Project } from '../project';

/** The file that an edit concerns; undefined where the fleet is code. */
export function fileOf({ loaded }: Project, edit: Edit): string | undefined {
  return loaded.raws.find(({ value }) => isDocument(value, edit.document))?.file;
}

/**
 * Makes the edits in the files of the description; one without a document left is deleted.
 *
 * @returns the files, relative to the description
 * @throws USAGE where the fleet is code
 */
export function writeEdits(project: Project, edits: readonly Edit[]): readonly string[] {
  const { root } = project.loaded;
  const files = new Set(edits.map((edit) => fileOf(project, edit)));
  if (root === undefined || files.has(undefined)) {
    const fix = 'Leave --write out, and make the edit that is shown in the code.';
    throw new FleetError([issue('USAGE', { path: '--write', found: 'a fleet that is code', allowed: 'data', fix })]);
  }
  const texts = ([...files] as string[]).map((file) => {
    const path = join(root, file);
    const own = edits.filter((edit) => fileOf(project, edit) === file);
    return { file, path, text: editText(file, readFileSync(path, 'utf8'), own) };
  });
  for (const { path, text } of texts) {
    if (text === '') unlinkSync(path);
    else writeFileSync(path, text);
  }
  return texts.map(({ file }) => file).sort();
}

/** One edit in a line, as a person would write it down. */
export function editLine({ document, path, value }: Edit): string {
  const { kind, name, namespace } = document;
  const at = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  const where = `${kind}/${namespace === undefined ? '' : `${namespace}/`}${name}${at}`;
  return value === undefined ? `remove ${where}` : `${where}: ${JSON.stringify(value)}`;
}
