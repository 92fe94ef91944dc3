import type { VideoClient, VideoClientModule } from './video-client.ts';

/** The client that the shell names. Throws when it can't be loaded. */
export async function loadClient(page: Document): Promise<VideoClient> {
  const url = page.querySelector<HTMLMetaElement>('meta[name="video-client"]')?.content;
  const loaded: VideoClientModule = await import(/* @vite-ignore */ new URL(url ?? '', page.baseURI).href);
  return loaded.videoClient;
}
