import { type Controls, sendControls } from '../state/sandbox-api.ts';

/** Turns one of the sandbox's knobs; a failure is told to the person. */
export function useControls(notify: (text: string) => void): (controls: Controls) => void {
  return (controls) => {
    sendControls(controls).catch((error: Error) => notify(error.message));
  };
}
