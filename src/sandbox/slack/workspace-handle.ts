import { actOnMessage, type MessageAct } from './act-on-message.ts';
import { findChannel } from './find-by-name.ts';
import type { ActResult, Desk } from './interaction.ts';
import { type HomeVisit, openHome } from './open-home.ts';
import type { RateLimits } from './rate-limits.ts';
import * as reading from './reading.ts';
import { runCommand, type TypedCommand } from './run-command.ts';
import {
  type GlobalShortcutUse,
  type MessageShortcutUse,
  runGlobalShortcut,
  runMessageShortcut,
} from './run-shortcut.ts';
import { type SentText, say } from './say.ts';
import * as upkeep from './upkeep.ts';
import { actInView, type ViewAct } from './views/act-in-view.ts';
import type { SubmissionResult } from './views/answer-submission.ts';
import { type Closing, closeView } from './views/close-view.ts';
import type { Values } from './views/fill-in.ts';
import { submitView } from './views/submit-view.ts';

type Wire = Readonly<Record<string, unknown>>;

/**
 * The workspace, for code in the same process. People and channels by id or name; all throw Refusal for unknown ones.
 * What people do resolves once the app has answered; messages and views are in Slack's JSON.
 */
export interface Workspace {
  command(typed: TypedCommand): Promise<ActResult>;
  message(sent: SentText): Promise<ActResult>;
  /** Uses a button or menu of a message. */
  action(act: MessageAct): Promise<ActResult>;
  /** Uses a button or menu of the Home tab (`view: 'home'`) or of an open dialog (its id). */
  viewAction(act: ViewAct): Promise<ActResult>;
  /** Chooses a global shortcut, by callback id or name. */
  shortcut(use: GlobalShortcutUse): Promise<ActResult>;
  /** Chooses a shortcut from a message's menu. */
  messageShortcut(use: MessageShortcutUse): Promise<ActResult>;
  /**
   * Fills in the dialog in front of a person and submits it.
   * @param values by label, action id or block id; options by their value or words. Others stay as they are.
   */
  submitView(user: string, values?: Values): Promise<SubmissionResult>;
  /** Closes the dialog in front of a person, as Cancel, Escape and × do. */
  closeView(closing: Closing): Promise<ActResult>;
  /** Opens the app's Home tab, or its Messages tab. */
  openHome(user: string, tab?: HomeVisit['tab']): Promise<ActResult>;

  /** Replies included, oldest first; one that has replies says so: `reply_count`, `latest_reply`. */
  messages(channel: string): readonly Wire[];
  /** A message and its replies, oldest first. Empty when there is no such message. */
  thread(channel: string, ts: string): readonly Wire[];
  /** What only that person sees, oldest first. */
  ephemerals(user: string): readonly Wire[];
  /** Messages between a person and the app, oldest first. */
  directMessages(user: string): readonly Wire[];
  /** Open dialogs of a person, the one in front last. */
  views(user: string): readonly Wire[];
  /** The dialog in front of a person. Throws Refusal when none is open. */
  openDialog(user: string): Wire;
  /** What the app has published in a person's Home tab; undefined: nothing yet. */
  home(user: string): Wire | undefined;

  archive(channel: string): Promise<void>;
  unarchive(channel: string): Promise<void>;
  rename(channel: string, name: string): Promise<void>;
  makePrivate(channel: string): void;
  /** With all its messages. */
  deleteChannel(channel: string): Promise<void>;
  /** @param user a person, or `@Roomtone`: the app */
  join(channel: string, user: string): void;
  /** @param user a person, or `@Roomtone`: the app */
  leave(channel: string, user: string): Promise<void>;
  /** Somebody who may do so deletes a message of anybody's. */
  deleteMessage(channel: string, ts: string): void;
  /** Somebody closes a message that only they see. */
  dismiss(user: string, ts: string): void;
  /** Switches a person's account off. */
  deactivate(user: string): void;
  /** Changes a person's language, time zone or role. */
  changePerson(user: string, change: upkeep.PersonChangeRequest): void;

  /** Sends again the events that are due by now. Happens by itself once a second. */
  retryEvents(): Promise<void>;
  /** From now on messages, or those of one channel, are that much older (negative) or newer. */
  setClockOffset(offsetMs: number, channel?: string): void;
  setRateLimits(mode: 'real' | 'off'): void;
}

export function workspaceHandle(desk: Desk, rateLimits: RateLimits): Workspace {
  const { workspace } = desk;
  return {
    command: (typed) => runCommand(desk, typed),
    message: (sent) => say(desk, sent),
    action: (act) => actOnMessage(desk, act),
    viewAction: (act) => actInView(desk, act),
    shortcut: (use) => runGlobalShortcut(desk, use),
    messageShortcut: (use) => runMessageShortcut(desk, use),
    submitView: (user, values) => submitView(desk, { user, values }),
    closeView: (closing) => closeView(desk, closing),
    openHome: (user, tab) => openHome(desk, { user, tab }),

    messages: (channel) => reading.messagesIn(workspace, channel),
    thread: (channel, ts) => reading.threadIn(workspace, channel, ts),
    ephemerals: (user) => reading.ephemeralsOf(workspace, user),
    directMessages: (user) => reading.directMessagesOf(workspace, user),
    views: (user) => reading.viewsOf(desk, user),
    openDialog: (user) => reading.openDialogOf(desk, user),
    home: (user) => reading.homeOf(desk, user),

    archive: (channel) => upkeep.archive(desk, channel),
    unarchive: (channel) => upkeep.archive(desk, channel, false),
    rename: (channel, name) => upkeep.rename(desk, channel, name),
    makePrivate: (channel) => upkeep.makePrivate(desk, channel),
    deleteChannel: (channel) => upkeep.deleteChannel(desk, channel),
    join: (channel, user) => upkeep.join(desk, channel, user),
    leave: (channel, user) => upkeep.leave(desk, channel, user),
    deleteMessage: (channel, ts) => upkeep.deleteMessage(desk, channel, ts),
    dismiss: (user, ts) => upkeep.dismiss(desk, user, ts),
    deactivate: (user) => upkeep.deactivate(desk, user),
    changePerson: (user, change) => upkeep.changePerson(desk, user, change),

    retryEvents: () => desk.events.retry(),
    setClockOffset: (offsetMs, channel) =>
      workspace.clock.setOffset(offsetMs, channel && findChannel(workspace, channel).id),
    setRateLimits: (mode) => rateLimits.setMode(mode),
  };
}
