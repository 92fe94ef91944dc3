import { Frame } from '../../../pages/frame.tsx';
import type { DoorView } from '../../meetings/room-protocol.ts';

/** A page that says why one can't get in, and what to do. */
export function Notice({
  title,
  text,
  onRetry,
}: {
  readonly title: string;
  readonly text: string;
  readonly onRetry?: () => void;
}) {
  return (
    <Frame title={title}>
      <main className="card notice" role="status">
        <p className="lead">{text}</p>
        {onRetry && (
          <button type="button" className="primary" onClick={onRetry}>
            Try again
          </button>
        )}
      </main>
    </Frame>
  );
}

/** What stands on a door that is not open. */
export function ClosedDoor({ door }: { readonly door: DoorView }) {
  if (door.state === 'unknown') {
    return (
      <Notice
        title="No room here"
        text="No room belongs to this link. Check that it is complete, or make a new room with /meet in Slack."
      />
    );
  }
  if (door.state === 'expired') {
    return (
      <Notice
        title={door.title}
        text="This room has closed. Make a new one with /meet in Slack; its recordings stay with the channel."
      />
    );
  }
  return (
    <Notice
      title={door.title}
      text="The last meeting here has ended. The next one begins when the host is back; this page then opens by itself."
    />
  );
}
