import { numberText } from './number-text.ts';
import { type Goal, isMet, type Report } from './report.ts';

/** A report as Markdown tables. */
export function renderReport({ columns, rows, goals }: Report): string {
  const figures = table(
    ['', ...columns],
    rows.map(({ name, values }) => [name, ...values.map(numberText)]),
  );
  return goals.length === 0 ? figures : `${figures}\n\n${renderGoals(goals)}`;
}

/** Also those that were missed, and plainly so. */
export function renderGoals(goals: readonly Goal[]): string {
  return table(
    ['wanted', 'at least', 'at most', 'measured', ''],
    goals.map((goal) => [
      goal.what,
      bound(goal, goal.atLeast),
      bound(goal, goal.atMost),
      withUnit(goal.value, goal.unit),
      isMet(goal) ? 'met' : '**missed**',
    ]),
  );
}

export function withUnit(value: number, unit: Goal['unit']): string {
  return `${numberText(value)} ${unit}`;
}

const bound = ({ unit }: Goal, value: number | undefined) =>
  value === undefined ? '' : `${value.toLocaleString('en')} ${unit}`;

/** The first column is text, all others numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = `|${head.map((_, n) => (n === 0 ? '---' : '---:')).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
