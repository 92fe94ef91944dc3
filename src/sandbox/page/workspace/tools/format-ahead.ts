const inWords = new Intl.DurationFormat('en', { style: 'long' });

/** "1 day, 10 minutes"; whole minutes. */
export function formatAhead(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return inWords.format({
    days: Math.floor(minutes / 1440),
    hours: Math.floor(minutes / 60) % 24,
    minutes: minutes % 60,
  });
}
