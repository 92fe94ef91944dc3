import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('src/video/page', import.meta.url));

/** Puts a gzipped twin beside each script and style sheet, once they are as they stay. */
const gzip: Plugin = {
  name: 'gzip',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => /\.(js|css)$/.test(file))) {
      writeFileSync(`${dir}/${name}.gz`, gzipSync(readFileSync(`${dir}/${name}`)));
    }
  },
};

/**
 * The page behind room links. Nothing of it stands inline, so that its content security policy can be strict; Vonage's
 * client is a file with a fixed name, because the shell names the client to load.
 */
export default defineConfig({
  root,
  base: '/r/',
  plugins: [react(), gzip],
  build: {
    outDir: '../../../dist/video-page',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      preserveEntrySignatures: 'exports-only',
      input: { room: `${root}/room.html`, 'vonage-client': `${root}/vonage-client.ts` },
      output: {
        entryFileNames: ({ name }) => `assets/${name}${name === 'vonage-client' ? '' : '-[hash]'}.js`,
      },
    },
  },
});
