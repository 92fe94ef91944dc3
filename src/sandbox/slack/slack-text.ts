import type { WorkspaceState } from './workspace-state.ts';

/** Slack's escapes, in what people type as in what apps send. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Escaped text with `@Ada` and `#design` as mentions, `<@U0ADA|ada>` and `<#C0DESIGN|design>`. Unknown names stay as typed. */
export function withMentions(workspace: WorkspaceState, text: string): string {
  return escapeText(text).replace(/(?<![\w@#])([@#])([\w-]+)/g, (typed, sign: string, name: string) => {
    if (sign === '@') {
      const user = workspace.users.find(({ handle }) => handle === name.toLowerCase());
      return user ? `<@${user.id}|${user.handle}>` : typed;
    }
    const channel = [...workspace.channels.values()].find((it) => it.name === name.toLowerCase());
    return channel ? `<#${channel.id}|${channel.name}>` : typed;
  });
}
