import { randomBytes } from 'node:crypto';
import { SlackError } from '../slack-error.ts';
import type { Triggered } from '../trigger-ids.ts';
import type { View, ViewContent } from './view.ts';

const DEEPEST = 3;

/** The dialogs people have open, and their Home tabs. */
export class Views {
  readonly #stacks = new Map<string, readonly View[]>();
  readonly #homes = new Map<string, View>();
  readonly #now: () => number;
  readonly #onChange: () => void;

  /** @param now epoch milliseconds */
  constructor(now: () => number, onChange: () => void) {
    this.#now = now;
    this.#onChange = onChange;
  }

  /** Open dialogs of a person, the one in front last. */
  stack(userId: string): readonly View[] {
    return this.#stacks.get(userId) ?? [];
  }

  /** What the app last published for that person. */
  home(userId: string): View | undefined {
    return this.#homes.get(userId);
  }

  find(is: (view: View) => boolean): View | undefined {
    return [...[...this.#stacks.values()].flat(), ...this.#homes.values()].find(is);
  }

  /** A new dialog in front. Throws SlackError `push_limit_reached`, `duplicate_external_id`. */
  open({ userId, channelId }: Triggered, content: ViewContent): View {
    return this.#stackUp({ userId, channelId }, content, undefined);
  }

  /** A new dialog on top of the one in front. Throws SlackError `push_limit_reached`, `duplicate_external_id`. */
  push({ userId, channelId }: Triggered, content: ViewContent): View {
    return this.#stackUp({ userId, channelId }, content, this.stack(userId).at(-1));
  }

  /** What was entered stays where the ids stay. Throws SlackError `hash_conflict`, `duplicate_external_id`. */
  update(view: View, content: ViewContent, hash?: string): void {
    if (hash !== undefined && hash !== view.hash) throw new SlackError('hash_conflict');
    this.#refuseTwin(content, view);
    Object.assign(view, { content, hash: this.#newHash(), errors: {}, problem: undefined });
    this.#onChange();
  }

  /** Throws SlackError `hash_conflict`, `duplicate_external_id`. */
  publish(userId: string, content: ViewContent, hash?: string): View {
    const published = this.#homes.get(userId);
    if (published) {
      this.update(published, content, hash);
      return published;
    }
    if (hash !== undefined) throw new SlackError('hash_conflict');
    this.#refuseTwin(content);
    const home = this.#newView({ userId }, content);
    this.#homes.set(userId, home);
    this.#onChange();
    return home;
  }

  note(view: View, change: Partial<Pick<View, 'entered' | 'errors' | 'problem'>>): void {
    Object.assign(view, change);
    this.#onChange();
  }

  /** Takes a dialog away. */
  close(view: View): void {
    this.#stacks.set(
      view.userId,
      this.stack(view.userId).filter((each) => each !== view),
    );
    this.#onChange();
  }

  /** Takes all dialogs of a person away. */
  clear(userId: string): void {
    this.#stacks.delete(userId);
    this.#onChange();
  }

  #stackUp(at: Omit<Triggered, 'inDialog'>, content: ViewContent, below: View | undefined): View {
    const stack = this.stack(at.userId);
    if (stack.length >= DEEPEST) throw new SlackError('push_limit_reached');
    this.#refuseTwin(content);
    const view = this.#newView(at, content, below);
    this.#stacks.set(at.userId, [...stack, view]);
    this.#onChange();
    return view;
  }

  #newView(at: Omit<Triggered, 'inDialog'>, content: ViewContent, below?: View): View {
    const id = `V0${randomBytes(5).toString('hex').toUpperCase()}`;
    const place = { rootId: below?.rootId ?? id, previousId: below?.id ?? null };
    return { id, ...at, ...place, content, hash: this.#newHash(), entered: new Map(), errors: {} };
  }

  #refuseTwin({ external_id: externalId }: ViewContent, self?: View): void {
    if (externalId === '') return;
    const twin = this.find(({ content }) => content.external_id === externalId);
    if (twin && twin !== self) throw new SlackError('duplicate_external_id');
  }

  #newHash(): string {
    return `${Math.floor(this.#now() / 1000)}.${randomBytes(4).toString('hex')}`;
  }
}
