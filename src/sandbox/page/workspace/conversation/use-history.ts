import { useRef } from 'react';

/** The lines sent before, walked with the arrow keys as in a terminal. */
export function useHistory(): {
  add(line: string): void;
  /** @param step -1 older, 1 newer. `undefined`: nothing there. */
  walk(step: -1 | 1): string | undefined;
  /** Whether `line` is what {@link walk} last gave, untouched. */
  isShowing(line: string): boolean;
} {
  const lines = useRef<string[]>([]);
  const at = useRef(0);
  return {
    add(line) {
      lines.current.push(line);
      at.current = lines.current.length;
    },
    walk(step) {
      const next = at.current + step;
      if (next < 0 || next > lines.current.length) return undefined;
      at.current = next;
      return lines.current[next] ?? '';
    },
    isShowing: (line) => line !== '' && lines.current[at.current] === line,
  };
}
