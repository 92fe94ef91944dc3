import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR_PX = 60;

/**
 * Keeps a scrolling list at its end while the reader is there, and leaves it alone while they read further up.
 * The list's box holds one child with everything in it.
 * @param newest changes when something is added at the end.
 * @param list another list (another channel, or the same after something was sent) starts at its end …
 * @param fromTop … unless it is to be read from its top.
 */
export function useStickToEnd(
  newest: string | number | undefined,
  list: string,
  fromTop = false,
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
    if (fromTop) ref.current?.scrollTo({ top: 0 });
    atEnd.current = !fromTop || isNearEnd(ref.current);
    setMissed(false);
  }, [list]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: growth is the occasion, what was added is not used
  useLayoutEffect(() => {
    if (atEnd.current) scrollToEnd(ref.current);
    else setMissed(true);
  }, [newest, list]);
  useKeptAtEnd(ref, atEnd);

  const onScroll = (): void => {
    atEnd.current = isNearEnd(ref.current);
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

function isNearEnd(box: HTMLElement | null): boolean {
  return box === null || box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
}

function scrollToEnd(box: HTMLElement | null): void {
  box?.scrollTo({ top: box.scrollHeight });
}
