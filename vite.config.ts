import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('src/sandbox/page', import.meta.url));

/** The sandbox's two pages: the workspace (a local Slack) and the room behind guest and host links. */
export default defineConfig({
  root,
  plugins: [react()],
  build: {
    outDir: '../../../dist/page',
    emptyOutDir: true,
    rolldownOptions: {
      input: ['workspace.html', 'room.html'].map((page) => `${root}/${page}`).filter(existsSync),
    },
  },
});
