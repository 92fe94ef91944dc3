import { useCallback, useEffect, useRef, useState } from 'react';
import type { Devices, VideoClient } from './video-client.ts';

/** What a person wants to join with. */
export interface Choice {
  readonly camera: boolean;
  readonly microphone: boolean;
}

export interface DeviceCheck {
  /** Undefined while the browser asks. */
  readonly devices: Devices | undefined;
  readonly choice: Choice;
  /** What is chosen and, as far as is known, there. */
  readonly usable: Choice;
  choose(choice: Choice): void;
  check(): void;
}

/** Opens camera and microphone to look and listen; a camera that is switched off is closed, as its light says. */
export function useDevices(client: VideoClient, first: Choice): DeviceCheck {
  const [devices, setDevices] = useState<Devices>();
  const [choice, setChoice] = useState(first);
  const [round, setRound] = useState(0);
  const isCameraWanted = choice.camera;
  const wasClosed = useRef(false);

  const check = useCallback(() => setRound((number) => number + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each round checks anew
  useEffect(() => {
    let isOver = false;
    let opened: Devices | undefined;
    setDevices(undefined);
    void client.checkDevices().then((found) => {
      if (isOver) return found.stop();
      opened = found;
      wasClosed.current = false;
      setDevices(found);
    });
    return () => {
      isOver = true;
      opened?.stop();
    };
  }, [client, round]);

  useEffect(() => {
    if (!devices?.preview) return;
    if (!isCameraWanted) {
      for (const track of devices.preview.getVideoTracks()) track.stop();
      wasClosed.current = true;
    } else if (wasClosed.current) check();
  }, [devices, isCameraWanted, check]);

  const isThere = (device: keyof Choice): boolean => devices === undefined || devices[device] === 'ready';
  const usable = {
    camera: choice.camera && isThere('camera'),
    microphone: choice.microphone && isThere('microphone'),
  };
  return { devices, choice, usable, choose: setChoice, check };
}
