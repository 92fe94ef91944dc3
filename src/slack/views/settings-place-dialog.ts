import type { Button, ModalView } from '@slack/types';
import type { SettingsRefusal } from '../../domain/answer.ts';
import { type Texts, textsFor } from '../../locales/texts.ts';
import { ACTIONS, INPUT, VIEWS } from '../ids.ts';
import { PLACE_FIELD } from '../settings-place.ts';
import { button, section } from './blocks.ts';
import { field, modal } from './modal.ts';
import { selector } from './selector.ts';

/** Asks for a channel, whose settings come next. */
export function settingsButton(texts: Texts): Button {
  return button(ACTIONS.settings, texts.say('button.settings'));
}

/** Settings belong to a channel, and App Home is none: whose is it to be? */
export function settingsPlaceDialog(locale: string): ModalView {
  const texts = textsFor(locale);
  return modal({
    id: VIEWS.settingsPlace,
    title: texts.say('settings.title'),
    submit: texts.say('button.next'),
    close: texts.say('form.close'),
    carries: '',
    blocks: [
      section(texts.say('settings.place-lead')),
      field(PLACE_FIELD, texts.say('settings.place'), {
        element: {
          type: 'conversations_select',
          action_id: INPUT,
          filter: { include: ['public', 'private'], exclude_bot_users: true },
        },
      }),
    ],
  });
}

/** Why there are no settings to be shown, at the field. `outdated`: another release of ours has opened the dialog. */
export function settingsPlaceErrors(
  why: SettingsRefusal | 'outdated',
  locale: string,
): Record<string, string> {
  const texts = textsFor(locale);
  const error =
    why === 'outdated'
      ? texts.say('form.fault.outdated')
      : texts.say('settings-refused.lead', { why: selector(why) });
  return { [PLACE_FIELD]: error };
}
