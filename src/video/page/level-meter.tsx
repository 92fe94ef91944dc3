import { useEffect, useRef } from 'react';
import { say } from './words/say.ts';

/** Speech fills about half of the whole range. */
const LOUD = 0.25;

/** Shows how loud the microphone hears one. */
export function LevelMeter({ stream }: { readonly stream: MediaStream }) {
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(
    () =>
      followLevel(stream, (level) => {
        if (meter.current) meter.current.value = level;
      }),
    [stream],
  );
  return (
    <div className="level">
      <meter ref={meter} min={0} max={1} value={0} aria-label={say('device.level')} />
      <p>{say('device.speak')}</p>
    </div>
  );
}

/** Tells the loudness, 0 to 1, with each picture the browser draws. Returns what ends it. */
function followLevel(stream: MediaStream, onLevel: (level: number) => void): () => void {
  const audio = new AudioContext();
  const analyser = audio.createAnalyser();
  audio.createMediaStreamSource(new MediaStream(stream.getAudioTracks())).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let frame = 0;
  const measure = (): void => {
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    onLevel(Math.min(1, Math.sqrt(power) / LOUD));
    frame = requestAnimationFrame(measure);
  };
  measure();
  return () => {
    cancelAnimationFrame(frame);
    void audio.close();
  };
}
