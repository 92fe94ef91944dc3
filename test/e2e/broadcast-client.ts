import type {
  Call,
  CallEnd,
  CallHandlers,
  DeviceState,
  Devices,
  Participant,
  Picture,
  Ticket,
  VideoClient,
} from '../../src/video/page/video-client.ts';

/**
 * A video client for tests of the room page, run in the browser: all tabs of one browser are in one session. The token is
 * plain JSON. Anybody on the channel may say what a server would: {@link ServerWord}.
 */
const CHANNEL = 'session';
/** Under it, in the browser's storage, is who is in. */
const PREFIX = 'in session: ';

type ServerWord =
  | { readonly kind: 'recording'; readonly isOn: boolean }
  | { readonly kind: 'connection'; readonly isUp: boolean }
  | { readonly kind: 'lost' };

type Shown = Omit<Picture, 'element'>;
type Person = Omit<Participant, 'isSelf'>;

/** How somebody is now. */
interface State {
  readonly kind: 'state';
  readonly person: Person;
  readonly pictures: readonly Shown[];
}

type Word = ServerWord | State | { readonly kind: 'gone' | 'mute' | 'remove'; readonly id: string };

async function open(wanted: MediaStreamConstraints): Promise<MediaStream | DeviceState> {
  try {
    return await navigator.mediaDevices.getUserMedia(wanted);
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotAllowedError' ? 'blocked' : 'missing';
  }
}

async function checkDevices(): Promise<Devices> {
  const [camera, microphone] = [await open({ video: true }), await open({ audio: true })];
  const tracks = [camera, microphone].flatMap((one) => (typeof one === 'string' ? [] : one.getTracks()));
  const stateOf = (one: MediaStream | DeviceState) => (typeof one === 'string' ? one : 'ready');
  return {
    isSupported: true,
    camera: stateOf(camera),
    microphone: stateOf(microphone),
    preview: tracks.length > 0 ? new MediaStream(tracks) : null,
    stop: () => {
      for (const track of tracks) track.stop();
    },
  };
}

/** A still picture, in a colour of its own. */
function draw({ participantId, kind }: Shown): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const hue = (Number.parseInt(participantId.slice(0, 2), 16) * 360) / 256 + (kind === 'screen' ? 180 : 0);
  context.fillStyle = `hsl(${hue} 45% 42%)`;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = `hsl(${hue} 60% 80%)`;
  context.arc(320, 150, 70, 0, Math.PI * 2);
  context.arc(320, 380, 150, 0, Math.PI * 2);
  context.fill();
  return canvas;
}

/** Of everybody who is in, so that a newcomer knows at once. */
function statesOfOthers(): readonly State[] {
  return Object.entries(localStorage).flatMap(([key, value]) =>
    key.startsWith(PREFIX) ? JSON.parse(value) : [],
  );
}

/** One tab in the session. */
class Tab {
  readonly self: Person;
  private readonly channel = new BroadcastChannel(CHANNEL);
  private readonly handlers: CallHandlers;
  private readonly others = new Map<string, readonly Shown[]>();
  private readonly elements = new Map<string, HTMLElement>();
  private mine: readonly Shown[] = [];

  constructor(self: Person, handlers: CallHandlers) {
    this.self = self;
    this.handlers = handlers;
    this.channel.onmessage = ({ data }: MessageEvent<Word>) => this.hear(data);
    handlers.joined({ ...self, isSelf: true });
    for (const state of statesOfOthers()) this.learn(state);
    this.tell();
  }

  say(word: Word): void {
    this.channel.postMessage(word);
  }

  /** Changes one's own camera or screen; null takes it away. */
  change(kind: Picture['kind'], more: Partial<Shown> | null): void {
    const { id: participantId } = this.self;
    const off = { id: `${participantId} ${kind}`, participantId, kind, hasVideo: false, hasAudio: false };
    const others = this.mine.filter((picture) => picture.kind !== kind);
    const before = this.mine.find((picture) => picture.kind === kind) ?? off;
    const after = more === null ? others : [...others, { ...before, ...more }];
    this.showOnly(this.mine, after);
    this.mine = after;
    this.tell();
  }

  finish(reason?: CallEnd): void {
    this.channel.onmessage = null;
    localStorage.removeItem(PREFIX + this.self.id);
    this.say({ kind: 'gone', id: this.self.id });
    if (reason) this.handlers.ended(reason);
  }

  private tell(): void {
    const state: State = { kind: 'state', person: this.self, pictures: this.mine };
    localStorage.setItem(PREFIX + this.self.id, JSON.stringify(state));
    this.say(state);
  }

  private hear(word: Word): void {
    const isMe = 'id' in word && word.id === this.self.id;
    if (word.kind === 'state') this.learn(word);
    if (word.kind === 'gone' && this.others.delete(word.id)) this.handlers.left(word.id);
    if (word.kind === 'recording') this.handlers.recording(word.isOn);
    if (word.kind === 'connection') this.handlers.connection(word.isUp);
    if (word.kind === 'lost') this.finish('lost');
    if (word.kind === 'remove' && isMe) this.finish('removed');
    if (word.kind === 'mute' && isMe) {
      this.change('camera', { hasAudio: false });
      this.handlers.mutedByHost();
    }
  }

  private learn({ person, pictures }: State): void {
    const known = this.others.get(person.id);
    if (!known) this.handlers.joined({ ...person, isSelf: false });
    this.others.set(person.id, pictures);
    this.showOnly(known ?? [], pictures);
  }

  private showOnly(before: readonly Shown[], after: readonly Shown[]): void {
    for (const { id } of before) if (!after.some((picture) => picture.id === id)) this.handlers.hidden(id);
    for (const picture of after) {
      const element = this.elements.get(picture.id) ?? draw(picture);
      this.elements.set(picture.id, element);
      this.handlers.shown({ ...picture, element });
    }
  }
}

async function connect({ token }: Ticket, handlers: CallHandlers): Promise<Call> {
  const { name, isHost }: Person = JSON.parse(token);
  const tab = new Tab({ id: crypto.randomUUID(), name, isHost }, handlers);
  return {
    canShareScreen: true,
    publishCamera: async ({ camera, microphone }) =>
      tab.change('camera', { hasVideo: camera, hasAudio: microphone }),
    setCamera: async (isOn) => tab.change('camera', { hasVideo: isOn }),
    setMicrophone: async (isOn) => tab.change('camera', { hasAudio: isOn }),
    shareScreen: async () => tab.change('screen', { hasVideo: true }),
    stopShare: async () => tab.change('screen', null),
    mute: async (id) => tab.say({ kind: 'mute', id }),
    remove: async (id) => tab.say({ kind: 'remove', id }),
    leave: async () => tab.finish(),
  };
}

export const videoClient: VideoClient = { checkDevices, connect };
