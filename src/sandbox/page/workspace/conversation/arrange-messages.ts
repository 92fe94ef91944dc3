import type { ViewMessage } from '../../../protocol.ts';
import { formatSlackDate, type Reader } from '../mrkdwn/format-slack-date.ts';

export interface MessageRow {
  readonly message: ViewMessage;
  /** Same author shortly after: drawn without picture and name. */
  readonly compact: boolean;
  /** First of its day: `undefined` or the day's name. */
  readonly newDay: string | undefined;
  /** In the message's thread, oldest first. */
  readonly replies: readonly ViewMessage[];
}

const COMPACT_WITHIN_SECONDS = 300;

/** Orders a channel's messages as they are read: days, runs of one author, threads under the message they belong to. */
export function arrangeMessages(
  messages: readonly ViewMessage[],
  reader: Reader,
  now: number,
): readonly MessageRow[] {
  const known = new Set(messages.map((message) => message.ts));
  const isReply = ({ threadTs, ts }: ViewMessage): boolean =>
    threadTs !== undefined && threadTs !== ts && known.has(threadTs);
  const top = messages.filter((message) => !isReply(message));
  return top.map((message, index) => {
    const before = top[index - 1];
    const day = dayOf(message, reader, now);
    const newDay = before !== undefined && dayOf(before, reader, now) === day ? undefined : day;
    return {
      message,
      newDay,
      compact: newDay === undefined && before !== undefined && continues(before, message),
      replies: messages.filter((each) => each.threadTs === message.ts && isReply(each)),
    };
  });
}

function dayOf({ ts }: ViewMessage, reader: Reader, now: number): string {
  return formatSlackDate(
    { unixSeconds: Number(ts), format: '{day_divider_pretty}', fallback: '' },
    reader,
    now,
  );
}

function continues(before: ViewMessage, message: ViewMessage): boolean {
  return (
    before.userId === message.userId &&
    !before.ephemeral &&
    !message.ephemeral &&
    Number(message.ts) - Number(before.ts) < COMPACT_WITHIN_SECONDS
  );
}
