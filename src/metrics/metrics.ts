import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { RequestReport } from '../http/reports.ts';
import type { JobReport } from '../jobs/run-job.ts';
import type { SlackCallReport } from '../slack/reported-client.ts';
import type { Counts } from '../usecases/deps.ts';
import type { CallbackReport } from '../vonage/callback-door.ts';
import type { CallReport } from '../vonage/http.ts';
import { type Stock, stockGauges } from './stock-gauges.ts';

/** Counts what this process does, for Prometheus. Names, labels and meanings are listed in docs/operations.md. */
export interface Metrics extends Counts {
  onRequest(report: RequestReport): void;
  onCallback(report: CallbackReport): void;
  onJob(report: JobReport): void;
  onSlackCall(report: SlackCallReport): void;
  onMeetingsCall(report: CallReport): void;
  /** All of it, in Prometheus's text format. `stock`: what lies in the database; undefined: it can't be reached. */
  page(stock: Stock | undefined): Promise<{ readonly type: string; readonly text: string }>;
}

/** Slack waits 3 s. */
const ACK_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
/** We wait 10 s for others. */
const CALL_SECONDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const JOB_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** A registry of its own: two apps in one process do not count each other's work. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { onRequest, onCallback } = countIncoming(registry);
  const { onSlackCall, onMeetingsCall, onJob } = timeOutgoing(registry);
  const oddities = countOddities(registry);
  const setStock = stockGauges(registry);

  return {
    onRequest,
    onCallback,
    onJob,
    onSlackCall,
    onMeetingsCall,
    ...oddities,
    async page(stock) {
      setStock(stock);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

function countIncoming(registry: Registry): Pick<Metrics, 'onRequest' | 'onCallback'> {
  const registers = [registry];
  const requests = new Counter({
    name: 'roomtone_http_requests_total',
    help: 'Requests answered, by route pattern. 499: the client hung up first.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const acks = new Histogram({
    name: 'roomtone_ack_duration_seconds',
    help: 'From a request of Slack or a callback until its answer was out.',
    labelNames: ['kind', 'outcome'],
    buckets: ACK_SECONDS,
    registers,
  });
  const callbacks = new Counter({
    name: 'roomtone_callbacks_total',
    help: 'Callbacks by what they tell and what became of them.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  return {
    onRequest({ method, route, status, ack, seconds }) {
      requests.inc({ method, route, status });
      if (ack !== undefined) acks.observe({ ...ack }, seconds);
    },
    onCallback: ({ kind, outcome }) => callbacks.inc({ kind, outcome }),
  };
}

function timeOutgoing(registry: Registry): Pick<Metrics, 'onSlackCall' | 'onMeetingsCall' | 'onJob'> {
  const registers = [registry];
  const slackCalls = new Histogram({
    name: 'roomtone_slack_call_duration_seconds',
    help: 'Calls to Slack.',
    labelNames: ['method', 'outcome'],
    buckets: CALL_SECONDS,
    registers,
  });
  const meetingsCalls = new Histogram({
    name: 'roomtone_meetings_call_duration_seconds',
    help: 'Calls to the Meetings server, each try. Outcome 0: no answer.',
    labelNames: ['method', 'route', 'outcome'],
    buckets: CALL_SECONDS,
    registers,
  });
  const jobs = new Histogram({
    name: 'roomtone_job_duration_seconds',
    help: 'Runs of jobs.',
    labelNames: ['name', 'outcome'],
    buckets: JOB_SECONDS,
    registers,
  });
  return {
    onSlackCall: ({ method, outcome, seconds }) => slackCalls.observe({ method, outcome }, seconds),
    onMeetingsCall: ({ method, route, status, durationMs }) =>
      meetingsCalls.observe({ method, route, outcome: status }, durationMs / 1_000),
    onJob: ({ name, outcome, seconds }) => jobs.observe({ name, outcome }, seconds),
  };
}

function countOddities(registry: Registry): Counts {
  const registers = [registry];
  const postedAgain = new Counter({
    name: 'roomtone_ambiguous_posts_total',
    help: 'Messages posted again because an earlier try was left without an answer: perhaps there twice.',
    registers,
  });
  const channelsRefused = new Counter({
    name: 'roomtone_channels_refused_total',
    help: 'Rooms whose channel takes no messages any more. Their hosts are told.',
    registers,
  });
  const recordingsRefused = new Counter({
    name: 'roomtone_recordings_refused_total',
    help: 'Recordings that a callback claimed for a session to which they do not belong.',
    registers,
  });
  return {
    onPostedAgain: () => postedAgain.inc(),
    onChannelRefused: () => channelsRefused.inc(),
    onRecordingRefused: () => recordingsRefused.inc(),
  };
}
