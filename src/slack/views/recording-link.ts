import type { KnownBlock } from '@slack/types';
import type { Texts } from '../../locales/texts.ts';
import { ACTIONS } from '../ids.ts';
import { actions, button, section, smallPrint } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { roomLabel } from './labels.ts';
import { cut, LIMITS } from './limits.ts';
import { bold } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';

type RecordingLink = AnswerOf<'recording-link'>;

/** A fresh link for the one who asked, how long it works, and where the recording is stored. */
export function recordingLink(answer: RecordingLink, { texts }: Reader): Rendered {
  const { title, startedAt } = answer;
  const when = dateToken(startedAt, 'day-and-time', texts);
  return rendered(
    section(texts.say('link.lead', { title: bold(title), when })),
    download(answer, texts),
    section(validity(answer, texts)),
    smallPrint(facts(answer, texts)),
  );
}

/** A link button; an address too long for a button, and for a section too, is a link in a paragraph. */
function download({ url, title }: RecordingLink, texts: Texts): KnownBlock {
  const label = texts.say('button.download');
  if (url.length <= LIMITS.buttonUrl) {
    const accessibility_label = roomLabel(label, title, texts);
    return actions(button(ACTIONS.download, label, { url, style: 'primary', accessibility_label }));
  }
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url, text: label }] }],
  };
}

function validity({ worksUntil }: RecordingLink, texts: Texts): string {
  if (worksUntil === null) return texts.say('link.works-a-while');
  return texts.say('link.works-until', { until: dateToken(worksUntil, 'time', texts) });
}

function facts({ recordingId, sessionId, storage }: RecordingLink, texts: Texts): string {
  return texts.say('link.facts', {
    recordingId: cut(recordingId, LIMITS.id),
    sessionId: cut(sessionId, LIMITS.id),
    place: storage.place,
    encryption: storage.encryption,
    according: storage.according,
  });
}
