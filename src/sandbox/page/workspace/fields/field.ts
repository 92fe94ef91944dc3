import type * as slack from '@slack/types';

/** An element one can type or choose in. */
export type Field = Exclude<slack.InputBlockElement, slack.RichTextInput> | slack.MultiUsersSelect;
