import type { ReactNode } from 'react';
import type { ViewChannel } from '../../../protocol.ts';

/** `#`, a lock, or the dot of a direct message. */
export function ChannelMark({ kind }: { kind: ViewChannel['kind'] }): ReactNode {
  return (
    <svg className="channel-mark" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
      {kind === 'public' && <path d="M7.5 3L6 17M14 3l-1.5 14M4 7.500h13M3 12.500h13" {...LINE} />}
      {kind === 'private' && <path d="M4.5 9h11v8h-11zM7 9V6.500a3 3 0 0 1 6 0V9" {...LINE} />}
      {kind === 'direct' && (
        <path
          d="M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10zM3.5 17c0-3.5 3-5 6.5-5s6.5 1.5 6.5 5"
          {...LINE}
        />
      )}
      {kind === 'app' && <path d="M3 6h9v8H3zM12 9l5-3v8l-5-3" {...LINE} />}
    </svg>
  );
}

const LINE = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;
