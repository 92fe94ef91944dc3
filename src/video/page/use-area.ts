import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Area } from './layout.ts';

/** How large an element is, whenever that changes. */
export function useArea<E extends HTMLElement>(): readonly [RefObject<E | null>, Area] {
  const ref = useRef<E>(null);
  const [area, setArea] = useState<Area>({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setArea({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, area];
}
