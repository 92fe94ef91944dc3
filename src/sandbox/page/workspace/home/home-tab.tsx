import { type ReactNode, useEffect } from 'react';
import { ActContext } from '../blocks/act-context.ts';
import { BlocksView } from '../blocks/blocks-view.tsx';
import { HeadingLevel } from '../blocks/heading-level.ts';
import { entryOf } from '../fields/entry-of.ts';
import { FormContext } from '../fields/form-context.ts';
import { useConversation } from '../state/conversation-context.ts';
import { sendHomeVisit, sendViewAction } from '../state/sandbox-api.ts';

/** What the app shows this person in its Home tab; opening it tells the app. */
export function HomeTab(): ReactNode {
  const { view, notify } = useConversation();
  const { home, viewer } = view;
  useEffect(() => {
    sendHomeVisit(viewer.id, 'home').catch((error: Error) => notify(error.message));
  }, [viewer.id, notify]);
  return (
    <div className="home" role="tabpanel" id="panel-home" aria-labelledby="tab-home">
      {home === null ? (
        <p className="log-empty">Roomtone has not put anything here yet.</p>
      ) : (
        <ActContext
          value={(act) => {
            sendViewAction({ user: viewer.id, view: 'home' }, act).catch((error: Error) =>
              notify(error.message),
            );
          }}
        >
          <FormContext
            value={{
              entry: (blockId, actionId) => entryOf(home.state[blockId]?.[actionId]),
              enter: () => undefined,
              error: () => undefined,
            }}
          >
            {home.problem && (
              <p className="dialog-problem" role="alert">
                {home.problem}
              </p>
            )}
            <HeadingLevel value={2}>
              <BlocksView blocks={home.blocks} />
            </HeadingLevel>
          </FormContext>
        </ActContext>
      )}
    </div>
  );
}
