import type { SandboxControls } from '../../src/sandbox/protocol.ts';

/** For a Slack without the page's buttons. */
export const noControls: SandboxControls = {
  advance: async () => undefined,
  bringGuest: async () => undefined,
  setFaults: () => undefined,
  killApp: async () => undefined,
  status: () => ({
    app: 'running',
    faults: { duplicate: 1, shuffle: false },
    aheadSeconds: 0,
    liveRooms: [],
  }),
};
