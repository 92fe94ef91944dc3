import { useState } from 'react';

/** A setting of this browser that outlives a reload, such as an open panel. */
export function useStored<T extends string>(name: string, initial: T): readonly [T, (value: T) => void] {
  const key = `workspace.${name}`;
  const [value, setValue] = useState(() => (localStorage.getItem(key) as T | null) ?? initial);
  const store = (next: T): void => {
    localStorage.setItem(key, next);
    setValue(next);
  };
  return [value, store];
}
