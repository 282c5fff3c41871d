import type { Command } from './command';

/** The list of commands. */
export function help(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((c) => c.name.length));
  const rows = commands.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`);
  return `Linkerd multicluster for a whole fleet, from its description in Git.

Usage: linkerd-fleet <command> [fleet] [flags]     (also: linkerd fleet …)

${rows.join('\n')}

[fleet] is a .ts or .js file, a .yaml or .json file, or a directory of data; without it, the one fleet of the working
directory. Exit status: 0 fine, 1 findings or differences, 2 wrong use or failure. With --profile a command writes a CPU
profile into the working directory and says on standard error where its time went.
`;
}

/** Help of one command. */
export function commandHelp(command: Command): string {
  const flags = Object.entries(command.flags).filter(([, f]) => !f.hidden);
  const names = flags.map(([name, f]) => {
    const short = f.short === undefined ? '    ' : `-${f.short}, `;
    return `${short}--${name}${f.type === 'string' ? ` ${f.value ?? 'VALUE'}` : ''}`;
  });
  const width = Math.max(0, ...names.map((n) => n.length));
  const rows = flags.map(([, f], i) => {
    const choices = f.choices === undefined ? '' : ` (${f.choices.join(', ')})`;
    return `  ${(names[i] as string).padEnd(width)}  ${f.help}${choices}`;
  });
  const examples = command.examples.map(([line, does]) => `  # ${does}\n  ${line}`);
  return `${command.summary}

Usage: linkerd-fleet ${command.name} ${command.usage}

Flags:
${rows.join('\n')}

Examples:
${examples.join('\n\n')}
`;
}
