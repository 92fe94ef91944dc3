import { type FormEvent, useCallback, useState } from 'react';
import { Frame } from '../../../pages/frame.tsx';
import type { DoorView } from '../../meetings/room-protocol.ts';
import { Picture } from './picture.tsx';
import type { Ticker } from './ticker.ts';
import { useCamera } from './use-camera.ts';
import type { Joiner } from './use-visit.ts';
import { consentWords } from './words.ts';

/** Before joining: which room, as what, what will be recorded, one's name and picture. */
export function Lobby({
  door,
  ticker,
  onJoin,
}: {
  readonly door: DoorView;
  readonly ticker: Ticker;
  /** Rejects with an Error whose message can be shown. */
  onJoin(person: Omit<Joiner, 'isHost'>): Promise<void>;
}) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const [isJoining, setIsJoining] = useState(false);
  const { camera, cameraProblem, isAsking, setIsWanted } = useCamera();
  const imageOf = useCallback(() => camera?.image, [camera]);

  const join = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsJoining(true);
    try {
      await onJoin({ name, camera });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setIsJoining(false);
    }
  };

  return (
    <Frame title={door.title}>
      <main className="card lobby">
        <Picture name={name} label="Your picture" ticker={ticker} imageOf={imageOf} />
        <form onSubmit={join}>
          <p className="lead">{door.isHost ? 'You are the host.' : 'You join as a guest.'}</p>
          <p className="consent" id="consent">
            {door.recording.mode === 'automatic' && <span className="dot" aria-hidden="true" />}
            {consentWords(door.recording)}
          </p>
          <label className="field">
            Your name
            <input
              value={name}
              onChange={(event) => setName(event.target.value)}
              required
              maxLength={60}
              autoComplete="name"
              // biome-ignore lint/a11y/noAutofocus: the page's one question, asked first
              autoFocus
            />
          </label>
          <label className="switch">
            <input
              type="checkbox"
              checked={camera !== undefined || isAsking}
              onChange={(event) => setIsWanted(event.target.checked)}
            />
            Use my camera
          </label>
          <p className="problem" role="alert">
            {problem || cameraProblem}
          </p>
          <button
            type="submit"
            className="primary"
            aria-describedby="consent"
            disabled={isJoining || isAsking}
          >
            Join
          </button>
        </form>
      </main>
    </Frame>
  );
}
