import type { CommandNames, CommandProblem, RoomRequest } from './command.ts';
import { formatMeetCommand } from './format-meet-command.ts';
import type { JoinApproval, RoomPlan } from './room.ts';

/** What of a wish for a room not every provider can do. */
export interface Capabilities {
  /** Record only the host and shared screens. */
  readonly hostOnly: boolean;
  /** Who may be let in, the default first. */
  readonly joinApprovals: readonly JoinApproval[];
  /** Have a host's links end when somebody else becomes the host. */
  readonly endHostLinks: boolean;
}

/** What a provider can't do of what was asked for. */
export type Unoffered = 'host-only' | 'host-admits' | 'after-host';

/** The first of it; undefined when it can do everything. */
export function findUnoffered(
  { hostOnly, joinApproval }: Pick<RoomPlan, 'hostOnly' | 'joinApproval'>,
  can: Capabilities,
): Unoffered | undefined {
  if (hostOnly && !can.hostOnly) return 'host-only';
  if (joinApproval === 'everyone' || can.joinApprovals.includes(joinApproval)) return undefined;
  return joinApproval;
}

/** A command that asks for what the provider can't do: it is refused, not half done. Undefined when it can. */
export function findUnofferedOption(
  request: RoomRequest,
  can: Capabilities,
  names: Pick<CommandNames, 'meet'>,
): CommandProblem | undefined {
  if (findUnoffered(request, can) !== 'host-only') return undefined;
  const corrected = formatMeetCommand({ ...request, hostOnly: false }, names);
  return { kind: 'not-offered', option: '--host-only', corrected };
}
