import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** A shortcut as the app's manifest registers it. */
export interface Shortcut {
  readonly type: 'global' | 'message';
  readonly name: string;
  readonly callbackId: string;
  readonly description: string;
}

/** What Slack knows of the app from its manifest, besides its commands and scopes. */
export interface AppManifest {
  readonly shortcuts: readonly Shortcut[];
  /** Events it is subscribed to. */
  readonly botEvents: readonly string[];
  /** Whether it has a Home tab. */
  readonly homeTab: boolean;
}

const MANIFEST = new URL('../../../manifest.yml', import.meta.url);

const shortcutSchema = z.object({
  type: z.enum(['global', 'message']),
  name: z.string(),
  callback_id: z.string(),
  description: z.string(),
});

const manifestSchema = z.object({
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.boolean() }),
    shortcuts: z.array(shortcutSchema).default([]),
  }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});

/** Reads the app's own `manifest.yml`. Throws when that cannot be read. */
export function readManifest(): AppManifest {
  const { features, settings } = manifestSchema.parse(parse(readFileSync(MANIFEST, 'utf8')));
  return {
    shortcuts: features.shortcuts.map(({ callback_id: callbackId, ...rest }) => ({ ...rest, callbackId })),
    botEvents: settings.event_subscriptions.bot_events,
    homeTab: features.app_home.home_tab_enabled,
  };
}
