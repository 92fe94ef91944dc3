import { useEffect, useRef } from 'react';
import { Avatar } from './avatar.tsx';
import { LevelMeter } from './level-meter.tsx';
import type { DeviceCheck } from './use-devices.ts';
import { say } from './words/say.ts';

/** One's own picture and sound, before anybody else has them. */
export function Preview({ devices, usable, name }: DeviceCheck & { readonly name: string }) {
  const stream = devices?.preview ?? null;
  return (
    <div className="preview">
      <div className="tile preview-picture" data-self="true">
        {usable.camera && stream ? (
          <Mirror stream={stream} />
        ) : (
          <>
            <Avatar name={name} />
            <p className="preview-note">{say(devices ? 'preview.off' : 'preview.asking')}</p>
          </>
        )}
      </div>
      {usable.microphone && stream && <LevelMeter stream={stream} />}
    </div>
  );
}

function Mirror({ stream }: { readonly stream: MediaStream }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return <video ref={video} autoPlay muted playsInline aria-label={say('preview.label')} />;
}
