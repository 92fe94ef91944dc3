import type { ReactNode } from 'react';
import type { WorkspaceView } from '../../../protocol.ts';
import { Popover } from '../popover.tsx';
import { sendLocale } from '../state/sandbox-api.ts';

const LANGUAGES: readonly { readonly locale: string; readonly name: string }[] = [
  { locale: 'en-US', name: 'English' },
  { locale: 'de-DE', name: 'Deutsch' },
];

/** The language of the person one is, as their Slack profile has it. */
export function LanguageTool({
  view,
  notify,
}: {
  view: WorkspaceView;
  notify(text: string): void;
}): ReactNode {
  const { viewer } = view;
  return (
    <Popover label="Language" className="tool">
      {(close) => (
        <>
          <p className="tool-hint">What {viewer.name} has set in Slack. Private answers follow it.</p>
          <div className="tool-row">
            {LANGUAGES.map(({ locale, name }) => (
              <button
                type="button"
                className="button"
                key={locale}
                lang={locale}
                aria-pressed={viewer.locale === locale}
                onClick={() => {
                  close();
                  sendLocale(viewer.id, locale).catch((error: Error) => notify(error.message));
                }}
              >
                {name}
              </button>
            ))}
          </div>
        </>
      )}
    </Popover>
  );
}
