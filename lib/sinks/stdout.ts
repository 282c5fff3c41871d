/** One cluster as one YAML stream: what a Config Management Plugin of Argo CD answers. */
import { FleetError, issue } from '../errors';
import type { TextFile } from './files';
import { findSecret, secretIn } from './secrets';

/**
 * Writes files of Kubernetes objects as one YAML stream, `---` between documents, in one call of `write`. The caller
 * chooses the files: Helm values and generator parameters do not belong in the stream.
 *
 * Nothing is written unless everything can be: a plugin that fails must not have answered already.
 *
 * @throws FleetError OUTPUT_EMPTY when there is nothing to write, OUTPUT_SECRET when a file holds a secret
 */
export function writeStream(files: Iterable<TextFile>, write: (text: string) => void): void {
  let stream = '';
  for (const file of files) {
    const { path, text } = file;
    // One search of the whole; where that finds something, as the files of a tree are judged.
    const secret = findSecret(text) && secretIn(file);
    if (secret !== undefined) throw new FleetError([issue('OUTPUT_SECRET', { path, found: secret })]);
    if (!holdsDocument(text)) continue;
    if (stream !== '' && !text.startsWith('---\n')) stream += '---\n';
    stream += text.endsWith('\n') ? text : `${text}\n`;
  }
  if (stream === '') throw new FleetError([issue('OUTPUT_EMPTY', { path: 'stdout', found: 'no Kubernetes object' })]);
  write(stream);
}

/** Whether there is more than comments, separators and blank lines. */
function holdsDocument(text: string): boolean {
  return /^(?!---$|\s*#)[^\n]*\S/m.test(text);
}
