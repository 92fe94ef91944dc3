import { useEffect, useState } from 'react';
import { Frame } from '../../../pages/frame.tsx';
import type { ReplayView } from '../../meetings/room-protocol.ts';
import { readReplay } from './room-api.ts';
import { replayWords } from './words.ts';

const ASK_EVERY_MS = 1000;

/** After leaving: a word of thanks, and the recording as soon as it can be watched. */
export function Farewell({
  title,
  participantId,
  wasGone,
  onBack,
}: {
  readonly title: string;
  readonly participantId: string;
  /** The server had lost sight of this page. */
  readonly wasGone: boolean;
  onBack(): void;
}) {
  const replay = useReplay(participantId);
  return (
    <Frame title={title} isNews>
      <main className="card farewell">
        <p className="lead">
          {wasGone
            ? 'You are no longer in the room: this page could not be reached.'
            : 'You have left. Thank you for coming.'}
        </p>
        <p role="status" className="replay-state">
          {replay && (replay.state === 'uploading' || replay.state === 'in-session') && (
            <span className="spinner" aria-hidden="true" />
          )}
          {replay && replayWords[replay.state]}
        </p>
        {replay?.videos.map(({ recordingId, url }, index) => (
          <Video key={recordingId} url={url} part={replay.videos.length > 1 ? index + 1 : undefined} />
        ))}
        <button type="button" onClick={onBack}>
          Join again
        </button>
      </main>
    </Frame>
  );
}

function Video({ url, part }: { readonly url: string; readonly part: number | undefined }) {
  const label = part === undefined ? 'Watch here' : `Watch here (${part})`;
  return (
    <section>
      <h2>{label}</h2>
      {/* biome-ignore lint/a11y/useMediaCaption: what was just recorded has no captions */}
      <video controls playsInline preload="metadata" src={url} aria-label={label} />
    </section>
  );
}

/** Asks until there is nothing more to wait for. */
function useReplay(participantId: string): ReplayView | undefined {
  const [replay, setReplay] = useState<ReplayView>();
  const isSettled = replay?.state === 'ready' || replay?.state === 'none';
  useEffect(() => {
    if (isSettled) return;
    const ask = (): Promise<void> => readReplay(participantId).then(setReplay, () => undefined);
    void ask();
    const timer = setInterval(ask, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [participantId, isSettled]);
  return replay;
}
