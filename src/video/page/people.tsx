import { useRef, useState } from 'react';
import { nameOf } from './name-of.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import type { RoomEvent, RoomState } from './room-state.ts';
import { MAX_TILES } from './tiles.ts';
import type { Call, Participant } from './video-client.ts';
import { say } from './words/say.ts';

interface PeopleProps {
  readonly room: RoomState;
  readonly call: Call;
  /** Hosts mute and remove. */
  readonly canManage: boolean;
  tell(event: RoomEvent): void;
}

/** Who is in. */
export function People({ room, call, canManage, tell }: PeopleProps) {
  const [removing, setRemoving] = useState<Participant>();
  const heading = useRef<HTMLHeadingElement>(null);
  const { people } = room;
  const mute = ({ id, name }: Participant): void => {
    call.mute(id).catch(() => tell({ kind: 'failed', what: say('person.mute-name', { name }) }));
  };
  const remove = ({ id, name }: Participant): void => {
    // The button that had the focus goes with the person.
    heading.current?.focus();
    call.remove(id).catch(() => tell({ kind: 'failed', what: say('person.remove-name', { name }) }));
  };
  return (
    <section className="people" aria-labelledby="people">
      <h2 id="people" ref={heading} tabIndex={-1}>
        {say('people', { count: people.length })}
      </h2>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <span className="person">
              {nameOf(person)}
              {person.isHost && <span className="badge">{say('person.host')}</span>}
              {!isHeard(room, person) && <span className="muted">{say('person.muted')}</span>}
            </span>
            {canManage && !person.isSelf && (
              <span className="manage">
                {isHeard(room, person) && (
                  <button
                    type="button"
                    aria-label={say('person.mute-name', { name: person.name })}
                    onClick={() => mute(person)}
                  >
                    {say('person.mute')}
                  </button>
                )}
                <button
                  type="button"
                  aria-label={say('person.remove-name', { name: person.name })}
                  onClick={() => setRemoving(person)}
                >
                  {say('person.remove')}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {people.length > MAX_TILES && <p>{say('people.more', { count: people.length - MAX_TILES })}</p>}
      {removing && (
        <RemoveDialog
          name={removing.name}
          onRemove={() => remove(removing)}
          onKeep={() => setRemoving(undefined)}
        />
      )}
    </section>
  );
}

function isHeard({ pictures }: RoomState, { id }: Participant): boolean {
  return pictures.some(
    ({ kind, participantId, hasAudio }) => kind === 'camera' && participantId === id && hasAudio,
  );
}
