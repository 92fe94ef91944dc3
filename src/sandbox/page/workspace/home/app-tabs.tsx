import type { KeyboardEvent, ReactNode } from 'react';

export type Tab = 'home' | 'messages';

const TABS: readonly { readonly tab: Tab; readonly label: string }[] = [
  { tab: 'home', label: 'Home' },
  { tab: 'messages', label: 'Messages' },
];

/** The tabs of the app's page. */
export function AppTabs({ tab, onChoose }: { tab: Tab; onChoose(tab: Tab): void }): ReactNode {
  return (
    <div className="app-tabs" role="tablist" aria-label="Roomtone" onKeyDown={moveWithArrows}>
      {TABS.map(({ tab: each, label }) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`tab-${each}`}
          aria-selected={each === tab}
          aria-controls={each === tab ? `panel-${each}` : undefined}
          tabIndex={each === tab ? 0 : -1}
          onClick={() => onChoose(each)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function moveWithArrows({ key, currentTarget, target }: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step === undefined) return;
  const tabs = [...currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const next = tabs.at((tabs.indexOf(target as HTMLElement) + step) % tabs.length);
  next?.focus();
  next?.click();
}
