import { setTimeout as delay } from 'node:timers/promises';
import type { Killer } from './killer.ts';
import type { Ledger } from './ledger.ts';
import type { Provider } from './providers/provider.ts';
import type { Random } from './random.ts';
import { slackAsksStep, slackStep } from './steps.ts';
import type { Answer, Exchange, Moment, Verdict } from './wire.ts';
import type { Watch } from './world.ts';

/** The share of Slack's requests that come a second time, byte for byte. */
const REPEATED = 0.25;
const REPEATED_WITHIN_MS = 1_500;

/** Slack's own mark of a repeated request. Source: docs.slack.dev/apis/events-api, "Retries". */
const REPEATED_MARK = 'x-slack-retry-num';

const SWALLOWED: Answer = { status: 200, headers: {}, body: '' };

export interface Watched {
  readonly provider: Provider;
  readonly killer: Killer;
  readonly ledger: Ledger;
  readonly random: Random;
  /** Where Slack finds the app. */
  readonly appUrl: () => string;
}

/** What the wires do besides passing on: they keep the ledger, ask the killer, and play the accidents of some stories. */
export function watchWires({ provider, killer, ledger, random, appUrl }: Watched): Watch {
  const accident = provider.accidents(random);
  const killedAt = (step: string, moment: Moment): boolean => killer.at(`${step} · ${moment}`);
  const noteRoom = (call: Exchange) => {
    const room = provider.roomMadeBy(call);
    if (room !== undefined) ledger.made(room);
  };

  return {
    toSlack(call, moment) {
      if (moment === 'done') {
        ledger.slackDid(call);
        noteRoom(call);
      }
      return killedAt(slackStep(call), moment) ? 'cut' : 'go';
    },
    toProvider(call, moment): Verdict {
      if (moment === 'done') noteRoom(call);
      return killedAt(provider.callStep(call), moment) ? 'cut' : accident(call, moment);
    },
    toApp(asked, moment): Verdict {
      const step = provider.incomingStep(asked) ?? slackAsksStep(asked);
      if (step === undefined) return 'go';
      if (moment === 'sent' && asked.path.startsWith('/callbacks/')) {
        const { began, sessionId = '' } = provider.toldBy(JSON.parse(asked.body));
        if (began !== undefined) ledger.began(began);
        if (step === provider.steps.uploaded && isUnheard(sessionId)) return SWALLOWED;
      }
      if (moment === 'done') {
        repeatSometimes(asked);
        if (asked.answer?.status === 200) ledger.accepted(step, asked);
      }
      if (moment === 'sent') killSoon(step);
      return moment === 'done' && killedAt(step, moment) ? 'cut' : 'go';
    },
  };

  function isUnheard(sessionId: string): boolean {
    return ledger.roomOf(sessionId)?.title.endsWith('unheard') === true;
  }

  function repeatSometimes({ path, headers, body }: Exchange): void {
    if (path !== '/slack/events' || headers[REPEATED_MARK] !== undefined || random() > REPEATED) return;
    const again = { method: 'POST', headers: { ...passable(headers), [REPEATED_MARK]: '1' }, body };
    void delay(random() * REPEATED_WITHIN_MS)
      .then(() => fetch(appUrl() + path, again))
      .catch(() => undefined);
  }

  /** It has the request, and has not answered: how far it has come by then is up to chance. */
  function killSoon(step: string): void {
    void delay(random() * 3).then(() => killedAt(step, 'sent'));
  }
}

function passable({ 'content-type': type, ...headers }: Exchange['headers']): Record<string, string> {
  const signed = ['x-slack-signature', 'x-slack-request-timestamp'] as const;
  return {
    'content-type': type ?? '',
    ...Object.fromEntries(signed.map((name) => [name, String(headers[name])])),
  };
}
