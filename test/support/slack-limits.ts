import type { ActionsBlock, Button, InputBlock, KnownBlock, ModalView, Option } from '@slack/types';

/** What any of our views returns. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** Longest `text` and texts of all blocks together that Slack is known to take without `msg_blocks_too_long`. */
const ALL_TEXTS_MAX = 11_000;

/**
 * What Slack would refuse, or a phone would not show, each as a short sentence; empty for a good message.
 * Source: docs.slack.dev, Block Kit reference, looked up November 2026.
 */
export function slackProblems(message: SlackMessage): readonly string[] {
  const { text, blocks } = message;
  const first = blocks[0];
  const blockIds = blocks.flatMap((block) => block.block_id ?? []);
  return [
    ...tooLong('text', text, 4000),
    ...when(text.trim() === '', 'text is empty'),
    ...when(blocks.length === 0, 'no blocks'),
    ...when(blocks.length > 50, 'more than 50 blocks'),
    ...when(new Set(blockIds).size < blockIds.length, 'block ids repeat'),
    ...when(
      first?.type !== 'section' || !first.text || !text.startsWith(first.text.text),
      'text does not start with the first block',
    ),
    ...when(/[\p{L}\p{N}]$/u.test(sectionText(first)), 'the first block is not a whole sentence'),
    ...when(JSON.stringify(blocks.map(textsOf)).length > ALL_TEXTS_MAX, 'too much text in all'),
    ...blocks.flatMap(blockProblems),
  ];
}

/**
 * The same for a dialog. Source: docs.slack.dev, "View object", "Input block" and the pages of the elements, looked up
 * November 2026.
 */
export function dialogProblems(view: ModalView): readonly string[] {
  const blocks = view.blocks as readonly KnownBlock[];
  const blockIds = blocks.flatMap((block) => block.block_id ?? []);
  return [
    ...filled('title', view.title.text, 24),
    ...filled('submit', view.submit?.text ?? '', 24),
    ...filled('close', view.close?.text ?? '', 24),
    ...filled('callback_id', view.callback_id ?? '', 255),
    ...tooLong('private_metadata', view.private_metadata ?? '', 3000),
    ...when(blocks.length === 0 || blocks.length > 100, 'not 1 to 100 blocks'),
    ...when(new Set(blockIds).size < blockIds.length, 'block ids repeat'),
    ...blocks.flatMap((block) => (block.type === 'input' ? inputProblems(block) : blockProblems(block))),
  ];
}

function inputProblems({ block_id: id = '', label, hint, element }: InputBlock): readonly string[] {
  const { options = [], action_id: action = '' } = element as { options?: Option[]; action_id?: string };
  const values = options.map(({ value }) => value);
  return [
    ...filled('block_id', id, 255),
    ...filled('action_id', action, 255),
    ...filled('label', label.text, 2000),
    ...(hint === undefined ? [] : filled('hint', hint.text, 2000)),
    ...when('options' in element && (options.length < 1 || options.length > 10), 'not 1 to 10 options'),
    ...when(new Set(values).size < values.length, 'values of options repeat'),
    ...options.flatMap(({ text, value = '' }) => [
      ...filled('option', text.text, 75),
      ...filled('value of an option', value, 150),
    ]),
  ];
}

/** The same for a page in App Home, which has more room and no text of its own. */
export function homeProblems(blocks: readonly KnownBlock[]): readonly string[] {
  return [
    ...when(blocks.length === 0, 'no blocks'),
    ...when(blocks.length > 100, 'more than 100 blocks'),
    ...blocks.flatMap((block) =>
      block.type === 'header' ? filled('header', block.text.text, 150) : blockProblems(block),
    ),
  ];
}

/** Every button of a message or page, in order. */
export function buttonsOf({
  blocks,
}: Pick<SlackMessage, 'blocks'> & Partial<SlackMessage>): readonly Button[] {
  return blocks.flatMap((block) => (block.type === 'actions' ? buttonsIn(block) : []));
}

/** Every text of a message that Slack reads as mrkdwn. */
export function mrkdwnOf({ text, blocks }: SlackMessage): readonly string[] {
  return [text, ...blocks.map(sectionText)];
}

function buttonsIn(block: ActionsBlock): readonly Button[] {
  return block.elements.filter((element) => element.type === 'button');
}

function sectionText(block: KnownBlock | undefined): string {
  return block?.type === 'section' ? (block.text?.text ?? '') : '';
}

function blockProblems(block: KnownBlock): readonly string[] {
  switch (block.type) {
    case 'section':
      return filled('section', sectionText(block), 3000);
    case 'divider':
      return [];
    case 'header':
      return filled('header', block.text.text, 150);
    case 'context':
      return [
        ...when(block.elements.length < 1 || block.elements.length > 10, 'context has not 1 to 10 elements'),
        ...block.elements.flatMap((it) => ('text' in it ? filled('context', it.text, 2000) : [])),
      ];
    case 'actions':
      return actionsProblems(block);
    case 'rich_text':
      return [];
    default:
      return [`${block.type} is no block of ours`];
  }
}

function actionsProblems(block: ActionsBlock): readonly string[] {
  const ids = block.elements.map((element) => element.action_id);
  return [
    ...when(ids.length < 1 || ids.length > 25, 'actions has not 1 to 25 elements'),
    ...when(new Set(ids).size < ids.length, 'action ids repeat in one block'),
    ...block.elements.flatMap(elementProblems),
    ...buttonsIn(block).flatMap(buttonProblems),
  ];
}

function elementProblems(element: ActionsBlock['elements'][number]): readonly string[] {
  if (element.type === 'button') return [];
  if (element.type !== 'users_select') return [`${element.type} is no element of ours`];
  return filled('placeholder', element.placeholder?.text ?? '', 150);
}

function buttonProblems(button: Button): readonly string[] {
  const { confirm } = button;
  return [
    ...filled('button', button.text.text, 75),
    ...filled('action_id', button.action_id ?? '', 255),
    ...(button.value === undefined ? [] : filled('value', button.value, 2000)),
    ...(button.url === undefined ? [] : filled('url', button.url, 3000)),
    ...(button.accessibility_label === undefined
      ? []
      : filled('accessibility_label', button.accessibility_label, 75)),
    ...(confirm === undefined
      ? []
      : [
          ...filled('confirm title', confirm.title?.text ?? '', 100),
          ...filled('confirm text', confirm.text.text, 300),
          ...filled('confirm button', confirm.confirm?.text ?? '', 30),
          ...filled('deny button', confirm.deny?.text ?? '', 30),
          ...when(confirm.text.type !== 'plain_text', 'confirm text is not plain'),
        ]),
  ];
}

function textsOf(block: KnownBlock): readonly string[] {
  if (block.type !== 'actions') return [sectionText(block)];
  return buttonsIn(block).flatMap((button) => [
    button.text.text,
    button.accessibility_label ?? '',
    button.confirm?.text.text ?? '',
  ]);
}

function filled(what: string, text: string, max: number): readonly string[] {
  return [...when(text.trim() === '', `${what} is empty`), ...tooLong(what, text, max)];
}

function tooLong(what: string, text: string, max: number): readonly string[] {
  return when(text.length > max, `${what} has ${text.length} characters, not ${max}`);
}

function when(isSo: boolean, problem: string): readonly string[] {
  return isSo ? [problem] : [];
}
