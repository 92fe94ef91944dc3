import { plainText } from '../blocks/text-view.tsx';
import { channelTitle } from '../conversation/channel-title.ts';
import { useConversation } from '../state/conversation-context.ts';
import type { Field } from './field.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** What an element offers to choose from; empty for what is typed. */
export function useChoices(element: Field): readonly Choice[] {
  const { view } = useConversation();
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
    case 'radio_buttons':
    case 'checkboxes':
      return optionsOf(element).map(({ value = '', text, description }) => ({
        value,
        label: plainText(text),
        ...(description && { description: plainText(description) }),
      }));
    case 'users_select':
    case 'multi_users_select':
      return view.users
        .filter(({ role, deactivated }) => role !== 'app' && !deactivated)
        .map(({ id, name }) => ({ value: id, label: name }));
    case 'conversations_select':
    case 'channels_select':
      return view.channels
        .filter(({ kind, archived }) => !archived && (kind === 'public' || kind === 'private'))
        .map((channel) => ({ value: channel.id, label: channelTitle(channel) }));
    default:
      return [];
  }
}

type Optional = Extract<
  Field,
  { type: 'static_select' | 'multi_static_select' | 'radio_buttons' | 'checkboxes' }
>;

function optionsOf(element: Optional) {
  const groups = 'option_groups' in element ? element.option_groups : undefined;
  return element.options ?? groups?.flatMap(({ options }) => options) ?? [];
}
