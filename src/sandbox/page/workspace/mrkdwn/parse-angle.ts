import type { MrkdwnNode } from './mrkdwn-node.ts';
import { unescapeEntities } from './unescape-entities.ts';

/** Schemes a message may link to: a `javascript:` link must never become clickable. */
const LINKABLE = /^(?:https?:\/\/|mailto:|tel:)/i;

/**
 * What stands between `<` and `>`: a mention, a broadcast, a date or a link.
 * Anything else is shown as it was written. Source: docs.slack.dev, "Formatting message text".
 */
export function parseAngle(body: string): MrkdwnNode {
  const bar = body.indexOf('|');
  const target = bar < 0 ? body : body.slice(0, bar);
  const label = bar < 0 ? undefined : unescapeEntities(body.slice(bar + 1));
  return (
    readMention(target, label) ??
    readSpecial(target, label) ??
    readLink(target, label) ?? { type: 'text', text: unescapeEntities(`<${body}>`) }
  );
}

function readMention(target: string, label: string | undefined): MrkdwnNode | undefined {
  const [, sigil, id] = /^([@#])([A-Z0-9]+)$/.exec(target) ?? [];
  if (id === undefined) return undefined;
  return { type: sigil === '@' ? 'user' : 'channel', id, label };
}

function readSpecial(target: string, label: string | undefined): MrkdwnNode | undefined {
  const [, broadcast] = /^!(here|channel|everyone)$/.exec(target) ?? [];
  if (broadcast !== undefined) return { type: 'broadcast', name: broadcast };
  const [, unixSeconds, format, url] = /^!date\^(-?\d+)\^([^^]+)(?:\^(.+))?$/.exec(target) ?? [];
  if (format !== undefined) {
    const date = {
      unixSeconds: Number(unixSeconds),
      format: unescapeEntities(format),
      fallback: label ?? '',
    };
    return { type: 'date', date, url: linkable(url) };
  }
  return target.startsWith('!') && label !== undefined ? { type: 'text', text: label } : undefined;
}

function readLink(target: string, label: string | undefined): MrkdwnNode | undefined {
  const url = linkable(target);
  return url === undefined ? undefined : { type: 'link', url, text: label || url.replace(/^mailto:/i, '') };
}

function linkable(escapedUrl: string | undefined): string | undefined {
  return escapedUrl !== undefined && LINKABLE.test(escapedUrl) ? unescapeEntities(escapedUrl) : undefined;
}
