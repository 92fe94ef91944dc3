import { withUnit } from './render-report.ts';
import { type Goal, isMet, timesAsWanted } from './report.ts';

const ROW = 30;
const TOP = 34;
const LABELS = 400;
const BARS = 240;
const VALUES = 110;
/** Doublings that fit on either side of what is wanted. */
const DOUBLINGS = 3;
const CENTRE = LABELS + BARS / 2;

/** Greys and colours that can be read on white and on black; both themes get what suits them best. */
const STYLE = `
    text { font: 13px system-ui, sans-serif; fill: #57606a }
    .met { fill: #2da44e } .missed { fill: #bf8700 } line { stroke: #8b949e }
    @media (prefers-color-scheme: dark) { text { fill: #b1bac4 } .met { fill: #3fb950 } .missed { fill: #d29922 } }
  `;

/** How every goal was met, as an SVG: a bar to the right is better than wanted, to the left worse, on a scale of doublings. */
export function renderChart(goals: readonly Goal[]): string {
  const width = LABELS + BARS + VALUES;
  const height = TOP + goals.length * ROW + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
  <title>Wanted and measured</title>
  <style>${STYLE}</style>
  <text x="${CENTRE - 8}" y="18" text-anchor="end">← worse</text>
  <text x="${CENTRE + 8}" y="18">better than wanted →</text>
${goals.map(bar).join('\n')}
  <line x1="${CENTRE}" x2="${CENTRE}" y1="6" y2="${height - 6}"/>
</svg>
`;
}

function bar(goal: Goal, n: number): string {
  const y = TOP + n * ROW;
  const doublings = Math.min(Math.max(Math.log2(timesAsWanted(goal)), -DOUBLINGS), DOUBLINGS);
  const length = Math.max(Math.round((Math.abs(doublings) / DOUBLINGS) * (BARS / 2)), 1);
  const x = doublings < 0 ? CENTRE - length : CENTRE;
  const kind = isMet(goal) ? 'met' : 'missed';
  return [
    `  <text x="${LABELS - 12}" y="${y + 15}" text-anchor="end">${goal.what}</text>`,
    `  <rect class="${kind}" x="${x}" y="${y}" width="${length}" height="20" rx="2"/>`,
    `  <text x="${LABELS + BARS + 10}" y="${y + 15}">${withUnit(goal.value, goal.unit)}</text>`,
  ].join('\n');
}
