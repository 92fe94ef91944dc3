import type { DoorKey } from './door-key.ts';
import { Farewell } from './farewell.tsx';
import { Lobby } from './lobby.tsx';
import { Meeting } from './meeting.tsx';
import { ClosedDoor, Notice } from './notice.tsx';
import type { Ticker } from './ticker.ts';
import { useDoor } from './use-door.ts';
import { useVisit } from './use-visit.ts';

/** The room page: from the door into the room and out again. */
export function App({ doorKey, ticker }: { readonly doorKey: DoorKey; readonly ticker: Ticker }) {
  const { door, knock } = useDoor(doorKey);
  const { stage, join, leave, forget } = useVisit(doorKey, ticker);

  if (door === 'loading') return null;
  if (door === 'unreachable') {
    const text = 'The room can’t be reached. Is the sandbox still running?';
    return <Notice title="Not reachable" text={text} onRetry={knock} />;
  }
  const { title, isHost } = door;
  if (stage.at === 'room') {
    const { visit, view } = stage;
    return view ? <Meeting {...{ title, visit, view, ticker }} onLeave={() => leave(visit)} /> : null;
  }
  if (stage.at === 'farewell') {
    const backToTheDoor = (): Promise<void> => {
      forget();
      return knock();
    };
    return <Farewell title={title} {...stage} onBack={backToTheDoor} />;
  }
  if (door.state !== 'open') return <ClosedDoor door={door} />;
  return <Lobby door={door} ticker={ticker} onJoin={(person) => join({ ...person, isHost })} />;
}
