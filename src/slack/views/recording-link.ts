import type { KnownBlock } from '@slack/types';
import type { Texts } from '../../locales/texts.ts';
import { ACTIONS } from '../ids.ts';
import { actions, button, section, smallPrint } from './blocks.ts';
import { dateToken } from './date-token.ts';
import { roomLabel } from './labels.ts';
import { cut, LIMITS } from './limits.ts';
import { bold, link } from './mrkdwn.ts';
import type { AnswerOf, Reader } from './reader.ts';
import { type Rendered, rendered } from './rendered.ts';

type RecordingLink = AnswerOf<'recording-link'>;

/** A fresh link for the one who asked, how long it works, and where the recording is stored. */
export function recordingLink(answer: RecordingLink, { texts }: Reader): Rendered {
  const { title, startedAt, url } = answer;
  const when = dateToken(startedAt, 'day-and-time', texts);
  const message = rendered(
    section(texts.say('link.lead', { title: bold(title), when })),
    download(answer, texts),
    section(validity(answer, texts)),
    smallPrint(facts(answer, texts)),
  );
  return url.length > LIMITS.buttonUrl ? withLinkInText(message, url, texts) : message;
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

/** For clients that show `text` instead of the blocks, as long as it still fits. */
function withLinkInText(message: Rendered, url: string, texts: Texts): Rendered {
  const text = `${message.text}\n${link(url, texts.say('button.download'))}`;
  return text.length > LIMITS.text ? message : { ...message, text };
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
