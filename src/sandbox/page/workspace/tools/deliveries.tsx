import type { ReactNode } from 'react';
import type { ViewDelivery } from '../../../protocol.ts';

/** How often each callback came, and how many messages it made; newest first. */
export function Deliveries({ deliveries }: { deliveries: readonly ViewDelivery[] }): ReactNode {
  if (deliveries.length === 0) return null;
  return (
    <ul className="deliveries" aria-label="Callbacks counted">
      {deliveries.toReversed().map(({ event, recordingId, title, received, posted }) => (
        <li key={`${recordingId} ${event}`}>
          <span>
            <code>{event}</code> {title}
          </span>
          <b>
            received {received}, posted {posted}
          </b>
        </li>
      ))}
    </ul>
  );
}
