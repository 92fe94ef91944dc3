import { createContext, use } from 'react';
import type { Entry } from '../blocks/act-context.ts';

/** What the inputs of a view hold. */
export interface Form {
  entry(blockId: string, actionId: string): Entry;
  enter(blockId: string, entry: Entry): void;
  /** What is wrong there. */
  error(blockId: string): string | undefined;
}

const NOTHING: Form = { entry: () => null, enter: () => undefined, error: () => undefined };

export const FormContext = createContext<Form>(NOTHING);

export function useForm(): Form {
  return use(FormContext);
}
