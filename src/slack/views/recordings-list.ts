import type { Button } from '@slack/types';
import type { RecordingsSearch } from '../../domain/recordings-list.ts';
import type { Texts } from '../../locales/texts.ts';
import { encodePageValue } from '../button-values.ts';
import { ACTIONS } from '../ids.ts';
import { actions, button, section } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { LIMITS } from './limits.ts';
import { mention, unformatted } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { recordingRow } from './recording-row.ts';
import { type Rendered, rendered } from './rendered.ts';

type RecordingsList = AnswerOf<'recordings'>;

/** Recordings one under the other, each with its own buttons, and the way to the pages around them. */
export function recordingsList(answer: RecordingsList, { texts, commands }: Reader): Rendered {
  const pages = pageButtons(answer, texts);
  const searched = filtersOf(answer, texts);
  const howToSearch = texts.say('list.how-to-search', { recordings: commands.recordings });
  const hints = [
    ...(searched.length > 0 && answer.rows.length === 0 ? [howToSearch] : []),
    ...(answer.rows.every(({ mayGetLink }) => mayGetLink) ? [] : [texts.say('list.links-of-hosts')]),
  ];
  return rendered(
    section(lead(answer, searched, texts), ...hints),
    ...answer.rows.flatMap((row) => recordingRow(row, texts)),
    ...(pages.length === 0 ? [] : [actions(...pages)]),
  );
}

function lead(list: RecordingsList, searched: readonly string[], texts: Texts): string {
  const { scope, rows, more, previous } = list;
  const [count, kind] = [rows.length, scope.kind];
  const filters = texts.list(searched);
  const told = searched.length === 0 ? [] : [texts.say('list.searched', { filters })];
  if (previous !== null) return [texts.say('list.further', { count }), ...told].join(' ');
  if (more) return [texts.say('list.some-of-more', { scope: kind, count }), ...told].join(' ');
  if (told.length > 0) return [texts.say('list.found', { count }), ...told].join(' ');
  return texts.say(count === 0 ? 'list.none' : 'list.some', { scope: kind, count });
}

/** What the list is narrowed down to, as it was understood. */
function filtersOf({ scope }: RecordingsList, texts: Texts): readonly string[] {
  if (scope.kind !== 'channel') return [];
  const { text, hostUserId, since }: RecordingsSearch = scope;
  return [
    ...(text === undefined
      ? []
      : [texts.say('list.filter-text', { text: unformatted(text, LIMITS.titleInShort) })]),
    ...(hostUserId === undefined ? [] : [texts.say('list.filter-host', { host: mention(hostUserId) })]),
    ...(since?.kind !== 'at'
      ? []
      : [texts.say('list.filter-since', { since: dateToken(since.at, 'day-and-time', texts) })]),
  ];
}

function pageButtons({ scope, previous, next }: RecordingsList, texts: Texts): readonly Button[] {
  const [back, on] = [texts.say('button.previous'), texts.say('button.next')];
  return [
    ...(previous === null
      ? []
      : [
          button(ACTIONS.previousPage, back, {
            value: encodePageValue({ scope, page: previous }),
            accessibility_label: texts.say('label.previous', { button: back }),
          }),
        ]),
    ...(next === null
      ? []
      : [
          button(ACTIONS.nextPage, on, {
            value: encodePageValue({ scope, page: next }),
            accessibility_label: texts.say('label.next', { button: on }),
          }),
        ]),
  ];
}
