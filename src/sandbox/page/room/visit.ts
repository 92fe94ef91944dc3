import type { RoomView } from '../../meetings/room-protocol.ts';
import type { Camera } from './camera.ts';
import { createCameraPictures } from './camera-pictures.ts';
import type { CameraImage } from './draw-person.ts';
import { createFilm } from './film.ts';
import { leaveRoom, leaveRoomNow, lookAround, RefusedError, setRecording } from './room-api.ts';
import { openSound } from './sound.ts';
import type { Ticker } from './ticker.ts';

const TICKS_PER_LOOK = 6;
const TICKS_PER_PICTURE = 4;

/** Being in a room: looking around, exchanging pictures, recording, until one leaves. */
export interface Visit {
  readonly participantId: string;
  imageOf(personId: string): CameraImage | undefined;
  setRecording(wanted: boolean): Promise<void>;
  /** Sends the end of the video, then leaves. */
  leave(): Promise<void>;
}

export interface Visitor {
  readonly participantId: string;
  readonly isHost: boolean;
  readonly camera: Camera | undefined;
}

/** Begins a visit of somebody who has joined. To be called from a click, for the sound. */
export function startVisit(
  { participantId, isHost, camera }: Visitor,
  on: {
    readonly ticker: Ticker;
    view(view: RoomView): void;
    /** The server no longer counts this page among the people in the room. */
    gone(): void;
  },
): Visit {
  const sound = openSound(camera?.microphone);
  const pictures = createCameraPictures({ participantId, camera });
  const film = createFilm(sound.track);
  let people: RoomView['people'] = [];
  let filmed: RoomView['people'] = [];
  let ticks = 0;
  let looking: Promise<void> | undefined;
  let isOver = false;

  const show = (view: RoomView): void => {
    if (isOver) return;
    const { hostOnly } = view.recording;
    people = view.people;
    filmed = people.filter((person) => !hostOnly || person.isHost);
    film.follow(hostOnly && !isHost ? null : view.recordingId);
    on.view(view);
  };

  const lookOnce = async (): Promise<void> => {
    try {
      show(await lookAround(participantId));
    } catch (error) {
      if (!(error instanceof RefusedError) || isOver) return;
      end();
      on.gone();
    }
  };

  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
    return looking;
  };

  const stopTicking = on.ticker.subscribe(() => {
    if (ticks % TICKS_PER_LOOK === 0 && !isOver) void look();
    if (ticks % TICKS_PER_PICTURE === 0) pictures.exchange(people);
    film.draw(filmed.map(({ id, name }) => ({ name, image: pictures.imageOf(id) })));
    ticks++;
  });

  const closing = (): void => leaveRoomNow(participantId);
  addEventListener('pagehide', closing);

  const end = (): void => {
    isOver = true;
    stopTicking();
    removeEventListener('pagehide', closing);
    sound.close();
    camera?.stop();
  };

  return {
    participantId,
    imageOf: (personId) => pictures.imageOf(personId),
    async setRecording(wanted) {
      if (!wanted) await film.finish();
      await setRecording(participantId, wanted);
      await look();
    },
    async leave() {
      isOver = true;
      await Promise.all([film.finish(), looking]);
      // A room that can't be reached any more has been left all the same.
      await leaveRoom(participantId).catch(() => undefined);
      end();
    },
  };
}
