import type { MeetingsProxy } from './meetings-proxy.ts';
import type { Roomtone } from './roomtone.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A little after each moment at which a session's recordings are looked for, in milliseconds after its end. */
const MOMENTS_MS = [
  ...[3, 6, 16, 31, 61, 121].map((minutes) => minutes * MINUTE_MS),
  ...[6, 12, 24, 36, 48, 60, 72].map((hours) => hours * HOUR_MS + 2 * MINUTE_MS),
];

/** Lets the days pass in which recordings are looked for, from now on until so long after; default: all of them. */
export async function passLooks(app: Roomtone, untilMs = Number.POSITIVE_INFINITY): Promise<void> {
  const begun = app.now();
  for (const moment of MOMENTS_MS) {
    if (moment > untilMs) return;
    await app.pass(Math.max(0, begun + moment - app.now()));
  }
}

/** How often the provider was asked for the recordings of a session. */
export function looksAt(app: Roomtone, sessionId?: string): number {
  return app.traffic
    .recent()
    .filter(({ kind, path }) => kind === 'vonage-api' && path.includes(`/sessions/${sessionId ?? ''}`))
    .length;
}

/** The provider still works on the video: its answers are those of before the upload. */
export const notUploaded: MeetingsProxy['intercept'] = async (what, passOn) => {
  const { status, body } = await passOn();
  if (!/^GET \/(sessions|recordings)\//.test(what)) return { status, body };
  const text = JSON.stringify(body).replaceAll('"uploaded"', '"stopped"');
  return { status, body: JSON.parse(text) };
};

/** The provider's lists of recordings are empty; each recording can still be read by its id. */
export const unlisted: MeetingsProxy['intercept'] = async (what, passOn) =>
  what.startsWith('GET /sessions/') ? { status: 200, body: { _embedded: { recordings: [] } } } : passOn();
