import { isUnderCard } from '../domain/notify.ts';
import type { Stage } from '../domain/recording.ts';
import type { Room } from '../domain/room.ts';
import type { Convenience } from '../domain/settings.ts';
import type { Destination } from './ports/messages.ts';
import type { Tables } from './ports/storage.ts';
import { postSubject } from './post-subject.ts';

/** Where a room's card goes. Its channel's language comes before its host's. */
export function cardDestination(room: Room, { locale }: Pick<Convenience, 'locale'>): Destination {
  const { teamId, channelId, postChannelId, threadTs } = room;
  return { teamId, channelId: postChannelId ?? channelId, threadTs, locale: locale ?? room.locale };
}

/** Where the message about a recording's stage goes: as the card, or as a reply to it while it stands there. */
export async function recordingDestination(
  tables: Tables,
  { room, stage, convenience }: { room: Room; stage: Stage; convenience: Convenience },
): Promise<Destination> {
  const besideCard = cardDestination(room, convenience);
  if (besideCard.threadTs !== null || !isUnderCard(stage, convenience.notify)) return besideCard;
  const card = await tables.posts.find(postSubject.room(room.roomKey), 'card');
  const stands = card?.state === 'sent' && card.channelId === besideCard.channelId;
  return stands ? { ...besideCard, threadTs: card.messageTs } : besideCard;
}
