/**
 * What the sandbox's servers tell the workspace page. The page is drawn from one {@link WorkspaceView}, sent anew over
 * server-sent events whenever something changes.
 */

/** One request that flowed between the parts, secrets masked before it gets here. */
export interface TrafficEntry {
  readonly id: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: 'slack-request' | 'slack-api' | 'vonage-api' | 'callback';
  /** "Slash command /meet", "Create a room", "recording:uploaded", "chat.postMessage" … named as in the guides. */
  readonly title: string;
  readonly method: string;
  readonly path: string;
  /** HTTP status of the answer; 0: none came. */
  readonly status: number;
  readonly durationMs: number;
  /** Masked JSON of the request. */
  readonly body: unknown;
  /** `error` of a Slack answer, "10th delivery" and the like. */
  readonly note?: string;
}

export interface ViewUser {
  readonly id: string;
  readonly name: string;
  readonly role: 'admin' | 'member' | 'guest' | 'app';
  readonly locale: string;
  readonly timeZone: string;
  /** CSS colour of the drawn picture. */
  readonly color: string;
  /** Name of the other workspace they belong to. */
  readonly teamName?: string;
  readonly deactivated?: true;
}

export interface ViewChannel {
  readonly id: string;
  /** Without `#`; for direct messages the other people's names. */
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct' | 'app';
  readonly archived: boolean;
  readonly botIsMember: boolean;
  /** Slack Connect: people of another workspace are in here too. */
  readonly shared: boolean;
  readonly unread: number;
}

export interface ViewMessage {
  readonly ts: string;
  readonly channelId: string;
  readonly userId: string;
  readonly text: string;
  /** Slack Block Kit blocks as the app sent them, block ids filled in. */
  readonly blocks: readonly unknown[];
  readonly edited: boolean;
  /** Only visible to the viewer. Gone after a reload of the real Slack; kept here until "clear". */
  readonly ephemeral: boolean;
  /** Set on the welcome message: texts that fill the composer. */
  readonly chips?: readonly { readonly label: string; readonly fill?: string; readonly control?: 'guest' }[];
  readonly threadTs?: string;
  /** A reply that the channel sees as well. */
  readonly broadcast?: true;
}

/** A dialog the app has opened for the viewer, or their Home tab. */
export interface ViewSurface {
  readonly id: string;
  /** Changes whenever the app changes it. */
  readonly hash: string;
  /** Slack Block Kit blocks as the app sent them, ids filled in. */
  readonly blocks: readonly unknown[];
  /** What is entered: block id, action id, `{type, value | selected_…}`. */
  readonly state: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  /** What went wrong with it as a whole. */
  readonly problem?: string;
}

export interface ViewDialog extends ViewSurface {
  readonly title: string;
  /** Absent: nothing can be submitted. */
  readonly submit?: string;
  readonly close: string;
  /** What is wrong, by block id. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface ViewShortcut {
  readonly type: 'global' | 'message';
  readonly callbackId: string;
  readonly name: string;
  readonly description: string;
}

/** How often each recording callback was delivered, and how many messages it made. */
export interface ViewDelivery {
  readonly event: string;
  readonly recordingId: string;
  readonly title: string;
  readonly received: number;
  readonly posted: number;
}

export interface WorkspaceView {
  readonly teamName: string;
  readonly viewer: ViewUser;
  readonly users: readonly ViewUser[];
  readonly channels: readonly ViewChannel[];
  /** Of every channel the viewer is in, oldest first. */
  readonly messages: readonly ViewMessage[];
  readonly commands: readonly {
    readonly command: string;
    readonly description: string;
    readonly usageHint: string;
  }[];
  readonly shortcuts: readonly ViewShortcut[];
  /** Open ones, the one in front last. */
  readonly dialogs: readonly ViewDialog[];
  /** Whether the app has a Home tab. */
  readonly hasHome: boolean;
  /** What the app has published there; null: nothing yet. */
  readonly home: ViewSurface | null;
  /** Newest last, at most 200. */
  readonly traffic: readonly TrafficEntry[];
  readonly deliveries: readonly ViewDelivery[];
  readonly app: 'running' | 'starting' | 'stopped';
  readonly faults: { readonly duplicate: number; readonly shuffle: boolean };
  /** How far the clock of the server for rooms is ahead, in seconds. */
  readonly aheadSeconds: number;
  /** Sessions that are going on: a guest can be brought there. */
  readonly liveRooms: readonly {
    readonly roomId: string;
    readonly title: string;
    readonly people: readonly string[];
  }[];
}

/** What the page's buttons do beyond Slack itself; given to the Slack server by `main.ts`. */
export interface SandboxControls {
  advance(seconds: number): Promise<void>;
  /** A drawn participant joins the room, or leaves it when it is there already. */
  bringGuest(roomId: string): Promise<void>;
  setFaults(faults: { duplicate: number; shuffle: boolean }): void;
  killApp(): Promise<void>;
  status(): Pick<WorkspaceView, 'app' | 'faults' | 'aheadSeconds' | 'liveRooms'>;
}
