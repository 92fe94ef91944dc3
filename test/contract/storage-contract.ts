import type { OpenStorage } from '../support/open-store.ts';
import { hostedContract } from './storage/hosted-contract.ts';
import { messagesContract } from './storage/messages-contract.ts';
import { pausesContract } from './storage/pauses-contract.ts';
import { peopleContract } from './storage/people-contract.ts';
import { recordingListsContract } from './storage/recording-lists-contract.ts';
import { recordingsContract } from './storage/recordings-contract.ts';
import { remindersContract } from './storage/reminders-contract.ts';
import { retentionContract } from './storage/retention-contract.ts';
import { roomListsContract } from './storage/room-lists-contract.ts';
import { roomStatesContract } from './storage/room-states-contract.ts';
import { roomsContract } from './storage/rooms-contract.ts';
import { sessionLooksContract } from './storage/session-looks-contract.ts';
import { sessionsContract } from './storage/sessions-contract.ts';
import { settingsContract } from './storage/settings-contract.ts';
import { transactionContract } from './storage/transaction-contract.ts';
import { videoRoomsContract } from './storage/video-rooms-contract.ts';

/** What every database must do, whichever it is. */
export function storageContract(open: OpenStorage): void {
  transactionContract(open);
  roomsContract(open);
  roomStatesContract(open);
  roomListsContract(open);
  sessionsContract(open);
  sessionLooksContract(open);
  recordingsContract(open);
  recordingListsContract(open);
  messagesContract(open);
  pausesContract(open);
  peopleContract(open);
  settingsContract(open);
  hostedContract(open);
  remindersContract(open);
  retentionContract(open);
  videoRoomsContract(open);
}
