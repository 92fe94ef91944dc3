import { useRef, useState } from 'react';
import { PersonRow } from './person-row.tsx';
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

/** Whether to remove somebody. Numbered: asked again while the last dialog is closing, it is another dialog. */
interface Question {
  readonly number: number;
  readonly person: Participant;
}

/** Who is in. */
export function People({ room, call, canManage, tell }: PeopleProps) {
  const [question, setQuestion] = useState<Question>();
  const questions = useRef(0);
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
          <PersonRow
            key={person.id}
            {...{ person, canManage }}
            isHeard={isHeard(room, person)}
            onMute={() => mute(person)}
            onRemove={() => setQuestion({ number: questions.current++, person })}
          />
        ))}
      </ul>
      {people.length > MAX_TILES && <p>{say('people.more', { count: people.length - MAX_TILES })}</p>}
      {question && (
        <RemoveDialog
          key={question.number}
          name={question.person.name}
          onRemove={() => remove(question.person)}
          onKeep={() => setQuestion(undefined)}
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
