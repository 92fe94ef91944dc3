import { setTimeout as delay } from 'node:timers/promises';
import type { Killer } from './killer.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import { incomingStep, meetingsStep, slackStep } from './steps.ts';
import type { Answer, Exchange, Moment, Verdict } from './wire.ts';
import type { Watch } from './world.ts';

/** The share of Slack's requests that come a second time, byte for byte. */
const REPEATED = 0.25;
const REPEATED_WITHIN_MS = 1_500;

/** Slack's own mark of a repeated request. Source: docs.slack.dev/apis/events-api, "Retries". */
const REPEATED_MARK = 'x-slack-retry-num';

const REFUSED: Answer = {
  status: 503,
  headers: { 'content-type': 'application/json' },
  body: '{"status":503,"name":"ServiceError","message":"Service Unavailable"}',
};
const SWALLOWED: Answer = { status: 204, headers: {}, body: '' };

export interface Watched {
  readonly killer: Killer;
  readonly ledger: Ledger;
  readonly random: Random;
  /** Where Slack finds the app. */
  readonly appUrl: () => string;
}

/** What the wires do besides passing on: they keep the ledger, ask the killer, and play the accidents of some stories. */
export function watchWires({ killer, ledger, random, appUrl }: Watched): Watch {
  const accidents = new Set<string>();
  /** Undefined unless the room's story has such an accident, and it has not happened yet. */
  const accident = ({ body }: Exchange, plot: string): boolean => {
    const [title] = /Story \d+ \w+/.exec(body) ?? [];
    if (!title?.endsWith(plot) || accidents.has(title)) return false;
    accidents.add(title);
    return true;
  };

  const killedAt = (step: string, moment: Moment): boolean => killer.at(`${step} · ${moment}`);

  return {
    toSlack(call, moment) {
      if (moment === 'done') ledger.slackDid(call);
      return killedAt(slackStep(call), moment) ? 'cut' : 'go';
    },
    toMeetings(call, moment): Verdict {
      if (moment === 'done') ledger.meetingsDid(call);
      const step = meetingsStep(call);
      if (killedAt(step, moment)) return 'cut';
      if (step !== 'POST /rooms') return 'go';
      if (moment === 'sent' && accident(call, 'again')) return REFUSED;
      return moment === 'done' && accident(call, 'lost') ? 'cut' : 'go';
    },
    toApp(asked, moment): Verdict {
      const step = incomingStep(asked);
      if (step === undefined) return 'go';
      if (moment === 'sent' && asked.path.startsWith('/callbacks/')) {
        ledger.calledBack(asked);
        if (step === 'recording:uploaded' && isUnheard(asked)) return SWALLOWED;
      }
      if (moment === 'done') {
        repeatSometimes(asked);
        if (asked.answer?.status === 200) ledger.accepted(step, asked);
      }
      if (moment === 'sent') killSoon(step);
      return moment === 'done' && killedAt(step, moment) ? 'cut' : 'go';
    },
  };

  function isUnheard({ body }: Exchange): boolean {
    const { room_id: roomId } = JSON.parse(body) as { room_id?: string };
    return ledger.rooms.find((room) => room.roomId === roomId)?.title.endsWith('unheard') === true;
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
