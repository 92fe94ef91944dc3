import type { ReactNode } from 'react';
import type { ControlProps } from './field.ts';

const MINUTE_MS = 60_000;

/** Day and time in one, as this browser's clock has them; entered are epoch seconds. Source: the datetimepicker element. */
export function MomentControl({ entry, onEnter, attributes }: ControlProps): ReactNode {
  return (
    <input
      {...attributes}
      className="field-text"
      type="datetime-local"
      value={entry === null ? '' : localText(Number(entry) * 1_000)}
      onChange={({ target }) =>
        onEnter(target.value === '' ? null : String(new Date(target.value).getTime() / 1_000))
      }
    />
  );
}

/** What the browser's control takes: `2026-11-25T18:00`, in local time. */
function localText(epochMs: number): string {
  const offsetMs = new Date(epochMs).getTimezoneOffset() * MINUTE_MS;
  return new Date(epochMs - offsetMs).toISOString().slice(0, 16);
}
