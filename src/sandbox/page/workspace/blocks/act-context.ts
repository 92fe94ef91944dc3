import { createContext, use } from 'react';

/** What somebody did to an element; the page learns what came of it with the next view. */
export interface ElementAct {
  /** Action id. */
  readonly action: string;
  /** Id of the block it is in. */
  readonly block?: string;
  /** Of the button, or what was chosen or typed. */
  readonly value?: Entry;
}

/** What is typed or chosen in an element, as the sandbox takes it; null: nothing. */
export type Entry = string | readonly string[] | null;

/** Tells the app that something among the blocks being drawn was used; a failure is told to the person. */
export const ActContext = createContext<(act: ElementAct) => void>(() => undefined);

/** The id of the block being drawn: tells elements apart that have one action id. */
export const BlockId = createContext<string | undefined>(undefined);

export function useSendAction(): (actionId: string, value?: Entry) => void {
  const act = use(ActContext);
  const block = use(BlockId);
  return (action, value) =>
    act({ action, ...(block !== undefined && { block }), ...(value !== undefined && { value }) });
}
