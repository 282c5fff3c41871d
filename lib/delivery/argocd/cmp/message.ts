/**
 * Issues as Argo CD shows them. It copies stderr of a failed plugin whole into the condition of the Application, its UI shows
 * little more than the beginning, and very long ones hang clients; so: one line for each issue, the first with all that is
 * needed, 4 kB in all.
 */
import { type Issue, issue, sortIssues } from '../../../errors';
import { findSecret } from '../../../sinks/secrets';
import { line } from './words';

/** Most bytes of a message, its last newline included. */
export const MAX_MESSAGE_BYTES = 4096;

const MAX_LINE = 900;

/**
 * The text for stderr: `CODE cluster=… path=… fix: … Found …`, one line for each issue, errors first.
 *
 * @param root directory of the tree: Argo CD makes another for each render, so no message names it
 */
export function message(issues: readonly Issue[], cluster: string | undefined, root?: string): string {
  const lines = sortIssues(issues).map((each) => lineOf(each, cluster, root));
  let text = '';
  for (const [i, next] of lines.entries()) {
    const rest = lines.length - i;
    const more = `and ${rest} more: linkerd-fleet check shows all\n`;
    if (Buffer.byteLength(text) + Buffer.byteLength(next) + more.length > MAX_MESSAGE_BYTES) return text + more;
    text += next;
  }
  return text;
}

function lineOf(one: Issue, cluster: string | undefined, root: string | undefined): string {
  const { code, severity, path, source, fix, found } = one;
  const where = source === undefined || path.startsWith(`${source.file}:`) ? '' : ` (${source.file}:${source.line})`;
  const name = cluster ?? (one.clusters.length === 1 ? one.clusters[0] : '-');
  const kind = severity === 'warning' ? 'warning ' : '';
  const text = `${kind}${code} cluster=${name} path=${path}${where} fix: ${sentence(fix)} Found: ${sentence(found)}`;
  // A root of one character would be that of the machine, and every slash.
  const rootless = root === undefined || root.length < 2 ? text : text.replaceAll(root, '.');
  return `${cut(unsecret(line(rootless), code))}\n`;
}

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

function cut(text: string): string {
  if (text.length <= MAX_LINE) return text;
  // Half of a surrogate pair would be no UTF-8.
  return `${text.slice(0, MAX_LINE - 3).replace(/[\ud800-\udbff]$/, '')}...`;
}

function unsecret(text: string, code: string): string {
  const secret = findSecret(text);
  if (secret !== undefined) return `${code} its message is left out: it holds ${secret}`;
  return text.replaceAll(/(\w:\/\/[^\s/:@]*):[^\s/@]*@/g, '$1:…@');
}

/** What was thrown and is no issue: a mistake of ours. Its stack stays here. */
export function internalIssue(error: unknown): Issue {
  const text = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
  return issue('CMP_INTERNAL', { path: 'linkerd-fleet', found: text.slice(0, 300) });
}
