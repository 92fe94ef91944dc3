import { WebAPIPlatformError } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import {
  ChannelGoneError,
  MessageGoneError,
  PersonGoneError,
  ThreadGoneError,
  UpstreamRejectedError,
  UpstreamUnavailableError,
} from '../../src/errors.ts';
import { fromSlack } from '../../src/slack/slack-errors.ts';

const said = (error: string) => fromSlack(new WebAPIPlatformError({ ok: false, error }));

describe("what Slack's codes mean to us", () => {
  test.each([
    ['is_archived', 'archived'],
    ['is_inactive', 'archived'],
    ['channel_not_found', 'unseen'],
    ['not_in_channel', 'unseen'],
    ['restricted_action', 'restricted'],
    ['restricted_action_read_only_channel', 'restricted'],
  ])('%s: the channel is shut, %s', (code, trouble) => {
    expect(said(code)).toMatchObject({ constructor: ChannelGoneError, code, trouble, retryable: false });
  });

  test.each([
    ['message_not_found', MessageGoneError],
    ['edit_window_closed', MessageGoneError],
    ['thread_not_found', ThreadGoneError],
    ['restricted_action_non_threadable_channel', ThreadGoneError],
    ['user_disabled', PersonGoneError],
    ['cannot_dm_bot', PersonGoneError],
  ])('%s: nothing to try again', (code, kind) => {
    expect(said(code)).toMatchObject({ constructor: kind, code, retryable: false });
  });

  test.each(['internal_error', 'update_failed', 'team_added_to_org'])('%s: passes by itself', (code) => {
    expect(said(code)).toMatchObject({
      constructor: UpstreamUnavailableError,
      code: 'slack_error',
      retryable: true,
    });
  });

  test.each(['account_inactive', 'invalid_blocks', 'something_new'])('%s: an operator’s matter', (code) => {
    expect(said(code)).toMatchObject({
      constructor: UpstreamRejectedError,
      code: `slack_${code}`,
      retryable: false,
    });
  });
});
