import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR_PX = 60;

/**
 * Keeps a scrolling list at its end while the reader is there, and leaves it alone while they read further up.
 * The list's box holds one child with everything in it.
 * @param newest changes when something is added at the end.
 * @param list another list (another channel) starts at its end.
 */
export function useStickToEnd(
  newest: string | number | undefined,
  list: string,
): {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Something was added that the reader has not scrolled to. */
  readonly missed: boolean;
  onScroll(): void;
  toEnd(): void;
} {
  const ref = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [missed, setMissed] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is the occasion, its name is not used
  useLayoutEffect(() => {
    atEnd.current = true;
  }, [list]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: growth is the occasion, what was added is not used
  useLayoutEffect(() => {
    if (atEnd.current) scrollToEnd(ref.current);
    else setMissed(true);
  }, [newest, list]);
  useKeptAtEnd(ref, atEnd);

  const onScroll = (): void => {
    const box = ref.current;
    if (box === null) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
    if (atEnd.current) setMissed(false);
  };
  return { ref, missed, onScroll, toEnd: () => scrollToEnd(ref.current) };
}

/** A window, a panel or a picture that changes its size must not push the end out of sight. */
function useKeptAtEnd(ref: RefObject<HTMLDivElement | null>, atEnd: RefObject<boolean>): void {
  useEffect(() => {
    const box = ref.current;
    const content = box?.firstElementChild;
    if (!box || !content) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) scrollToEnd(box);
    });
    observer.observe(box);
    observer.observe(content);
    return () => observer.disconnect();
  }, [ref, atEnd]);
}

function scrollToEnd(box: HTMLElement | null): void {
  box?.scrollTo({ top: box.scrollHeight });
}
