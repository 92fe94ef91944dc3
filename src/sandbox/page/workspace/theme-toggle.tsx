import { type ReactNode, useLayoutEffect } from 'react';
import { useMediaQuery } from './state/use-media-query.ts';
import { useStored } from './state/use-stored.ts';

/** Light or dark: as the system says, until it is chosen here. */
export function ThemeToggle(): ReactNode {
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const [chosen, choose] = useStored<'system' | 'light' | 'dark'>('theme', 'system');
  const dark = chosen === 'system' ? systemIsDark : chosen === 'dark';
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);
  return (
    <button
      type="button"
      className="top-button"
      aria-label="Dark colours"
      aria-pressed={dark}
      title={dark ? 'Use light colours' : 'Use dark colours'}
      onClick={() => choose(dark ? 'light' : 'dark')}
    >
      <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.8" />
        <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
      </svg>
    </button>
  );
}
