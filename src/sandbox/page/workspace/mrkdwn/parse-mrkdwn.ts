import { EMOJI } from './emoji.ts';
import type { MrkdwnNode, MrkdwnStyle } from './mrkdwn-node.ts';
import { parseAngle } from './parse-angle.ts';
import { unescapeEntities } from './unescape-entities.ts';

const STYLES: Readonly<Record<string, MrkdwnStyle>> = { '*': 'bold', _: 'italic', '~': 'strike' };

/**
 * Stands for one already parsed piece while styles are looked for, so that a `*` or `_` inside a link or code is left
 * alone. (Unicode's "object replacement character"; one that was typed is a piece of its own.)
 */
const HOLE = '\uFFFC';

const names = [...EMOJI.keys()].map((name) => name.replace('+', '\\+')).join('|');
/** A bare link ends before an escaped `<` or `>` and before the punctuation of the sentence it stands in. */
const BARE_LINK = 'https?://(?:&amp;|&(?!amp;|lt;|gt;)|[^\\s<>|`&])*(?:&amp;|[^\\s<>|`&.,;:!?\'")\\]*_~])';
/** `<…>`, `` `code` ``, `:emoji:`, a bare link, a typed hole. */
const PIECE = new RegExp(`<([^<>\\n]+)>|\`([^\`\\n]+)\`|:(${names}):|(${BARE_LINK})|${HOLE}`, 'g');
/** A style's marks hug their text and do not touch other letters: `2*3*4` and `snake_case_name` stay as they are. */
const STYLED = /(?<![\p{L}\p{N}])([*_~])(?!\1)(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}])/gu;

/**
 * Reads Slack's mrkdwn, as it stands in a message's `text` or in a `mrkdwn` text object. Never throws; what is no markup
 * stays as it is. Source: docs.slack.dev, "Formatting message text".
 */
export function parseMrkdwn(text: string): readonly MrkdwnNode[] {
  const parts = text.split(/```([\s\S]+?)```/);
  return parts.flatMap((part, index): readonly MrkdwnNode[] =>
    index % 2 === 1
      ? [{ type: 'pre', text: unescapeEntities(part.replace(/^\n|\n$/g, '')) }]
      : parseParagraphs(part, index > 0),
  );
}

/** Emoji shortcodes only: what Slack does with a `plain_text` object. */
export function parsePlainText(text: string): string {
  return text.replace(new RegExp(`:(${names}):`, 'g'), (whole, name: string) => EMOJI.get(name) ?? whole);
}

/** Neighbouring lines that begin with `>` are one quote. A quote or a code block ends its own line. */
function parseParagraphs(text: string, afterCode: boolean): readonly MrkdwnNode[] {
  const lines = (afterCode ? text.replace(/^\n/, '') : text).split('\n');
  const nodes: MrkdwnNode[] = [];
  for (let at = 0; at < lines.length; ) {
    const isQuote = quoted(lines[at]) !== undefined;
    const end = endOfRun(lines, at, isQuote);
    const run = lines.slice(at, end).map((line) => quoted(line) ?? line);
    const inline = parseInline(run.join('\n'));
    nodes.push(...(isQuote ? [{ type: 'quote' as const, children: inline }] : inline));
    at = end;
  }
  return nodes;
}

function endOfRun(lines: readonly string[], start: number, isQuote: boolean): number {
  const next = lines.findIndex((line, index) => index > start && (quoted(line) !== undefined) !== isQuote);
  return next < 0 ? lines.length : next;
}

function quoted(line: string | undefined): string | undefined {
  return /^(?:&gt;|>) ?(.*)$/.exec(line ?? '')?.[1];
}

function parseInline(text: string): readonly MrkdwnNode[] {
  const pieces: MrkdwnNode[] = [];
  const withHoles = text.replace(
    PIECE,
    (whole, angle?: string, code?: string, emoji?: string, url?: string) => {
      pieces.push(readPiece(whole, { angle, code, emoji, url }));
      return HOLE;
    },
  );
  return parseStyles(withHoles, pieces);
}

function readPiece(
  whole: string,
  found: Readonly<Record<'angle' | 'code' | 'emoji' | 'url', string | undefined>>,
): MrkdwnNode {
  if (found.angle !== undefined) return parseAngle(found.angle);
  if (found.code !== undefined) return { type: 'code', text: unescapeEntities(found.code) };
  if (found.emoji !== undefined) {
    return { type: 'emoji', name: found.emoji, emoji: EMOJI.get(found.emoji) ?? whole };
  }
  if (found.url === undefined) return { type: 'text', text: whole };
  const url = unescapeEntities(found.url);
  return { type: 'link', url, text: url };
}

/** @param pieces in the order of their holes; taken from the front. */
function parseStyles(text: string, pieces: MrkdwnNode[]): readonly MrkdwnNode[] {
  const nodes: MrkdwnNode[] = [];
  let at = 0;
  for (const match of text.matchAll(STYLED)) {
    const [whole, mark = '', content = ''] = match;
    nodes.push(...fillHoles(text.slice(at, match.index), pieces));
    nodes.push({ type: STYLES[mark] ?? 'bold', children: parseStyles(content, pieces) });
    at = match.index + whole.length;
  }
  return [...nodes, ...fillHoles(text.slice(at), pieces)];
}

function fillHoles(text: string, pieces: MrkdwnNode[]): readonly MrkdwnNode[] {
  return text.split(HOLE).flatMap((between, index) => {
    const piece = index > 0 ? pieces.shift() : undefined;
    const words: MrkdwnNode[] = between === '' ? [] : [{ type: 'text', text: unescapeEntities(between) }];
    return piece === undefined ? words : [piece, ...words];
  });
}
