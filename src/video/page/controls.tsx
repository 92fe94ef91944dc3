import { useState } from 'react';
import { ControlButton } from './control-button.tsx';
import type { RoomEvent, RoomState } from './room-state.ts';
import type { Call, Picture } from './video-client.ts';
import { say } from './words/say.ts';

interface ControlsProps {
  readonly room: RoomState;
  readonly call: Call;
  readonly isListOpen: boolean;
  tell(event: RoomEvent): void;
  onList(): void;
  onLeave(): void;
}

/** What one can do in the room. A button is at rest while what it began is under way. */
export function Controls({ room, call, isListOpen, tell, onList, onLeave }: ControlsProps) {
  const [busy, setBusy] = useState<string>();
  const camera = ownPicture(room, 'camera');
  const [hasSound, hasVideo] = [camera?.hasAudio === true, camera?.hasVideo === true];
  const isSharing = ownPicture(room, 'screen') !== undefined;

  const during = async (what: string, work: Promise<void>): Promise<void> => {
    setBusy(what);
    await work.catch(() => tell({ kind: 'failed', what }));
    setBusy(undefined);
  };
  const button = (what: string, work: () => Promise<void>) => ({
    label: what,
    isBusy: busy !== undefined,
    onClick: () => void during(what, work()),
  });

  return (
    <footer className="controls">
      <ControlButton
        icon={hasSound ? 'microphone' : 'microphone-off'}
        isOff={!hasSound}
        {...button(say(hasSound ? 'control.mute' : 'control.unmute'), () => call.setMicrophone(!hasSound))}
      />
      <ControlButton
        icon={hasVideo ? 'camera' : 'camera-off'}
        isOff={!hasVideo}
        {...button(say(hasVideo ? 'control.camera-off' : 'control.camera-on'), () =>
          call.setCamera(!hasVideo),
        )}
      />
      {call.canShareScreen && (
        <ControlButton
          icon={isSharing ? 'screen-off' : 'screen'}
          {...button(say(isSharing ? 'control.stop-share' : 'control.share'), () =>
            isSharing ? call.stopShare() : call.shareScreen(),
          )}
        />
      )}
      <ControlButton icon="people" label={say('control.people')} isOpen={isListOpen} onClick={onList} />
      <ControlButton icon="leave" label={say('control.leave')} isDanger onClick={onLeave} />
    </footer>
  );
}

function ownPicture({ people, pictures }: RoomState, kind: Picture['kind']): Picture | undefined {
  const self = people.find(({ isSelf }) => isSelf);
  return pictures.find((picture) => picture.kind === kind && picture.participantId === self?.id);
}
