import { useRef, useState } from 'react';
import { type Camera, openCamera } from './camera.ts';
import { cameraProblem as problemWords } from './words.ts';

export interface CameraChoice {
  readonly camera: Camera | undefined;
  /** The browser is asking for permission. */
  readonly isAsking: boolean;
  /** Empty when there is none. */
  readonly cameraProblem: string;
  setIsWanted(isWanted: boolean): Promise<void>;
}

/** The camera, opened and closed by a switch. */
export function useCamera(): CameraChoice {
  const [camera, setCamera] = useState<Camera>();
  const [isAsking, setIsAsking] = useState(false);
  const [cameraProblem, setCameraProblem] = useState('');
  const isWantedNow = useRef(false);

  const setIsWanted = async (isWanted: boolean): Promise<void> => {
    isWantedNow.current = isWanted;
    setCameraProblem('');
    camera?.stop();
    setCamera(undefined);
    if (!isWanted) return;
    setIsAsking(true);
    try {
      const opened = await openCamera();
      if (isWantedNow.current) setCamera(opened);
      else opened.stop();
    } catch (error) {
      setCameraProblem(problemWords(error));
    } finally {
      setIsAsking(false);
    }
  };

  return { camera, isAsking, cameraProblem, setIsWanted };
}
