/** Makes Slack's `ts`: seconds with six digits after the point, each only once, rising while the offset stays the same. */
export class WorkspaceClock {
  readonly #now: () => number;
  readonly #offsets = new Map<string, number>();
  readonly #issued = new Set<number>();
  #offsetMs = 0;

  /** @param now epoch milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** For something that happens now in that channel. */
  next(channelId: string): string {
    return this.#issue(this.#now() + (this.#offsets.get(channelId) ?? this.#offsetMs));
  }

  /** For something that happened that long ago. */
  ago(ageMs: number): string {
    return this.#issue(this.#now() - ageMs);
  }

  /** From now on everything, or everything in that channel alone, is that much older (negative) or newer. */
  setOffset(offsetMs: number, channelId?: string): void {
    if (channelId === undefined) this.#offsetMs = offsetMs;
    else this.#offsets.set(channelId, offsetMs);
  }

  #issue(at: number): string {
    let micros = at * 1000;
    while (this.#issued.has(micros)) micros++;
    this.#issued.add(micros);
    return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
  }
}
