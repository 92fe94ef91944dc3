/** Which room this page is for, and whether for its host: exactly what the link says. */
export type DoorKey =
  | { readonly code: string }
  | { readonly room_token: string; readonly participant_token: string };

/** Guest links are `/<code>`, host links `/?room_token=…&participant_token=…`. */
export function readDoorKey({ pathname, search }: Pick<Location, 'pathname' | 'search'>): DoorKey {
  const query = new URLSearchParams(search);
  const roomToken = query.get('room_token');
  if (roomToken === null) return { code: pathname.slice(1) };
  return { room_token: roomToken, participant_token: query.get('participant_token') ?? '' };
}
