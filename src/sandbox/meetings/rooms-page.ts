import { z } from 'zod';
import type { Profile, Room } from './model.ts';
import { parseInput } from './parse-input.ts';

const serial = z.coerce.number().int().min(0).optional();
const querySchema = z.object({
  start_id: serial,
  end_id: serial,
  page_size: z.coerce.number().int().min(1).default(20),
});

/** A page of `GET /rooms`: rooms by serial number, oldest first, `end_id` excluded. */
export interface RoomsPage {
  readonly pageSize: number;
  readonly rooms: readonly Room[];
  readonly totalItems: number;
  readonly links: Readonly<Record<'first' | 'self' | 'prev' | 'next', { readonly href: string }>>;
}

/**
 * Reads one page. `next` is there even on the last page. The links of the live service had no scheme and no `/v1`, and its
 * `prev` ended before the page. Throws {@link ApiError} 400.
 */
export function roomsPage(
  rooms: readonly Room[],
  query: unknown,
  options: { readonly apiUrl: string; readonly profile: Profile },
): RoomsPage {
  const { start_id: from = 0, end_id: to = Infinity, page_size: size } = parseInput(querySchema, query);
  const page = rooms.filter((room) => room.serial >= from && room.serial < to).slice(0, size);
  const start = page[0]?.serial ?? from;
  const end = page.at(-1)?.serial ?? start;
  const isLive = options.profile === 'live-2023';
  const base = isLive ? options.apiUrl.replace(/^https?:\/\//, '').replace('/v1/', '/') : options.apiUrl;
  const link = (rest: string) => ({ href: `${base}/rooms?page_size=${size}${rest}` });
  return {
    pageSize: size,
    rooms: page,
    totalItems: rooms.length,
    links: {
      first: link(''),
      self: link(`&start_id=${start}`),
      prev: link(isLive ? `&end_id=${start - 1}` : `&start_id=${Math.max(start - size, 0)}`),
      next: link(`&start_id=${end + 1}`),
    },
  };
}
