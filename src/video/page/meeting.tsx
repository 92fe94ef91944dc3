import { useState } from 'react';
import { Frame } from '../../pages/frame.tsx';
import { Controls } from './controls.tsx';
import type { DoorView } from './door.ts';
import { News } from './news.tsx';
import { People } from './people.tsx';
import { RecordingLight } from './recording-light.tsx';
import { Stage } from './stage.tsx';
import type { CallControl } from './use-call.ts';
import type { Call } from './video-client.ts';
import { say } from './words/say.ts';

/** So wide, the list of people stands beside the pictures without taking their room. */
const WIDE = '(width >= 1000px)';

/** In the room: everybody's picture, who is in, whether it is recorded, and what one can do. */
export function Meeting({
  door,
  control,
  call,
}: {
  readonly door: DoorView;
  readonly control: CallControl;
  readonly call: Call;
}) {
  const { room, tell, leave } = control;
  const [isListOpen, setIsListOpen] = useState(() => matchMedia(WIDE).matches);
  const light = <RecordingLight isOn={room.isRecording} rule={door.recording} />;
  return (
    <Frame title={door.title} isNews aside={light}>
      <main className="room">
        <Stage room={room} />
        {isListOpen && <People room={room} call={call} canManage={door.isHost} tell={tell} />}
      </main>
      <div className="banner" role="alert">
        {!room.isUp && <p>{say('reconnecting')}</p>}
      </div>
      <News items={room.news} onTold={(newsId) => tell({ kind: 'told', newsId })} />
      <Controls
        {...{ room, call, tell, isListOpen }}
        onList={() => setIsListOpen(!isListOpen)}
        onLeave={leave}
      />
    </Frame>
  );
}
