import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Target } from './target.ts';

/**
 * Brings a message to the reader when it becomes the target, and keeps the keyboard where it was when what had the focus
 * is gone: in the message after an update (a deleted recording has no buttons left), in the list after the message.
 */
export function useMessageFocus(target: Target | undefined): RefObject<HTMLElement | null> {
  const frame = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);

  useEffect(() => {
    if (target === undefined) return;
    frame.current?.scrollIntoView({ block: 'center' });
    frame.current?.focus({ preventScroll: true });
  }, [target]);

  useEffect(() => {
    const remember = ({ target: used }: Event): void => {
      hadFocus.current = frame.current?.contains(used as Node) ?? false;
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', remember);
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', remember);
    };
  }, []);

  // Without dependencies on purpose: any redraw may have removed the focused button.
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body)
      frame.current?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    const article = frame.current;
    return () => {
      if (article?.contains(document.activeElement)) article.closest<HTMLElement>('[role="log"]')?.focus();
    };
  }, []);
  return frame;
}
