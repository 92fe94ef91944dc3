import { startMeetings } from './meetings/server.ts';
import type { RoomServer, RoomServerOptions, SeenRoom } from './room-server.ts';

/** The app's rooms from the local Meetings server. */
export async function startMeetingsRooms({ settings, ...options }: RoomServerOptions): Promise<RoomServer> {
  const { applicationId, publicKey } = settings;
  const meetings = await startMeetings({ ...options, applicationId, publicKey });
  const { url, control } = meetings;
  return {
    url,
    appEnv: { MEETINGS_API_URL: meetings.apiUrl },
    keptDays: 30,
    control,
    meetings,
    async recordPast(room, times) {
      control.recordPast({ ...times, roomId: await roomIdOf(room, url) });
    },
    closeRoom: async (room) => control.closeRoom(await roomIdOf(room, url)),
    close: () => meetings.close(),
  };
}

interface RoomSummary {
  readonly room_id: string;
  readonly meeting_code: string;
}

async function roomIdOf({ guestUrl }: SeenRoom, url: string): Promise<string> {
  const { rooms } = (await (await fetch(`${url}/_sandbox/rooms`)).json()) as { rooms: RoomSummary[] };
  const room = rooms.find(({ meeting_code: code }) => guestUrl === `${url}/${code}`);
  if (!room) throw new Error(`There is no room behind ${guestUrl}`);
  return room.room_id;
}
