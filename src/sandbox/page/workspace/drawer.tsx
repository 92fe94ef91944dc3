import type { ReactNode } from 'react';
import type { ViewChannel, WorkspaceView } from '../../protocol.ts';
import { ModalDialog } from './modal-dialog.tsx';
import { Sidebar } from './sidebar.tsx';
import type { Place } from './state/use-place.ts';

/** The sidebar on a phone: slides in over the conversation, and away once a channel is chosen. */
export function Drawer(props: {
  view: WorkspaceView;
  place: Place;
  channel: ViewChannel;
  onClose(): void;
}): ReactNode {
  return (
    <ModalDialog label="Choose a channel" className="drawer" onClose={props.onClose}>
      {(close) => (
        <>
          <div className="drawer-head">
            <span className="team">{props.view.teamName}</span>
            <button type="button" className="top-button" onClick={close} aria-label="Hide channels">
              ✕
            </button>
          </div>
          <Sidebar view={props.view} place={props.place} channel={props.channel} onChoose={close} />
        </>
      )}
    </ModalDialog>
  );
}
