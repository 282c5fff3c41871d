/** Outcomes as text. */
import { type Goal, isMet, type Outcome, table } from './bench';

/** The table of goals. */
export function goalTable(goals: readonly Goal[]): string {
  return table(
    ['work', 'measured', 'goal', 'met', 'from'],
    goals.map((goal) => [goal.work, measured(goal), wanted(goal), isMet(goal) ? 'yes' : '**no**', goal.from]),
  );
}

/** The page that is kept: what `npm run bench` writes to bench/results.md. */
export function resultsPage(facts: readonly (readonly [string, string])[], outcomes: readonly Outcome[]): string {
  const details = outcomes.map((outcome) => outcome.details).filter((d) => d !== undefined);
  return [
    '# Results of `npm run bench`\n',
    'Written by a full run; [docs/performance.md](../docs/performance.md) explains it. Each time is the median of its rounds,',
    'each ratio the median of the ratios of its rounds, in which ours and what it is held against ran one right after the other.\n',
    table(['', ''], facts),
    '## Goals\n',
    goalTable(outcomes.flatMap(({ goals }) => goals)),
    ...details.flatMap(({ title, text }) => [`## ${title}\n`, text]),
  ]
    .join('\n')
    .replace(/\n*$/, '\n');
}

function measured({ measured, unit }: Goal): string {
  if (unit === 'MB') return `${measured.toFixed(0)} MB`;
  // Rounding does not make a goal that is missed look met.
  const rounded = Number.isInteger(measured) ? String(measured) : measured.toPrecision(measured < 1 ? 2 : 4);
  return `${rounded}${unit === 's' ? ' s' : unit}`;
}

function wanted({ goal, unit }: Goal): string {
  const space = unit === 'MB' || unit === 's' ? ' ' : '';
  return 'most' in goal ? `≤ ${goal.most}${space}${unit}` : `≥ ${goal.least}${space}${unit}`;
}
