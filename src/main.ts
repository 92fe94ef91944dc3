import module from 'node:module';

const OLDEST_NODE = [24, 16] as const;

/** For `crypto.randomUUIDv7`; an older Node would fail with something less clear. */
function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}

if (isTooOld(process.versions.node)) {
  process.stderr.write(
    `Roomtone needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.\n` +
      'In a checkout, "npm start" uses the Node that "npm ci" installed.\n',
  );
  process.exit(78);
}

// Kept between starts, in the folder for temporary files; where that can't be written to, each start compiles anew.
module.enableCompileCache();
// Loaded only now: an older Node could not even read the rest.
const { run } = await import('./program.ts');
process.exitCode = await run(process.argv.slice(2), process.env);
