import { openRoom, recordedMeeting } from './recorded.ts';
import { type Roomtone, type RoomtoneOptions, roomtone } from './roomtone.ts';

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** What a person finds in their direct messages with the app about what goes soon. */
export const remindersOf = (app: Roomtone, user: string) =>
  app.slack.workspace
    .directMessages(user)
    .filter(({ text }) => /expires? soon|verschwinde/.test(String(text)));

/** Moves the clock to an hour of UTC, today or tomorrow, and runs what has become due. */
export async function passToHour(app: Roomtone, hour: number): Promise<void> {
  const today = Math.floor(app.now() / DAY_MS) * DAY_MS;
  const at = today + hour * HOUR_MS;
  await app.pass((at > app.now() ? at : at + DAY_MS) - app.now());
}

/** Recordings of Ada's in #general, made at 11:00 in London's winter; the clock stands shortly after. */
export async function recordedAt11(
  titles: readonly string[],
  options: RoomtoneOptions = {},
): Promise<Roomtone> {
  const app = await roomtone(options);
  await passToHour(app, 11);
  for (const title of titles) await recordedMeeting(app, await openRoom(app, title));
  return app;
}

/** Day by day, an hour later than before at each. */
export async function passDays(app: Roomtone, days: number): Promise<void> {
  for (let day = 0; day < days; day++) await app.pass(DAY_MS);
}
