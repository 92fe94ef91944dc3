import { setTimeout as delay } from 'node:timers/promises';
import type { Ledger, Posted } from './ledger.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

type Workspace = World['slack']['workspace'];
/** Something done in Slack, which says whether that went well. */
export type Act = () => Promise<{ readonly ok: boolean }>;
export type Values = Parameters<Workspace['submitView']>[1];

/** A button, or a menu and what is chosen in it. */
export interface Use {
  readonly action: string;
  readonly value?: string;
}

/** What people do, until it is done. Each throws when nothing comes of it. */
export interface People {
  /** Again whenever Slack says that it failed. Resolves to the number of tries. */
  insist(act: Act): Promise<number>;
  /** Uses a button of a message, as soon as that has it. One that is gone by the next try has been used. */
  press(user: string, on: Posted, use: Use): Promise<number>;
  /** Uses a button of a private message about that title, as soon as there is one, until an answer has taken its place. */
  pressPrivately(user: string, title: string, use: Use): Promise<number>;
  /** Uses it if there is one, once, whatever comes of it. */
  tryPrivately(user: string, title: string, action: string): Promise<void>;
  /** Uses a button of Home, until Home has another one in its place. */
  pressAtHome(user: string, action: string, then: string): Promise<void>;
  /** Has been told what came of every such request of theirs. */
  answered(user: string, step: string): Promise<void>;
  /** Does what opens a dialog, until it is there. */
  openDialog(user: string, open: Act): Promise<Readonly<Record<string, unknown>>>;
  submit(user: string, values: Values): Promise<void>;
}

/** Until a person tries again what Slack told them had failed. */
const AGAIN_MS = 600;

export function createPeople({ slack }: Pick<World, 'slack'>, ledger: Ledger): People {
  const { workspace } = slack;
  const isOn = (message: unknown, text: string) => JSON.stringify(message).includes(text);
  const privately = (user: string, title: string, action: string) =>
    workspace.ephemerals(user).find((it) => isOn(it, `"${action}"`) && isOn(it, `*${title}*`));

  const insist = async (act: Act): Promise<number> => {
    for (let tries = 1; ; tries++) {
      if ((await act()).ok) return tries;
      await delay(AGAIN_MS, undefined, { ref: false });
    }
  };

  return {
    insist,
    async press(user, on, use) {
      const { channel, ts } = await until(`${use.action} on ${on.key}`, () => {
        // One that was posted again is kept up to date in its newest copy.
        const newest = ledger.postOf(on.key) ?? on;
        const message = workspace.messages(newest.channel).find((it) => it['ts'] === newest.ts);
        return isOn(message ?? {}, `"${use.action}"`) ? newest : undefined;
      });
      return insist(() =>
        workspace.action({ user, channel, message_ts: ts, ...use }).catch(() => ({ ok: true })),
      );
    },
    async pressPrivately(user, title, use) {
      const message = await until(`${use.action} of ${title}`, () => privately(user, title, use.action));
      const { channel, ts } = message as { channel: string; ts: string };
      const click = { user, channel, message_ts: ts, ...use };
      const tries = await insist(() => workspace.action(click).catch(() => ({ ok: true })));
      const stands = () =>
        workspace.ephemerals(user).some((it) => it['ts'] === ts && isOn(it, `"${use.action}"`));
      await until(`what came of ${use.action} of ${title}`, () => !stands() || undefined);
      return tries;
    },
    async tryPrivately(user, title, action) {
      const message = privately(user, title, action);
      if (message === undefined) return;
      const click = { user, channel: String(message['channel']), message_ts: String(message['ts']), action };
      await insist(() => workspace.action(click).catch(() => ({ ok: true })));
    },
    async pressAtHome(user, action, then) {
      const shows = (button: string) => () => isOn(workspace.home(user) ?? {}, `"${button}"`) || undefined;
      await until(`${action} in the Home of ${user}`, shows(action));
      const click = { user, view: 'home', action };
      await insist(() => workspace.viewAction(click).catch(() => ({ ok: true })));
      await until(`${then} in the Home of ${user}`, shows(then));
    },
    async answered(user, step) {
      const requests = () => [...ledger.promised].filter(([, it]) => it.user === user && it.step === step);
      const isTold = () => requests().length > 0 && requests().every(([path]) => ledger.answers.has(path));
      await until(`the answer to ${step} of ${user}`, () => isTold() || undefined);
    },
    async openDialog(user, open) {
      return until(`a dialog of ${user}`, async () => {
        if (workspace.views(user).length === 0) await open();
        const dialog = workspace.views(user).at(-1);
        if (dialog === undefined) await delay(AGAIN_MS, undefined, { ref: false });
        return dialog;
      });
    },
    submit: async (user, values) => void (await insist(() => workspace.submitView(user, values))),
  };
}
