import { useStored } from './use-stored.ts';

/** Something that can be folded away. */
export interface Shown {
  readonly shown: boolean;
  toggle(): void;
}

/** Remembered over a reload. */
export function useShown(name: string, initially: boolean): Shown {
  const [state, store] = useStored<'shown' | 'hidden'>(name, initially ? 'shown' : 'hidden');
  const shown = state === 'shown';
  return { shown, toggle: () => store(shown ? 'hidden' : 'shown') };
}
