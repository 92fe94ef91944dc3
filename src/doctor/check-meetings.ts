import type { Clock } from '../clock.ts';
import { asAppError, UpstreamRateLimitedError } from '../errors.ts';
import { meetingsHttp } from '../meetings/api.ts';
import { HOSTED_MEETINGS_API, type Settings } from '../settings.ts';
import { type Finding, findingsOf } from './finding.ts';

const key = findingsOf('Vonage key');

const FIXES: Readonly<Record<string, string>> = {
  meetings_credentials:
    'VONAGE_APPLICATION_ID and the private key must belong together: the server checks our tokens with that application’s public key. Is the clock right?',
  meetings_unreachable: 'Is MEETINGS_API_URL right, and the server up? DNS, firewall, proxy.',
  meetings_no_answer: 'Is the server at MEETINGS_API_URL healthy? See its log.',
  meetings_error: 'Is the server at MEETINGS_API_URL healthy? See its log.',
};
const OTHER_FIX = 'MEETINGS_API_URL must lead to a Meetings API: it ends in /v1/meetings, as a rule.';

/** Does the Meetings server take our token? */
export async function checkMeetings(settings: Settings, clock: Clock): Promise<Finding> {
  if (settings.MEETINGS_API_URL === HOSTED_MEETINGS_API) {
    return key.failure(
      'MEETINGS_API_URL is Vonage’s own service, which was switched off on 30 June 2025',
      'Set MEETINGS_API_URL to a server that speaks the same API.',
    );
  }
  const http = meetingsHttp({
    apiUrl: settings.MEETINGS_API_URL,
    applicationId: settings.VONAGE_APPLICATION_ID,
    privateKey: settings.VONAGE_PRIVATE_KEY,
    clock,
  });
  try {
    await http.send({ method: 'GET', route: '/rooms', query: { page_size: '1' } });
    return key.ok('the Meetings server answers to this application');
  } catch (error) {
    const { code, message } = asAppError(error);
    if (error instanceof UpstreamRateLimitedError) {
      return key.warning('not told: the Meetings server asks for a pause', 'Try again in a minute.');
    }
    return key.failure(message, FIXES[code] ?? OTHER_FIX);
  } finally {
    await http.close();
  }
}
