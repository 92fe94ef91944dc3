import type { ReactNode } from 'react';

/** One sentence from the page itself: why something did not work, or what happens next. */
export function Notice({ text, onClose }: { text: string | undefined; onClose(): void }): ReactNode {
  return (
    <div className="notice-place" role="status">
      {text !== undefined && (
        <div className="notice">
          <span>{text}</span>
          <button type="button" className="link" onClick={onClose}>
            OK
          </button>
        </div>
      )}
    </div>
  );
}
