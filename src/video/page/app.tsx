import { Frame } from '../../pages/frame.tsx';
import type { DoorView } from './door.ts';
import type { DoorKey } from './door-key.ts';
import { Lobby } from './lobby.tsx';
import { Meeting } from './meeting.tsx';
import { Notice } from './notice.tsx';
import { useCall } from './use-call.ts';
import { useClient } from './use-client.ts';
import { useDoor, useLookingAgain } from './use-door.ts';
import type { VideoClient } from './video-client.ts';
import { say } from './words/say.ts';

/** The room page: from the door into the room and out again. */
export function App({ doorKey }: { readonly doorKey: DoorKey }) {
  const { door, look } = useDoor(doorKey);
  const client = useClient();
  if (door === 'loading') return null;
  if (door === 'unknown') return <Notice title={say('unknown.title')} text="unknown" />;
  if (door === 'unreachable') return <Unreachable onRetry={look} />;
  if (client === 'unreachable') return <Unreachable onRetry={() => location.reload()} />;
  if (client !== 'loading') return <Room {...{ door, doorKey, client, look }} />;
  return door.state === 'open' ? <Loading title={door.title} /> : <ClosedDoor door={door} />;
}

interface RoomProps {
  readonly door: DoorView;
  readonly doorKey: DoorKey;
  readonly client: VideoClient;
  look(): Promise<void>;
}

function Room({ door, doorKey, client, look }: RoomProps) {
  const control = useCall(doorKey, client, look);
  const { stage, join, goOutside } = control;
  const { title } = door;
  useLookingAgain(door, stage.at === 'outside', look);

  if (stage.at === 'room') return <Meeting {...{ door, control }} call={stage.call} />;
  if (stage.at === 'joining' && stage.isAgain) return <Notice title={title} text="joining" isBusy />;
  if (stage.at === 'waiting') {
    return <Notice title={title} text="waiting" isBusy action="waiting.stop" onAction={goOutside} />;
  }
  if (stage.at === 'over') {
    const { reason, joiner } = stage;
    if (reason === 'removed') return <Notice title={title} text="removed" />;
    const again = (): void => (reason === 'lost' ? join(joiner, true) : goOutside());
    return <Notice title={title} text={reason} action="join-again" onAction={again} />;
  }
  if (door.state !== 'open' && stage.at === 'outside') return <ClosedDoor door={door} />;
  return <Lobby {...{ door, doorKey, client, stage }} onJoin={join} />;
}

function ClosedDoor({ door }: { readonly door: DoorView }) {
  if (door.state === 'open') return null;
  return <Notice title={door.title} text={door.state} isBusy={door.state !== 'expired'} />;
}

function Unreachable({ onRetry }: { onRetry(): void }) {
  const title = say('unreachable.title');
  return <Notice title={title} text="unreachable" action="try-again" onAction={onRetry} />;
}

function Loading({ title }: { readonly title: string }) {
  return (
    <Frame title={title}>
      <main className="card notice" role="status">
        <span className="spinner" aria-hidden="true" />
        <p className="lead">{say('loading')}</p>
      </main>
    </Frame>
  );
}
