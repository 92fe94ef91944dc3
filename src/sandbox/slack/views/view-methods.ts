import { z } from 'zod';
import { type ApiMethod, readArguments } from '../api-method.ts';
import { SlackError } from '../slack-error.ts';
import { readView } from './read-view.ts';
import { wireView } from './wire-view.ts';

const view = {
  view: z.unknown().refine((it) => it !== undefined, { error: 'missing required field: view' }),
};
const openArguments = z.object({ trigger_id: z.string().optional(), ...view });
const updateArguments = z.object({
  view_id: z.string().optional(),
  external_id: z.string().optional(),
  hash: z.string().optional(),
  ...view,
});
const publishArguments = z.object({ user_id: z.string(), hash: z.string().optional(), ...view });

const open: ApiMethod = {
  scope: null,
  run(given, { views, triggerIds }) {
    const args = readArguments(openArguments, given);
    const content = readView(args.view, 'modal');
    const act = triggerIds.redeem(args.trigger_id ?? '');
    return { view: wireView(views.open(act, content)) };
  },
};

const push: ApiMethod = {
  scope: null,
  run(given, { views, triggerIds }) {
    const args = readArguments(openArguments, given);
    const content = readView(args.view, 'modal');
    const act = triggerIds.redeem(args.trigger_id ?? '');
    // Undocumented: Slack only says that the trigger must come from a dialog.
    if (!act.inDialog) throw new SlackError('invalid_trigger_id');
    return { view: wireView(views.push(act, content)) };
  },
};

const update: ApiMethod = {
  scope: null,
  run(given, { views }) {
    const args = readArguments(updateArguments, given);
    const content = readView(args.view, 'modal');
    const found = views.find(({ id, content: { external_id, type } }) => {
      const meant = args.view_id === undefined ? external_id === args.external_id : id === args.view_id;
      return type === 'modal' && meant;
    });
    if (!found) throw new SlackError('not_found');
    views.update(found, content, args.hash);
    return { view: wireView(found) };
  },
};

const publish: ApiMethod = {
  scope: null,
  run(given, { views, workspace, manifest }) {
    const args = readArguments(publishArguments, given);
    const content = readView(args.view, 'home');
    if (!manifest.homeTab) throw new SlackError('not_enabled');
    const user = workspace.user(args.user_id);
    if (!user || user.role === 'app') {
      throw new SlackError('invalid_arguments', {
        reasons: ['failed to match all allowed schemas [json-pointer:/user_id]'],
      });
    }
    return { view: wireView(views.publish(user.id, content, args.hash)) };
  },
};

/** Throw, besides what {@link readView} throws, the errors named in each and in `Views` and `TriggerIds`. */
export const viewMethods = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
} satisfies Record<string, ApiMethod>;
