import { type ReactNode, useState } from 'react';
import type { TrafficEntry } from '../../../protocol.ts';
import { TRAFFIC_KINDS } from './traffic-kinds.ts';

/** One request: who asked whom for what, how it was answered, and, opened, its body. */
export function TrafficRow({ entry }: { entry: TrafficEntry }): ReactNode {
  const [open, setOpen] = useState(false);
  const { kind, title, method, path, status, durationMs, note } = entry;
  const failed = status === 0 || status >= 400;
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={failed ? 'is-failed' : undefined}>
          <span className={`sign is-${kind}`} role="img" aria-label={TRAFFIC_KINDS[kind].label}>
            {TRAFFIC_KINDS[kind].sign}
          </span>
          <span className="traffic-words">
            <b>{title}</b>
            <code>
              {method} {path}
            </code>
            {note !== undefined && <em>{note}</em>}
          </span>
          <span className="traffic-status">
            {status === 0 ? 'no answer' : status}
            <small>{Math.round(durationMs)} ms</small>
          </span>
        </summary>
        {open && (
          <>
            <p className="traffic-time">{new Date(entry.at).toLocaleTimeString(undefined, CLOCK)}</p>
            <pre>{JSON.stringify(entry.body, null, 2) ?? 'no body'}</pre>
          </>
        )}
      </details>
    </li>
  );
}

const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 } as const;
