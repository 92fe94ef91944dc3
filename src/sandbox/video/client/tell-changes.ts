import type { CallHandlers, Participant } from '../../../video/page/video-client.ts';
import type { CallView, ParticipantView, PictureView } from '../call-protocol.ts';

/** Makes events of what is different in each view from the one before, in the order they could have happened. */
export function tellChanges(deps: {
  readonly selfId: string;
  readonly handlers: Pick<CallHandlers, 'joined' | 'left' | 'shown' | 'hidden' | 'recording'>;
  readonly elementOf: (picture: PictureView) => HTMLElement;
}): (view: CallView) => void {
  const { selfId, handlers, elementOf } = deps;
  let before: CallView = { participants: [], pictures: [], archiveId: null };

  return (view) => {
    const was = before;
    before = view;
    for (const { id } of was.pictures) if (!has(view.pictures, id)) handlers.hidden(id);
    for (const { id } of was.participants) if (!has(view.participants, id)) handlers.left(id);
    for (const participant of view.participants) {
      if (!has(was.participants, participant.id)) handlers.joined(participantOf(participant, selfId));
    }
    for (const picture of view.pictures) {
      if (isNews(picture, was)) handlers.shown({ ...picture, element: elementOf(picture) });
    }
    const [wasOn, isOn] = [was.archiveId !== null, view.archiveId !== null];
    if (isOn !== wasOn) handlers.recording(isOn);
  };
}

const has = (all: readonly { readonly id: string }[], id: string): boolean =>
  all.some((one) => one.id === id);

function isNews({ id, hasAudio, hasVideo }: PictureView, was: CallView): boolean {
  const known = was.pictures.find((picture) => picture.id === id);
  return known?.hasAudio !== hasAudio || known.hasVideo !== hasVideo;
}

function participantOf({ id, data }: ParticipantView, selfId: string): Participant {
  const { name, isHost }: { name: string; isHost: boolean } = JSON.parse(data);
  return { id, name, isHost, isSelf: id === selfId };
}
