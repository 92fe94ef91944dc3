import type * as slack from '@slack/types';
import type { Entry } from '../blocks/act-context.ts';

/** An element one can type or choose in. */
export type Field = Exclude<slack.InputBlockElement, slack.RichTextInput> | slack.MultiUsersSelect;

/** What a control needs besides its element. */
export interface ControlProps {
  readonly entry: Entry;
  onEnter(entry: Entry): void;
  /** Enter was pressed. */
  onDone?(): void;
  /** For its label, and for what describes it. */
  readonly attributes: {
    readonly id?: string;
    readonly 'aria-label'?: string;
    readonly 'aria-describedby'?: string | undefined;
    readonly 'aria-invalid'?: boolean;
    readonly 'aria-required'?: boolean;
  };
}
