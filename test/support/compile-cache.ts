import { join } from 'node:path';

/** For processes of this project: what one has compiled, the next ones need not compile again. */
export const compileCache = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../node_modules/.cache/compiled'),
} as const;
