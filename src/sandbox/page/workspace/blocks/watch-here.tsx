import { type ReactNode, useState } from 'react';
import { ModalDialog } from '../modal-dialog.tsx';

/** Plays the recording behind a link on this page; Slack itself could only download it. */
export function WatchHere({ url }: { url: string }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button is-quiet" onClick={() => setOpen(true)}>
        Watch here
      </button>
      {open && (
        <ModalDialog label="Recording" className="dialog is-wide" onClose={() => setOpen(false)}>
          {(close) => <Player url={url} close={close} />}
        </ModalDialog>
      )}
    </>
  );
}

function Player({ url, close }: { url: string; close(): void }): ReactNode {
  const [failed, setFailed] = useState(false);
  return (
    <>
      <div className="dialog-head">
        <h2>Recording</h2>
        <button type="button" className="button is-quiet" onClick={close}>
          Close
        </button>
      </div>
      {failed ? (
        <p role="alert">This link does not play any more. Click Get link on the recording for a fresh one.</p>
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: nobody writes captions for a sandbox recording
        <video src={url} controls autoPlay aria-label="Recording" onError={() => setFailed(true)} />
      )}
    </>
  );
}
