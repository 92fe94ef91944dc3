import type { OpenStore } from '../support/open-store.ts';
import { buriedContract } from './jobs/buried-contract.ts';
import { depthContract } from './jobs/depth-contract.ts';
import { laneContract } from './jobs/lane-contract.ts';
import { laneProperty } from './jobs/lane-property.ts';
import { outcomeContract } from './jobs/outcome-contract.ts';
import { placesContract } from './jobs/places-contract.ts';
import { queueContract } from './jobs/queue-contract.ts';
import { responseUrlContract } from './jobs/response-url-contract.ts';
import { stopContract } from './jobs/stop-contract.ts';
import { sweepContract } from './jobs/sweep-contract.ts';
import { workerContract } from './jobs/worker-contract.ts';

/** What every queue must do, whichever it is. */
export function jobsContract(open: OpenStore): void {
  queueContract(open);
  laneContract(open);
  depthContract(open);
  outcomeContract(open);
  buriedContract(open);
  responseUrlContract(open);
  workerContract(open);
  placesContract(open);
  stopContract(open);
  sweepContract(open);
  laneProperty(open);
}
