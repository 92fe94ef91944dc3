import type { ReactNode } from 'react';
import { useConversation } from '../state/conversation-context.ts';
import { formatSlackDate } from './format-slack-date.ts';
import type { MrkdwnNode, SlackDate } from './mrkdwn-node.ts';
import { parseMrkdwn } from './parse-mrkdwn.ts';
import { readPermalink } from './read-permalink.ts';

/** A text in Slack's mrkdwn, drawn for the person who reads it. */
export function MrkdwnText({ text }: { text: string }): ReactNode {
  return (
    <span className="mrkdwn">
      <Nodes nodes={parseMrkdwn(text)} />
    </span>
  );
}

const TAGS = { bold: 'strong', italic: 'em', strike: 's', quote: 'blockquote' } as const;

function Nodes({ nodes }: { nodes: readonly MrkdwnNode[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a parsed text has no other names for its pieces
  return nodes.map((node, index) => <Node key={index} node={node} />);
}

function Node({ node }: { node: MrkdwnNode }): ReactNode {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return <code>{node.text}</code>;
    case 'pre':
      return <pre>{node.text}</pre>;
    case 'emoji':
      return (
        <span role="img" aria-label={node.name.replaceAll('_', ' ')}>
          {node.emoji}
        </span>
      );
    case 'link':
      return <TextLink url={node.url}>{node.text}</TextLink>;
    case 'broadcast':
      return <mark className="mention">@{node.name}</mark>;
    case 'user':
      return <UserMention id={node.id} label={node.label} />;
    case 'channel':
      return <ChannelMention id={node.id} label={node.label} />;
    case 'date':
      return <DateText date={node.date} url={node.url} />;
    default: {
      const Tag = TAGS[node.type];
      return (
        <Tag>
          <Nodes nodes={node.children} />
        </Tag>
      );
    }
  }
}

/** A link to a message of this workspace shows it here; any other opens a new tab. */
function TextLink({ url, children }: { url: string; children: ReactNode }): ReactNode {
  const { goTo } = useConversation();
  const permalink = readPermalink(url);
  if (permalink === undefined) {
    return (
      <a href={url} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    );
  }
  return (
    <a
      href={url}
      onClick={(event) => {
        event.preventDefault();
        goTo(permalink.channelId, permalink.messageTs);
      }}
    >
      {children}
    </a>
  );
}

function UserMention({ id, label }: { id: string; label: string | undefined }): ReactNode {
  const { view } = useConversation();
  const name = view.users.find((user) => user.id === id)?.name ?? label ?? id;
  return <span className={id === view.viewer.id ? 'mention is-me' : 'mention'}>@{name}</span>;
}

function ChannelMention({ id, label }: { id: string; label: string | undefined }): ReactNode {
  const { view, goTo } = useConversation();
  const channel = view.channels.find((each) => each.id === id);
  if (channel === undefined) return <span className="mention">#{label ?? 'private channel'}</span>;
  return (
    <button type="button" className="mention" onClick={() => goTo(id)}>
      #{channel.name}
    </button>
  );
}

function DateText({ date, url }: { date: SlackDate; url: string | undefined }): ReactNode {
  const { view } = useConversation();
  const text = formatSlackDate(date, view.viewer, Date.now());
  const exact = formatSlackDate({ ...date, format: '{date_long}, {time_secs}' }, view.viewer, Date.now());
  const time = <time title={exact}>{text}</time>;
  return url === undefined ? time : <TextLink url={url}>{time}</TextLink>;
}
