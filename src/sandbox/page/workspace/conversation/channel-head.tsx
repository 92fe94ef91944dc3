import type { ReactNode } from 'react';
import type { ViewChannel } from '../../../protocol.ts';
import { ChannelMark } from './channel-mark.tsx';

/** The channel's name above its messages, and what one should know before typing a command in it. */
export function ChannelHead({ channel }: { channel: ViewChannel }): ReactNode {
  const notes = [
    channel.kind === 'private' && 'private',
    channel.shared && 'shared with another workspace',
    channel.archived && 'archived',
    channel.kind === 'private' && !channel.botIsMember && 'Roomtone is not a member',
  ].filter(Boolean);
  return (
    <header className="column-head">
      <h1>
        <ChannelMark kind={channel.kind} />
        {channel.name}
      </h1>
      <span className="column-notes">{notes.join(' · ')}</span>
    </header>
  );
}
