import { z } from 'zod';

const optionalText = () => z.string().optional().catch(undefined);

/**
 * What an error body tells. Meetings: `{message, name, status}`; Video: `{code, message}`; the gateway before them:
 * `{title, detail}`; others: nothing.
 */
export const errorBodySchema = z
  .object({ message: optionalText(), detail: optionalText(), title: optionalText(), name: optionalText() })
  .catch({})
  .transform((body) => ({
    name: body.name ?? null,
    message: body.message ?? body.detail ?? body.title ?? null,
  }));
