import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const ROOT = new URL('../../', import.meta.url);

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the project's root, of a file of ours; null: a package. */
  readonly file: string | null;
  /** Gone when the types are stripped. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** The project's own files that match, e.g. `src/slack/**`; TypeScript only. */
export function sourceFiles(pattern = 'src/**'): SourceFile[] {
  const paths = globSync(`${pattern}/*.{ts,tsx}`, { cwd: ROOT });
  return paths.toSorted().map((path) => {
    const text = readFileSync(new URL(path, ROOT), 'utf8');
    return { path, text, imports: importsOf(path, text) };
  });
}

const STATEMENT = /^(?:import|export)\s+(?:(type)\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\('([^']+)'\)/g;

function importsOf(path: string, text: string): Import[] {
  const found = [
    ...[...text.matchAll(STATEMENT)].map(([, type, specifier = '']) => ({
      specifier,
      typeOnly: type === 'type',
    })),
    ...[...text.matchAll(DYNAMIC)].map(([, specifier = '']) => ({ specifier, typeOnly: false })),
  ];
  return found.map((one) => ({
    ...one,
    file: one.specifier.startsWith('.') ? posix.join(posix.dirname(path), one.specifier) : null,
  }));
}
