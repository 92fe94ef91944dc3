import { z } from 'zod';
import { findActor } from './find-by-name.ts';
import type { ActResult, Desk } from './interaction.ts';
import { Refusal } from './refusal.ts';
import { wireView } from './views/wire-view.ts';

/** Somebody opens the app's page in Slack, at one of its tabs. */
export const homeVisitSchema = z.object({
  user: z.string(),
  tab: z.enum(['home', 'messages']).default('home'),
});
export type HomeVisit = z.input<typeof homeVisitSchema>;

/** Tells the app with `app_home_opened`, if it is subscribed to that. Throws Refusal when the person is unknown. */
export async function openHome(desk: Desk, given: HomeVisit): Promise<ActResult> {
  const { user: named, tab } = homeVisitSchema.parse(given);
  const user = findActor(desk.workspace, named);
  if (user.teamId !== undefined) throw new Refusal(403, `${user.name} is of another workspace`);
  const channel = desk.workspace.openAppChannel(user.id);
  const view = desk.views.home(user.id);
  const answer = await desk.events.emit({
    type: 'app_home_opened',
    user: user.id,
    channel: channel.id,
    tab,
    event_ts: desk.workspace.clock.next(channel.id),
    ...(view && tab === 'home' && { view: wireView(view) }),
  });
  return { ok: !answer?.failure, status: answer?.status ?? 200 };
}
