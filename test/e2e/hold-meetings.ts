import type { Sandbox } from '../../src/sandbox/start.ts';

/** Meetings of people who are drawn by nobody: only what the app hears of them is real. */
export interface HeldMeetings {
  /** The id of the newest room of that title. Throws where there is none. */
  newest(title: string): Promise<string>;
  /** These join the newest room of that title, the first one as its host. */
  start(title: string, people: readonly string[]): Promise<void>;
  /** Everybody leaves, as if it had taken that long; what is said in that channel from then on is that much later. */
  end(minutes: number, channel: string): void;
  /** The newest room of that title was used that many days ago, for half an hour. */
  record(title: string, daysAgo: number): Promise<void>;
}

const DAY_MS = 86_400_000;
const HALF_AN_HOUR_MS = 30 * 60_000;

/** Where the rooms are the Meetings server's. */
export function holdMeetings({ rooms: { meetings }, slack }: Sandbox): HeldMeetings {
  if (!meetings) throw new Error('These rooms are not of the Meetings server');
  const present: { readonly sessionId: string; readonly participantId: string }[] = [];
  const newest = (title: string) => newestRoom(meetings.url, title);
  return {
    newest,
    async start(title, people) {
      const roomId = await newest(title);
      const { control } = meetings;
      present.push(...people.map((name, index) => control.join(roomId, { name, host: index === 0 })));
    },
    end(minutes, channel) {
      meetings.control.advance(minutes * 60);
      slack.workspace.setClockOffset(meetings.control.aheadSeconds() * 1000, channel);
      for (const { sessionId, participantId } of present.splice(0)) {
        meetings.control.leave(sessionId, participantId);
      }
    },
    async record(title, daysAgo) {
      const endedAt = Date.now() - daysAgo * DAY_MS;
      const roomId = await newest(title);
      meetings.control.recordPast({ roomId, startedAt: endedAt - HALF_AN_HOUR_MS, endedAt });
    },
  };
}

async function newestRoom(meetingsUrl: string, title: string): Promise<string> {
  const answer = await fetch(`${meetingsUrl}/_sandbox/rooms`);
  const { rooms } = (await answer.json()) as { rooms: readonly { room_id: string; title: string }[] };
  const room = rooms.findLast((each) => each.title === title);
  if (room === undefined) throw new Error(`The Meetings server has no room ${title}`);
  return room.room_id;
}
