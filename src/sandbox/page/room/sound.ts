/** The sound a recording gets: the microphone, or else a quiet tone, so that every video has an audio track. */
export interface Sound {
  readonly track: MediaStreamTrack | undefined;
  close(): void;
}

const TONE_HZ = 196;
const TONE_VOLUME = 0.015;

/** To be called from a click: browsers keep sound off before one. */
export function openSound(microphone: MediaStreamTrack | undefined): Sound {
  const audio = new AudioContext();
  void audio.resume();
  const out = audio.createMediaStreamDestination();
  if (microphone) audio.createMediaStreamSource(new MediaStream([microphone])).connect(out);
  else {
    const tone = new OscillatorNode(audio, { frequency: TONE_HZ });
    tone.connect(new GainNode(audio, { gain: TONE_VOLUME })).connect(out);
    tone.start();
  }
  return { track: out.stream.getAudioTracks()[0], close: () => void audio.close() };
}
