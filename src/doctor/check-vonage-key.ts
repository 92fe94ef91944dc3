import type { Clock } from '../clock.ts';
import { asAppError, UpstreamRateLimitedError } from '../errors.ts';
import type { Settings } from '../settings.ts';
import type { Provider, ProviderApi } from '../vonage/provider.ts';
import { type Finding, findingsOf } from './finding.ts';

const key = findingsOf('Vonage key');

/** Does the provider of new rooms take our token? */
export async function checkVonageKey({ api }: Provider, settings: Settings, clock: Clock): Promise<Finding> {
  const trouble = api.trouble?.(settings);
  if (trouble !== undefined) return key.failure(trouble.says, trouble.fix);
  const http = api.http({
    apiUrl: settings[api.setting],
    applicationId: settings.VONAGE_APPLICATION_ID,
    privateKey: settings.VONAGE_PRIVATE_KEY,
    clock,
  });
  try {
    await http.send(api.probe);
    return key.ok(`${api.name} answers to this application`);
  } catch (error) {
    const { code, message } = asAppError(error);
    if (error instanceof UpstreamRateLimitedError) {
      return key.warning(`not told: ${api.name} asks for a pause`, 'Try again in a minute.');
    }
    return key.failure(message, fixFor(code, api));
  } finally {
    await http.close();
  }
}

function fixFor(code: string, { setting, addressFix }: ProviderApi): string {
  switch (code) {
    case 'meetings_credentials':
      return 'VONAGE_APPLICATION_ID and the private key must belong together: the server checks our tokens with that application’s public key. Is the clock right?';
    case 'meetings_unreachable':
      return `Is ${setting} right, and the server up? DNS, firewall, proxy.`;
    case 'meetings_no_answer':
    case 'meetings_error':
      return `Is the server at ${setting} healthy? See its log.`;
    default:
      return addressFix;
  }
}
