import { type CSSProperties, useState } from 'react';
import { Frame } from '../../../pages/frame.tsx';
import type { PersonView, RoomView } from '../../meetings/room-protocol.ts';
import type { Ticker } from './ticker.ts';
import { Tile } from './tile.tsx';
import type { Visit } from './visit.ts';
import { recordingWords } from './words.ts';

/** In the room: everybody's picture, who is in, whether it is recorded, and the way out. */
export function Meeting({
  title,
  view,
  visit,
  ticker,
  onLeave,
}: {
  readonly title: string;
  readonly view: RoomView;
  readonly visit: Visit;
  readonly ticker: Ticker;
  onLeave(): Promise<void>;
}) {
  const [isBusy, setIsBusy] = useState(false);
  const isRecording = view.recordingId !== null;

  const during = async (work: Promise<void>): Promise<void> => {
    setIsBusy(true);
    await work.catch((error: unknown) => console.warn(error));
    setIsBusy(false);
  };

  return (
    <Frame title={title} isNews aside={<RecordingState view={view} />}>
      <main className="room">
        <ul className="grid" aria-label="Pictures" style={gridStyle(view.people.length)}>
          {view.people.map((person) => (
            <Tile key={person.id} person={person} visit={visit} ticker={ticker} />
          ))}
        </ul>
        <PeopleList people={view.people} ownId={visit.participantId} />
      </main>
      <footer className="controls">
        {view.recording.mode === 'manual' && (
          <button type="button" disabled={isBusy} onClick={() => during(visit.setRecording(!isRecording))}>
            <span className={isRecording ? 'square' : 'dot'} aria-hidden="true" />
            {isRecording ? 'Stop recording' : 'Start recording'}
          </button>
        )}
        <button type="button" className="danger" disabled={isBusy} onClick={() => during(onLeave())}>
          Leave
        </button>
      </footer>
    </Frame>
  );
}

/** As square as can be; the style sheet makes all rows fit the screen. React's types know no custom properties. */
function gridStyle(count: number): CSSProperties {
  const columns = Math.ceil(Math.sqrt(count));
  return { '--wanted-columns': columns, '--rows': Math.ceil(count / columns) } as CSSProperties;
}

function RecordingState({ view }: { readonly view: RoomView }) {
  return (
    <p className="recording-state" role="status" data-recording={view.recordingId !== null}>
      <span className="dot" aria-hidden="true" />
      {recordingWords(view)}
    </p>
  );
}

function PeopleList({ people, ownId }: { readonly people: readonly PersonView[]; readonly ownId: string }) {
  return (
    <section className="people" aria-labelledby="people">
      <h2 id="people">In the room ({people.length})</h2>
      <ul>
        {people.map(({ id, name, isHost }) => (
          <li key={id}>
            {name}
            {id === ownId && ' (you)'}
            {isHost && <span className="badge">Host</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
