import type { ReactNode } from 'react';
import { BlockView } from './block-view.tsx';

/** Everything a message, a dialog or a Home tab is made of. */
export function BlocksView({ blocks }: { blocks: readonly unknown[] }): ReactNode {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block keeps its place
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}
