/** A moment as a text that says it whatever the reader's zone and language: `2026-12-01 18:00 UTC`. To the minute. */
export function momentText(epochMs: number): string {
  const [day, time = ''] = new Date(epochMs).toISOString().split('T');
  return `${day} ${time.slice(0, 5)} UTC`;
}
