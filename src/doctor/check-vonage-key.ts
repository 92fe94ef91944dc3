import type { Clock } from '../clock.ts';
import { asAppError, UpstreamRateLimitedError } from '../errors.ts';
import { meetingsHttp } from '../meetings/api.ts';
import { HOSTED_MEETINGS_API, type ProviderName, type Settings } from '../settings.ts';
import { videoHttp } from '../video/api.ts';
import type { ApiCall } from '../vonage/call.ts';
import type { VonageHttp, VonageHttpOptions } from '../vonage/http.ts';
import { type Finding, findingsOf } from './finding.ts';

const key = findingsOf('Vonage key');

/** How a provider is asked for something that changes nothing. */
interface Probe {
  readonly open: (options: VonageHttpOptions) => VonageHttp;
  readonly call: ApiCall;
  readonly setting: 'MEETINGS_API_URL' | 'VIDEO_API_URL';
  readonly name: string;
  /** What to do when it answers something else than it should. */
  readonly otherFix: string;
}

const PROBES: Readonly<Record<ProviderName, Probe>> = {
  'vonage-meetings': {
    open: meetingsHttp,
    call: { method: 'GET', route: '/rooms', query: { page_size: '1' } },
    setting: 'MEETINGS_API_URL',
    name: 'the Meetings server',
    otherFix: 'MEETINGS_API_URL must lead to a Meetings API: it ends in /v1/meetings, as a rule.',
  },
  'vonage-video': {
    open: videoHttp,
    call: { method: 'GET', route: '/v2/project/:application/archive', query: { count: '1' } },
    setting: 'VIDEO_API_URL',
    name: 'the Video API',
    otherFix: 'VIDEO_API_URL must lead to the Video API: it has no path.',
  },
};

/** Does the provider of new rooms take our token? */
export async function checkVonageKey(settings: Settings, clock: Clock): Promise<Finding> {
  const probe = PROBES[settings.PROVIDER];
  if (settings[probe.setting] === HOSTED_MEETINGS_API) {
    return key.failure(
      'MEETINGS_API_URL is Vonage’s own service, which was switched off on 30 June 2025',
      'Set MEETINGS_API_URL to a server that speaks the same API, or PROVIDER to vonage-video.',
    );
  }
  const http = probe.open({
    apiUrl: settings[probe.setting],
    applicationId: settings.VONAGE_APPLICATION_ID,
    privateKey: settings.VONAGE_PRIVATE_KEY,
    clock,
  });
  try {
    await http.send(probe.call);
    return key.ok(`${probe.name} answers to this application`);
  } catch (error) {
    const { code, message } = asAppError(error);
    if (error instanceof UpstreamRateLimitedError) {
      return key.warning(`not told: ${probe.name} asks for a pause`, 'Try again in a minute.');
    }
    return key.failure(message, fixFor(code, probe));
  } finally {
    await http.close();
  }
}

function fixFor(code: string, { setting, otherFix }: Probe): string {
  switch (code) {
    case 'meetings_credentials':
      return 'VONAGE_APPLICATION_ID and the private key must belong together: the server checks our tokens with that application’s public key. Is the clock right?';
    case 'meetings_unreachable':
      return `Is ${setting} right, and the server up? DNS, firewall, proxy.`;
    case 'meetings_no_answer':
    case 'meetings_error':
      return `Is the server at ${setting} healthy? See its log.`;
    default:
      return otherFix;
  }
}
