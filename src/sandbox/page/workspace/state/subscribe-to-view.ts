import type { WorkspaceView } from '../../../protocol.ts';

const REOPEN_AFTER_MS = 1000;

/** Calls `onView` with each new view of this person; returns the function that ends it. */
export function subscribeToView(
  userId: string,
  { onView, onConnection }: { onView(view: WorkspaceView): void; onConnection(connected: boolean): void },
): () => void {
  let source: EventSource;
  let reopening: number | undefined;
  const open = (): void => {
    source = new EventSource(`/_sandbox/view?as=${encodeURIComponent(userId)}`);
    source.onopen = () => onConnection(true);
    source.onmessage = ({ data }) => onView(JSON.parse(data));
    source.onerror = () => {
      onConnection(false);
      // A browser by itself would wait longer, and give up after an answer that was an error.
      source.close();
      reopening = window.setTimeout(open, REOPEN_AFTER_MS);
    };
  };
  open();
  return () => {
    window.clearTimeout(reopening);
    source.close();
  };
}
