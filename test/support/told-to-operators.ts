import { REFUSALS } from '../../src/slack/slack-errors.ts';
import { sourceFiles } from './source-files.ts';

const FILES = sourceFiles().filter(({ path }) => !path.startsWith('src/sandbox/'));
const SOURCE = FILES.map(({ text }) => text).join('\n');

const all = (pattern: RegExp, text = SOURCE): string[] =>
  [...text.matchAll(pattern)].flatMap(([, word]) => (word === undefined ? [] : [word]));

/** Where the code of an error stands as a literal. */
const CODES = [
  /new (?:NotFound|Authenticity|Malformed)Error\(\s*'(\w+)'/g,
  /new Upstream(?:Unavailable|Rejected)Error\(\s*'\w+',\s*'(\w+)'/g,
  /\bsuper\(\s*'(\w+)'/g,
  /\brejected\('(\w+)'\)/g,
  /\bkind: 'buried', error: [`'](\w+): /g,
  // Of rooms that nobody made.
  /\bcode: '(room_\w+)'/g,
  // Of callbacks that were refused.
  /\boutcome: '(\w+_\w+)'/g,
  // Of jobs that pg-boss has buried.
  /: '(process_\w+)'/g,
];

/** Every code that can stand in a log line, a metric or a message; `slack_…` for whatever Slack itself answers. */
export function errorCodes(): string[] {
  const services = all(/'(\w+)'/g, all(/type Service = (.*);/g)[0]);
  return [
    ...CODES.flatMap((pattern) => all(pattern)),
    ...Object.keys(REFUSALS),
    ...all(/\$\{service\}(_\w+)`/g).flatMap((what) => services.map((service) => `${service}${what}`)),
    'slack_…',
  ];
}

/** A log call with a fixed message: its fields, if any, and the message. */
const LOG_CALL = /\blog\.(?:warn|error)\(\s*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\},\s*)?'([^']+)'/g;

/** What the log says on the levels `warn` and `error`; `job buried` is put together from the outcome. */
export function logLines(): string[] {
  return [...all(LOG_CALL), 'job buried'];
}

export function metricNames(): string[] {
  const metrics = FILES.filter(({ path }) => path.startsWith('src/metrics/')).map(({ text }) => text);
  return all(/'(roomtone_\w+)'/g, metrics.join('\n'));
}

/** What `doctor` looks at. */
export function doctorChecks(): string[] {
  return all(/\bfindingsOf\('([^']+)'\)/g);
}
