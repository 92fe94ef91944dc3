import { z } from 'zod';

/**
 * An id of the provider. Opaque: the documented session id is not even valid base64. At most 200 characters, without
 * control characters and broken surrogates, which a database may refuse.
 */
export const opaqueId = z.string().regex(/^[^\p{Cc}\p{Cs}]{1,200}$/u);
