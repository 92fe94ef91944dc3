import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const sandbox = fileURLToPath(new URL('src/sandbox', import.meta.url));
const root = `${sandbox}/page`;

/**
 * The sandbox's two pages: the workspace (a local Slack) and the room behind the Meetings server's links. And what the app's
 * own room page loads in place of Vonage's client, a module with a fixed name.
 */
export default defineConfig({
  root,
  plugins: [react()],
  build: {
    outDir: '../../../dist/page',
    emptyOutDir: true,
    rolldownOptions: {
      preserveEntrySignatures: 'exports-only',
      input: [`${root}/workspace.html`, `${root}/room.html`, `${sandbox}/video/client/stand-in.ts`].filter(
        existsSync,
      ),
      output: {
        entryFileNames: ({ name }) => (name === 'stand-in' ? 'video-client.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
