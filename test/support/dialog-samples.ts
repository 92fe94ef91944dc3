/** A dialog with the fields one needs to make a room. */
export function roomDialog(more: Readonly<Record<string, unknown>> = {}) {
  return {
    type: 'modal' as const,
    callback_id: 'room.create',
    private_metadata: '{"v":1}',
    title: plain('New room'),
    submit: plain('Make room'),
    close: plain('Cancel'),
    blocks: [
      input('title', 'Title', { type: 'plain_text_input', action_id: 'text', max_length: 100 }),
      {
        ...input('kind', 'Kind', {
          type: 'radio_buttons',
          action_id: 'choice',
          options: [option('Now', 'instant'), option('Until a date', 'long_term')],
          initial_option: option('Now', 'instant'),
        }),
        dispatch_action: true,
      },
      { ...input('until', 'Until', { type: 'datepicker', action_id: 'date' }), optional: true },
      input('channel', 'Channel', {
        type: 'conversations_select',
        action_id: 'where',
        default_to_current_conversation: true,
        response_url_enabled: true,
      }),
    ],
    ...more,
  };
}

export function plain(text: string) {
  return { type: 'plain_text' as const, text };
}

export function option(text: string, value: string) {
  return { text: plain(text), value };
}

export function input(block: string, label: string, element: Readonly<Record<string, unknown>>) {
  return { type: 'input', block_id: block, label: plain(label), element };
}

/** A Home tab with one button. */
export function homeView(text = 'Your rooms') {
  return {
    type: 'home' as const,
    callback_id: 'home',
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text } },
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'room.new', text: plain('New room'), value: '1' }],
      },
    ],
  };
}

/** What Slack knows of an app that uses everything. */
export const fullManifest = {
  homeTab: true,
  botEvents: ['app_home_opened', 'channel_archive', 'channel_rename', 'channel_left'],
  shortcuts: [
    { type: 'global', name: 'New meeting room', callbackId: 'room.new', description: 'Makes a video room' },
    { type: 'message', name: 'Start a room here', callbackId: 'room.here', description: 'In the thread' },
  ],
} as const;
