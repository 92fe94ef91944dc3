const KEY = 'roomtone.name';

/** The name this browser's person last joined with. Empty where nothing may be kept. */
export function readName(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function keepName(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // It is only typed again.
  }
}
