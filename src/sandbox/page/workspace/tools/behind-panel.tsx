import { type ReactNode, useState } from 'react';
import type { WorkspaceView } from '../../../protocol.ts';
import { useStickToEnd } from '../state/use-stick-to-end.ts';
import { Deliveries } from './deliveries.tsx';
import { TRAFFIC_KINDS, type TrafficKind } from './traffic-kinds.ts';
import { TrafficRow } from './traffic-row.tsx';

const KINDS = Object.keys(TRAFFIC_KINDS) as readonly TrafficKind[];

/** Every request between Slack, the app and the server for its rooms, as it flows. */
export function BehindPanel({ view, onClose }: { view: WorkspaceView; onClose(): void }): ReactNode {
  const [hidden, setHidden] = useState<readonly TrafficKind[]>([]);
  const entries = view.traffic.filter(({ kind }) => !hidden.includes(kind));
  const end = useStickToEnd(entries.at(-1)?.id, hidden.join());
  const toggle = (kind: TrafficKind): void =>
    setHidden(hidden.includes(kind) ? hidden.filter((each) => each !== kind) : [...hidden, kind]);
  return (
    <aside className="behind" aria-label="Behind the scenes">
      <header className="column-head">
        <h2>Behind the scenes</h2>
        <button type="button" className="button is-quiet" onClick={onClose} aria-label="Close panel">
          Close
        </button>
      </header>
      <p className="behind-hint">Each request as it flows; secrets are masked. Open one to see its body.</p>
      <Legend hidden={hidden} onToggle={toggle} />
      <Deliveries deliveries={view.deliveries} />
      <div
        className="traffic"
        ref={end.ref}
        onScroll={end.onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <div>
          {entries.length === 0 && <p className="log-empty">Nothing has flowed yet. Type a command.</p>}
          <ol>
            {entries.map((entry) => (
              <TrafficRow key={entry.id} entry={entry} />
            ))}
          </ol>
        </div>
      </div>
    </aside>
  );
}

/** Says what the signs mean, and shows or hides each kind. */
function Legend({
  hidden,
  onToggle,
}: {
  hidden: readonly TrafficKind[];
  onToggle(kind: TrafficKind): void;
}): ReactNode {
  return (
    <fieldset className="legend">
      <legend className="for-ears">Show</legend>
      {KINDS.map((kind) => (
        <button
          type="button"
          className="legend-kind"
          key={kind}
          aria-pressed={!hidden.includes(kind)}
          onClick={() => onToggle(kind)}
        >
          <span className={`sign is-${kind}`} aria-hidden="true">
            {TRAFFIC_KINDS[kind].sign}
          </span>
          {TRAFFIC_KINDS[kind].label}
        </button>
      ))}
    </fieldset>
  );
}
