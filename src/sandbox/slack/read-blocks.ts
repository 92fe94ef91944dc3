import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { blocksSchema, type viewBlocksSchema } from './block-schema.ts';
import type { Block } from './message.ts';
import { SlackError } from './slack-error.ts';

/** Elements that nobody can use. */
const NAMELESS: ReadonlySet<string> = new Set(['image', 'plain_text', 'mrkdwn', 'rich_text_section']);

type Issue = z.core.$ZodIssue;

/**
 * Reads the `blocks` of a message and names those that have no id, and their buttons too, as Slack does.
 * Throws SlackError `invalid_blocks` with a reason for each fault, `invalid_blocks_format` when it is no list.
 */
export function readBlocks(value: unknown): readonly Block[] {
  if (!Array.isArray(value)) throw new SlackError('invalid_blocks_format');
  const parsed = blocksSchema.safeParse(value);
  if (!parsed.success) {
    throw new SlackError('invalid_blocks', { reasons: reasonsOf(parsed.error, value, '/blocks') });
  }
  return parsed.data.map(withIds);
}

/** The block, and what can be used in it, under a name: Slack makes one up where the app gave none. */
export function withIds(
  block: z.infer<typeof blocksSchema>[number] | z.infer<typeof viewBlocksSchema>[number],
): Block {
  return {
    ...block,
    ...('elements' in block && { elements: block.elements.map(withActionId) }),
    ...('accessory' in block && block.accessory && { accessory: withActionId(block.accessory) }),
    ...('element' in block && { element: withActionId(block.element) }),
    block_id: block.block_id ?? newId(),
  };
}

/**
 * What is wrong, in Slack's words.
 * @param value what was parsed
 * @param at JSON pointer of `value` in the request, '' for the request itself
 */
export function reasonsOf(error: z.ZodError, value: unknown, at: string): readonly string[] {
  return error.issues.flatMap((issue) => {
    const path = isMissing(issue, value) ? issue.path.slice(0, -1) : issue.path;
    const pointer = [at, ...path.map(String)].join('/');
    return wordings(issue, value).map((wording) => `${wording} [json-pointer:${pointer}]`);
  });
}

function wordings(issue: Issue, value: unknown): readonly string[] {
  if (isMissing(issue, value)) return [`missing required field: ${String(issue.path.at(-1))}`];
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? [`must be less than ${Number(issue.maximum) + 1} characters`]
        : [`no more than ${issue.maximum} items allowed`];
    case 'too_small':
      return issue.origin === 'string'
        ? [`must be more than ${Number(issue.minimum) - 1} characters`]
        : [`no fewer than ${issue.minimum} items allowed`];
    case 'invalid_type':
      return [`must provide ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`];
    case 'invalid_union':
      return [`unsupported type: ${String(valueAt(value, issue.path))}`];
    case 'invalid_value':
      return ['must be a valid enum value'];
    case 'unrecognized_keys':
      return issue.keys.map((key) => `invalid additional property: ${key}`);
    default:
      return [issue.message];
  }
}

function isMissing(issue: Issue, value: unknown): boolean {
  return issue.code !== 'custom' && issue.path.length > 0 && valueAt(value, issue.path) === undefined;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function withActionId<T extends { readonly type: string }>(element: T): T {
  return NAMELESS.has(element.type) ? element : { action_id: newId(), ...element };
}

const newId = () => randomBytes(4).toString('base64url').slice(0, 5);
