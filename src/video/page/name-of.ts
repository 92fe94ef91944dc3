import type { Participant } from './video-client.ts';
import { say } from './words/say.ts';

/** As it stands on a tile and in the list. */
export function nameOf({ name, isSelf }: Participant): string {
  return isSelf ? say('person.you', { name }) : name;
}
