import type { Button } from '@slack/types';
import type { Texts } from '../../locales/texts.ts';
import { ACTIONS } from '../ids.ts';
import { button } from './blocks.ts';

/** Switches reminders off, or back on. */
export function remindersButton({ wanted }: { readonly wanted: boolean }, texts: Texts): Button {
  const label = texts.say(wanted ? 'button.stop-reminders' : 'button.start-reminders');
  return button(wanted ? ACTIONS.stopReminders : ACTIONS.startReminders, label, {
    accessibility_label: texts.say('label.reminders', { button: label }),
  });
}
