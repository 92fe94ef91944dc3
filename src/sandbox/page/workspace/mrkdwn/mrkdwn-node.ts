/** One piece of a parsed message. Texts are unescaped: exactly what the reader sees. */
export type MrkdwnNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: MrkdwnStyle; readonly children: readonly MrkdwnNode[] }
  | { readonly type: 'code' | 'pre'; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly text: string }
  | { readonly type: 'user' | 'channel'; readonly id: string; readonly label: string | undefined }
  /** `@here`, `@channel` or `@everyone`, without the `@`. */
  | { readonly type: 'broadcast'; readonly name: string }
  | { readonly type: 'date'; readonly date: SlackDate; readonly url: string | undefined }
  | { readonly type: 'emoji'; readonly name: string; readonly emoji: string };

export type MrkdwnStyle = 'bold' | 'italic' | 'strike' | 'quote';

/** `<!date^unixSeconds^format|fallback>` */
export interface SlackDate {
  readonly unixSeconds: number;
  /** Text with `{date_short}`-like tokens. */
  readonly format: string;
  readonly fallback: string;
}
