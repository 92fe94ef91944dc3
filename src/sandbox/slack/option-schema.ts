import { z } from 'zod';
import { anyText, filled, plainText } from './block-objects.ts';

/*
 * What menus, radio buttons and checkboxes offer, with Slack's limits.
 * Source: docs.slack.dev/reference/block-kit/composition-objects/option-object, looked up November 2026.
 */

export const option = z.strictObject({
  text: plainText(75),
  value: filled(150),
  description: plainText(75).optional(),
});
export const listed = option.extend({ text: anyText(75), description: anyText(75).optional() });
const group = z.strictObject({ label: plainText(75), options: z.array(option).min(1).max(100) });
export const options = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(group).min(1).max(100).optional(),
};
export const hasOptions = (it: { options?: unknown; option_groups?: unknown }) =>
  it.options || it.option_groups;
export const NO_OPTIONS = { error: 'must define either `options` or `option_groups`', path: ['type'] };

type Options = {
  readonly options?: readonly z.infer<typeof option>[] | undefined;
  readonly option_groups?: readonly z.infer<typeof group>[] | undefined;
};

export function offers(it: Options, wanted: z.infer<typeof option> | undefined): boolean {
  const all = it.options ?? it.option_groups?.flatMap((each) => each.options) ?? [];
  return (
    wanted === undefined ||
    all.some(({ text, value }) => value === wanted.value && text.text === wanted.text.text)
  );
}
