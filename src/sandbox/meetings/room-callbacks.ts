import type { CallbackSender } from '../vonage/callback-sender.ts';
import type { CallbackBody } from './callback-bodies.ts';
import type { MeetingsFaults } from './faults.ts';
import type { Room } from './model.ts';

/** Sends callbacks to the addresses of a room, one after the other per room. */
export interface RoomCallbacks {
  send(room: Room, kind: 'rooms' | 'sessions' | 'recordings', body: CallbackBody): void;
}

export function createRoomCallbacks(sender: CallbackSender, faults: MeetingsFaults): RoomCallbacks {
  return {
    send(room, kind, body) {
      const url = room.details.callback_urls?.[`${kind}_callback_url`];
      if (!url) return;
      const { room_id: _, ...withoutRoomId } = body;
      const leavesOutRoom = faults.current().no_room_id && body.event === 'recording:uploaded';
      sender.send({ lane: room.id, url, title: body.event, body: leavesOutRoom ? withoutRoomId : body });
    },
  };
}
