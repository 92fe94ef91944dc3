import { type FormEvent, useState } from 'react';
import { Frame } from '../../pages/frame.tsx';
import { DeviceProblem } from './device-problem.tsx';
import { DeviceSwitch } from './device-switch.tsx';
import type { DoorView } from './door.ts';
import type { DoorKey } from './door-key.ts';
import { Notice } from './notice.tsx';
import { Preview } from './preview.tsx';
import { isSlackBrowser, SlackHint } from './slack-hint.tsx';
import { keepName, readName } from './stored-name.ts';
import type { Joiner, Stage } from './use-call.ts';
import { useDevices } from './use-devices.ts';
import { awaitsHost } from './use-door.ts';
import type { VideoClient } from './video-client.ts';
import { say } from './words/say.ts';

interface LobbyProps {
  readonly door: DoorView;
  readonly doorKey: DoorKey;
  readonly client: VideoClient;
  readonly stage: Stage;
  onJoin(joiner: Joiner): void;
}

/** Before joining: as what, what is recorded, one's name, picture and sound. */
export function Lobby({ door, doorKey, client, stage, onJoin }: LobbyProps) {
  const [name, setName] = useState(readName);
  const check = useDevices(client, { camera: true, microphone: true });
  const { devices, choice, choose } = check;
  const isJoining = stage.at === 'joining';
  const hasFailed = stage.at === 'outside' && stage.hasFailed;
  if (devices?.isSupported === false) return <Notice title={door.title} text="unsupported" />;

  const join = (event: FormEvent): void => {
    event.preventDefault();
    const given = name.trim();
    keepName(given);
    onJoin({ name: given, choice: check.usable });
  };

  return (
    <Frame title={door.title}>
      {isSlackBrowser(navigator.userAgent) && <SlackHint link={new URL(doorKey, location.href).href} />}
      <main className="card lobby">
        <Preview {...check} name={name} />
        <form onSubmit={join}>
          <p className="lead">{say(door.isHost ? 'lobby.host' : 'lobby.guest')}</p>
          {awaitsHost(door) && <p>{say('lobby.host-awaited')}</p>}
          <label className="field">
            {say('name')}
            <input
              value={name}
              onChange={(event) => setName(event.target.value)}
              required
              pattern=".*\S.*"
              maxLength={60}
              autoComplete="name"
              // biome-ignore lint/a11y/noAutofocus: the page's one question, asked first
              autoFocus
            />
          </label>
          <div className="switches">
            <DeviceSwitch device="microphone" {...{ devices, choice, choose }} />
            <DeviceSwitch device="camera" {...{ devices, choice, choose }} />
          </div>
          <DeviceProblem devices={devices} onCheck={check.check} />
          <p className="consent" id="consent">
            {door.recording !== 'none' && <span className="dot" aria-hidden="true" />}
            {say(`consent.${door.recording}`)}
          </p>
          <p className="problem" role="alert">
            {hasFailed && say('join.failed')}
          </p>
          <button type="submit" className="primary" aria-describedby="consent" disabled={isJoining}>
            {say(isJoining ? 'joining' : 'join')}
          </button>
        </form>
      </main>
    </Frame>
  );
}
