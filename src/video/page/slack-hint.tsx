import { useState } from 'react';
import { say } from './words/say.ts';

/** Slack's apps open links inside themselves, where a page often gets no camera. Source: their user agents, `… Slack/25.11 …`. */
export function isSlackBrowser(userAgent: string): boolean {
  return /\bSlack/.test(userAgent);
}

/** The way out of Slack's own browser. */
export function SlackHint({ link }: { readonly link: string }) {
  const [state, setState] = useState<'slack-browser' | 'link-copied' | 'link-not-copied'>('slack-browser');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setState('link-copied');
    } catch {
      setState('link-not-copied');
    }
  };
  return (
    <aside className="hint" aria-label={say('open-in-browser')}>
      <p role="status">{say(state)}</p>
      <button type="button" onClick={copy}>
        {say('copy-link')}
      </button>
    </aside>
  );
}
