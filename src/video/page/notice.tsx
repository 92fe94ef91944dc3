import { Frame } from '../../pages/frame.tsx';
import type { WordKey } from './words/en.ts';
import { say } from './words/say.ts';

/** A page that says where one stands, and what to do. */
export function Notice({
  title,
  text,
  action,
  onAction,
  isBusy = false,
}: {
  readonly title: string;
  readonly text: WordKey;
  readonly action?: WordKey;
  readonly onAction?: () => void;
  /** Something is being waited for. */
  readonly isBusy?: boolean;
}) {
  return (
    <Frame title={title} isNews>
      <main className="card notice">
        <div role="status">
          {isBusy && <span className="spinner" aria-hidden="true" />}
          <p className="lead">{say(text)}</p>
        </div>
        {action && (
          <button type="button" className={isBusy ? undefined : 'primary'} onClick={onAction}>
            {say(action)}
          </button>
        )}
      </main>
    </Frame>
  );
}
