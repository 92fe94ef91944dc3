import type { WorkspaceView } from '../../../protocol.ts';

export type Command = WorkspaceView['commands'][number];

/** The commands a line may become while its first word is being typed; none once there is a space. */
export function matchCommands(commands: readonly Command[], line: string): readonly Command[] {
  if (!/^\/\S*$/.test(line)) return [];
  return commands.filter(({ command }) => command.startsWith(line.toLowerCase()));
}

/** The command whose arguments are being typed. */
export function commandOf(commands: readonly Command[], line: string): Command | undefined {
  const [, first] = /^(\/\S+)\s/.exec(line) ?? [];
  return commands.find(({ command }) => command === first?.toLowerCase());
}
