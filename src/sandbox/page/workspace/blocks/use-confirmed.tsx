import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { Confirm } from './slack-block.ts';

/**
 * Asks before doing, where the element says so.
 * Returns the function to call on a click, and the dialog to draw beside the element.
 */
export function useConfirmed(
  confirm: Confirm | undefined,
  proceed: (value?: string) => void,
): readonly [(value?: string) => void, ReactNode] {
  const [asked, setAsked] = useState<{ readonly value: string | undefined }>();
  const ask = (value?: string): void => (confirm === undefined ? proceed(value) : setAsked({ value }));
  const dialog = confirm !== undefined && asked !== undefined && (
    <ConfirmDialog
      confirm={confirm}
      onConfirm={() => proceed(asked.value)}
      onClose={() => setAsked(undefined)}
    />
  );
  return [ask, dialog];
}
