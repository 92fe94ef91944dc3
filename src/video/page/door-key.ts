/** Where this page asks for its room: `/r/<code>` for guests, `/h/<secret>` for the host. */
export type DoorKey = string;

/** What the address shows instead of a host's secret. */
const HIDDEN = '/h/-';

/**
 * Reads which door the page stands at, and takes a host's secret out of the address: an address is copied to others,
 * and Vonage's client reports it. The browser keeps it with this entry of its history, so reloading works.
 */
export function takeDoorKey({ pathname }: Pick<Location, 'pathname'>, history: History): DoorKey {
  const kept: unknown = history.state;
  if (pathname === HIDDEN && typeof kept === 'string') return kept;
  if (pathname.startsWith('/h/')) history.replaceState(pathname, '', HIDDEN);
  return pathname;
}
