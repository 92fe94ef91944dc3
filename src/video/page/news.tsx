import { useEffect } from 'react';
import type { NewsItem } from './room-state.ts';
import { say } from './words/say.ts';

const SHOWN_MS = 6_000;

/** Who comes and goes, for eyes and screen readers; each item for a while. */
export function News({
  items,
  onTold,
}: {
  readonly items: readonly NewsItem[];
  onTold(newsId: number): void;
}) {
  return (
    <div className="news" role="log" aria-live="polite">
      {items.map((item) => (
        <Item key={item.id} item={item} onTold={onTold} />
      ))}
    </div>
  );
}

function Item({ item, onTold }: { readonly item: NewsItem; onTold(newsId: number): void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: an item's time runs from when it is first shown
  useEffect(() => {
    const timer = setTimeout(() => onTold(item.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [item.id]);
  return <p>{say(item.key, { name: item.name })}</p>;
}
