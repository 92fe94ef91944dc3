/** Stands for somebody whose camera is off. The style sheet knows so many colours. */
const COLORS = 8;

export function Avatar({ name }: { readonly name: string }) {
  return (
    <div className="avatar" data-color={colorOf(name)} aria-hidden="true">
      <span>{initialsOf(name)}</span>
    </div>
  );
}

/** The first letters of the first and last word; emoji and the like count as one. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const chosen = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return chosen.map((word = '') => [...word][0]?.toUpperCase() ?? '').join('');
}

/** The same for the same name on every page. */
function colorOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % COLORS;
}
