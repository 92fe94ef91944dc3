import type { ReactNode } from 'react';

/** Stands for what this page cannot draw, so that nothing a message holds is hidden. */
export function Unknown({ kind, type }: { kind: 'block' | 'element'; type: string }): ReactNode {
  return (
    <span className="unknown">
      unknown {kind}: {type}
    </span>
  );
}
