import { useState } from 'react';
import type { ViewDialog } from '../../../protocol.ts';
import type { ElementAct, Entry } from '../blocks/act-context.ts';
import { entryOf } from '../fields/entry-of.ts';
import type { Form } from '../fields/form-context.ts';
import { useConversation } from '../state/conversation-context.ts';
import { sendClosing, sendSubmission, sendViewAction } from '../state/sandbox-api.ts';

/** What is entered in a dialog, and what its buttons do. */
export interface DialogActions {
  readonly form: Form;
  act(act: ElementAct): void;
  submit(): void;
  close(): void;
  /** A submission is on its way. */
  readonly busy: boolean;
}

/** What was entered here stays when the app changes the dialog around it; everything else is as the app says. */
export function useDialog(dialog: ViewDialog): DialogActions {
  const { view, notify } = useConversation();
  const [entered, setEntered] = useState<Readonly<Record<string, Entry>>>({});
  const [busy, setBusy] = useState(false);
  const here = { user: view.viewer.id, view: dialog.id };
  const report = (error: Error): void => notify(error.message);
  return {
    form: {
      entry: (blockId, actionId) => entered[blockId] ?? entryOf(dialog.state[blockId]?.[actionId]),
      enter: (blockId, entry) => setEntered((before) => ({ ...before, [blockId]: entry ?? '' })),
      error: (blockId) => dialog.errors[blockId],
    },
    act(act) {
      sendViewAction(here, { ...act, values: entered }).catch(report);
    },
    submit() {
      setBusy(true);
      sendSubmission(here, entered)
        .catch(report)
        .finally(() => setBusy(false));
    },
    close() {
      sendClosing(here).catch(report);
    },
    busy,
  };
}
