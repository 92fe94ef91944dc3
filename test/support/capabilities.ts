import type { Capabilities } from '../../src/domain/capabilities.ts';
import { JOIN_APPROVALS } from '../../src/domain/room.ts';

/** A provider that can do whatever can be asked for … */
export const EVERYTHING: Capabilities = { hostOnly: true, joinApprovals: JOIN_APPROVALS, endHostLinks: true };
/** … and one that can't record the host alone, nor let people in one by one. */
export const LESS: Capabilities = {
  hostOnly: false,
  joinApprovals: ['everyone', 'after-host'],
  endHostLinks: false,
};
